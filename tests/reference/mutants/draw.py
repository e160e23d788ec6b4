"""Draws mutants of C++ sources and of the rules file by rule, and writes them.

A mutant is a small change of behaviour at one place: (kind, file, from, to, text), where the bytes
from..to of the file are replaced. In C++ the text holds both the old and the new, of which a switch
chooses at run time, so that one build serves all; `made` says in one line what was changed.

Kinds of C++: boundary (< and <=), turned (< and >, as in a sort), equality, sign (+ and -), number
(one more), truth (true and false), negated (a condition), dropped (an operand of && or ||), left out
(a statement of one call or assignment), stayed (a break or continue), swapped (two arguments), and
of the SQL in strings: sql. Of the rules: weight, entry.
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Mutant:
    kind: str
    file: str
    start: int
    end: int
    template: str  # with NN where the number of the mutant stands
    made: str
    line: int = 0


TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\s]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![\w])'(?:\\.|[^'\\\n])+'|^[ \t]*\#(?:\\\n|[^\n])*", re.S | re.M)


def masked(text):
    """The same length, with comments, literals and directives blank; and the strings' places."""
    out, strings = list(text), []
    for found in TOKEN.finditer(text):
        if found[0].startswith(('"', 'R"')):
            strings.append((found.start(), found.end()))
        for at in range(found.start(), found.end()):
            if out[at] != '\n':
                out[at] = ' ' if not found[0].startswith(('"', 'R"', "'")) else '_'
    return ''.join(out), strings


def closing(code, at):
    """The bracket that closes the one at `at`, or -1."""
    depth = 0
    for i in range(at, len(code)):
        if code[i] in '([{':
            depth += 1
        elif code[i] in ')]}':
            depth -= 1
            if depth == 0:
                return i
    return -1


def pieces(code, start, end, separator):
    """start..end cut at a separator that stands in no bracket."""
    cuts, depth, begin, i = [], 0, start, start
    while i < end:
        if code[i] in '([{':
            depth += 1
        elif code[i] in ')]}':
            depth -= 1
        elif depth == 0 and code.startswith(separator, i):
            cuts.append((begin, i))
            begin = i + len(separator)
            i = begin - 1
        i += 1
    return cuts + [(begin, end)]


OPERATORS = {
    '<': [('boundary', 'Less', '<='), ('turned', 'LessTurned', '>')],
    '<=': [('boundary', 'LessEqual', '<')],
    '>': [('boundary', 'Greater', '>='), ('turned', 'GreaterTurned', '<')],
    '>=': [('boundary', 'GreaterEqual', '>')],
    '==': [('equality', 'Equal', '!=')],
    '!=': [('equality', 'Unequal', '==')],
    '+': [('sign', 'Plus', '-')],
    '-': [('sign', 'Minus', '+')],
}

SQL_CHANGES = [
    (r' DESC\b', ''), (r'<> ', '= '), (r'<= ', '< '), (r'>= ', '> '), (r' < ', ' <= '),
    (r' > ', ' >= '), (r' AND ', ' OR '), (r' IS NULL', ' IS NOT NULL'), (r' IS NOT NULL', ' IS NULL'),
    (r' = \?', ' <> ?'), (r'\bNOT IN\b', 'IN'), (r'\bLEFT JOIN\b', 'JOIN'), (r'\bDISTINCT ', ''),
    (r'\bmin\(', 'max('), (r'\bmax\(', 'min('), (r' ORDER BY ([\w.]+)(?=[,"\s])', r' ORDER BY \1 DESC'),
]


def source_mutants(path, text):
    code, strings = masked(text)
    found = []

    def add(kind, start, end, template, made):
        found.append(Mutant(kind, path, start, end, template, made, text.count('\n', 0, start) + 1))

    def line_of(at):
        begin = code.rfind('\n', 0, at) + 1
        return code[begin:code.find('\n', at)]

    for match in re.finditer(r'(?<=[\w)\]}]) (<|<=|>|>=|==|!=|\+|-)(?=[ \n])', code):
        line = line_of(match.start())
        if re.search(r'\b(template|requires|operator|static_assert|concept|case)\b', line):
            continue
        symbol = match[1]
        for kind, name, other in OPERATORS[symbol]:
            add(kind, match.start(1), match.end(1),
                f'{symbol} mw_mutants::{name}<NN>{{}} {symbol}', f'{symbol} becomes {other}')

    for match in re.finditer(r"(?<![\w.'])(\d{1,9})(?![\w.'])", code):
        line = line_of(match.start())
        before = code[max(0, match.start() - 40):match.start()]
        if re.search(r'\b(case|enum|static_assert|template)\b', line) or re.search(
                r'(array<[^;]*|get<|<)$', before) or '<number' in line:
            continue
        value = int(match[1])
        add('number', match.start(), match.end(),
            f'mw_mutants::number(NN, {value}, {value + 1})', f'{value} becomes {value + 1}')
    for match in re.finditer(r'\b(true|false)\b', code):
        if 'static_assert' in line_of(match.start()) or 'template' in line_of(match.start()):
            continue
        add('truth', match.start(), match.end(), f'(mw_mutants::on(NN) != {match[1]})',
            f'{match[1]} becomes the other')

    for match in re.finditer(r'\b(if|while|return) ?', code):
        at = match.end()
        if match[1] == 'return':
            end = code.find(';', at)
            start = at
            if '{' in code[start:end] or '[' in code[start:end] and '](' in code[start:end]:
                continue
        else:
            if code[at:at + 1] != '(' or code[match.start() - 1] == '#':
                continue
            start, end = at + 1, closing(code, at)
            if end < 0:
                continue
            # `if (const auto x = f(); condition)`
            start = pieces(code, start, end, ';')[-1][0]
        condition = code[start:end]
        if re.search(r'[^=!<>]=[^=]', condition) or '[&' in condition or '[=' in condition:
            continue
        plain = text[start:end].strip()
        if match[1] != 'return':
            add('negated', start, end, f' (mw_mutants::on(NN) != bool({plain}))',
                f'the condition ({" ".join(plain.split())}) is negated')
        for separator, template in (('||', '(!mw_mutants::on(NN) && ({}))'),
                                    ('&&', '(mw_mutants::on(NN) || ({}))')):
            parts = pieces(code, start, end, separator)
            other = '&&' if separator == '||' else '||'
            if len(parts) < 2 or (separator == '&&' and len(pieces(code, start, end, '||')) > 1):
                continue
            for begin, stop in parts:
                piece = text[begin:stop]
                lead = piece[:len(piece) - len(piece.lstrip())]
                add('dropped', begin, stop, lead + template.format(piece.strip()) + ' ',
                    f'{" ".join(piece.split())} is dropped from {separator} ({other} stays)')

    for match in re.finditer(r'^[ \t]+((?!(?:return|throw|delete|case|using|goto|else|co_)\b)'
                             r'[\w:.>\[\]*-]*[\w\])](?:\(| [-+|]?= )[^;{}]*);', code, re.M):
        statement = match[1]
        before = code[:match.start()].rstrip()
        if not before.endswith((';', '{', '}', ')', 'else')) or closing_needed(statement):
            continue
        if before.endswith(')') and not re.search(r'\b(if|for|while) ?\(', before[-400:]):
            continue
        head = statement.split('(')[0].split(' ')[0]
        if head in ('if', 'for', 'while', 'switch', 'static_assert') or head.startswith('~'):
            continue
        plain = text[match.start(1):match.end(1)]
        add('left out', match.start(1), match.end(1),
            f'mw_mutants::on(NN) ? void() : void({plain})', f'left out: {" ".join(plain.split())}')
    for match in re.finditer(r'\b(break|continue);', code):
        add('stayed', match.start(), match.end(), f'{{ if (!mw_mutants::on(NN)) {match[0]} }}',
            f'left out: {match[0]}')

    for match in re.finditer(r'[\w>]\((?=[\w.]+, [\w.]+\))', code):
        end = closing(code, match.end() - 1)
        first, second = code[match.end():end].split(', ')
        if first == second or text[match.end():end] != f'{first}, {second}':
            continue
        if any(word.isdigit() or word in ('true', 'false', 'nullptr') for word in (first, second)):
            continue
        add('swapped', match.end(), end,
            f'mw_mutants::first<NN>({first}, {second}), mw_mutants::first<NN>({second}, {first})',
            f'({first}, {second}) are swapped')

    found += sql_mutants(path, text, code, strings)
    return found


def closing_needed(statement):
    return statement.count('(') != statement.count(')') or '[&' in statement or '[' + '=' in statement


def sql_mutants(path, text, code, strings):
    """Of strings that stand side by side, as the compiler joins them."""
    groups = []
    for start, end in strings:
        if groups and not text[groups[-1][1]:start].strip():
            groups[-1][1] = end
        else:
            groups.append([start, end])
    found = []
    for start, end in groups:
        whole = text[start:end]
        if not re.search(r'\b(SELECT|DELETE FROM|UPDATE|INSERT|WHERE|ORDER BY)\b', whole):
            continue
        if whole.startswith('R"') and len(whole) > 3000:
            continue
        before = text[max(0, start - 30):start]
        for pattern, change in SQL_CHANGES:
            for match in re.finditer(pattern, whole):
                changed = whole[:match.start()] + match.expand(change) + whole[match.end():]
                # One line more would move all that follows.
                one_line = re.sub(r'"\s*\n\s*"', '', changed) if not whole.startswith('R"') else changed
                both = f'(mw_mutants::on(NN) ? {one_line} : {whole})'
                if whole.startswith('R"'):
                    both = f'(mw_mutants::on(NN) ? {as_plain(changed)} : {whole})'
                if re.search(r'fmt::format\(\s*$', before):
                    both = f'fmt::runtime{both}'
                found.append(Mutant('sql', path, start, end, both,
                                    f'in SQL {match[0].strip()!r} becomes {match.expand(change).strip()!r}'
                                    f' ({" ".join(whole.split())[:70]})',
                                    text.count('\n', 0, start) + whole.count('\n', 0, match.start()) + 1))
    return found


def as_plain(raw):
    inside = raw[raw.index('(') + 1:raw.rindex(')')]
    return '"' + inside.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def rules_mutants(path, text):
    found = []
    for match in re.finditer(r'^(weight|title_weight) = ([\d.]+)', text, re.M):
        other = round(float(match[2]) * 1.6, 3)
        found.append(Mutant('weight', path, match.start(2), match.end(2), str(other),
                            f'{match[0]} becomes {other}', text.count('\n', 0, match.start()) + 1))
    for match in re.finditer(r'^(paths|titles|words|entries|pulls) = \[(.*?)\]\n', text, re.M | re.S):
        for entry in re.finditer(r'"[^"\n]*",?', match[2]):
            at = match.start(2) + entry.start()
            found.append(Mutant('entry', path, at, at + len(entry[0]), '',
                                f'{match[1]} without {entry[0].rstrip(",")}',
                                text.count('\n', 0, at) + 1))
    return found


def unfrozen(text):
    """Constants that a mutant changes at run time cannot be worked out by the compiler."""
    constant = (r'(static )?\bconstexpr (?=(?:const )?[\w:]+(?:<[^;=]*>)?(?: ?\*)?(?: const)? \w+(?:\[\])? ?'
                r'(?:=|\{)[^;]*mw_mutants)')
    code, _ = masked(text)

    def changed(found):
        in_class = found[1] and re.search(r'\b(class|struct)\b[^;{}()]*$', code[:opened(code, found.start())])
        made = 'static inline ' if in_class else 'static '
        return made if text.startswith('const ', found.end()) else made + 'const '
    return re.sub(constant, changed, text)


def opened(code, at):
    """The brace that is open at a place, or 0."""
    depth = 0
    for i in range(at - 1, -1, -1):
        depth += (code[i] == '}') - (code[i] == '{')
        if depth < 0:
            return i
    return 0


def written(text, mutants, numbers):
    """The file with these mutants in it; no two of them may overlap."""
    out, at = [], 0
    for mutant in sorted(mutants, key=lambda m: m.start):
        out += [text[at:mutant.start], mutant.template.replace('NN', str(numbers[id(mutant)]))]
        at = mutant.end
    return unfrozen(''.join(out) + text[at:])


def draw(top, amount, seed, only='', rules_share=0.1):
    """`amount` mutants: of each folder of src/ as its share, but three at least; in a folder all
    kinds as often; none on a line that another has."""
    chance = random.Random(seed)
    folders = {}
    for path in sorted((top / 'src').rglob('*.cpp')):
        name = str(path.relative_to(top))
        if not re.search(only, str(Path(name).parent)):
            continue
        folders.setdefault(str(Path(name).parent), []).extend(
            source_mutants(name, path.read_text()))
    rules = rules_mutants('data/sections.toml', (top / 'data/sections.toml').read_text())
    drawn = of_all_kinds(chance, rules, round(amount * rules_share)) if re.search(only, 'data') else []
    amount -= len(drawn)
    total = sum(len(found) ** 0.5 for found in folders.values())
    for folder, found in sorted(folders.items()):
        drawn += of_all_kinds(chance, found,
                              max(3, round(amount * len(found) ** 0.5 / total)))
    return drawn


def of_all_kinds(chance, found, amount):
    kinds, taken, lines = {}, [], set()
    spans = set()
    for mutant in found:
        kinds.setdefault(mutant.kind, []).append(mutant)
    for mutants in kinds.values():
        chance.shuffle(mutants)
    order = sorted(kinds) + ['sql'] * ('sql' in kinds)
    chance.shuffle(order)
    while len(taken) < amount and any(kinds.values()):
        for kind in order:
            while kinds[kind]:
                mutant = kinds[kind].pop()
                near = {(mutant.file, mutant.line + d) for d in range(-4, 5)}
                span = {(mutant.file, at) for at in range(mutant.start, mutant.end)}
                if not near & lines and not span & spans:
                    lines.add((mutant.file, mutant.line))
                    spans |= span
                    taken.append(mutant)
                    break
            if len(taken) == amount:
                break
    return taken
