#!/usr/bin/env python3
"""Reads the accessibility tree of a window that is on screen, as a screen reader does (AT-SPI):

    screen_reader.py STATE        the window of the program that calls it (tests/ui/tour)

Prints a line for the state: how many things are on screen, and each that a person can use but that
says nothing: no name and no text. Ends with 1 where there is one. tests/screen_reader.sh calls it for
every state.
"""

import os
import sys
import time
from collections import Counter

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role
USED = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.COMBO_BOX,
        Role.ENTRY, Role.TEXT, Role.SPIN_BUTTON, Role.SLIDER, Role.MENU_ITEM, Role.CHECK_MENU_ITEM,
        Role.MENU, Role.PAGE_TAB, Role.LINK, Role.TREE, Role.TREE_TABLE, Role.TABLE, Role.LIST,
        Role.TABLE_COLUMN_HEADER, Role.COLUMN_HEADER}
# A table answers for each of its cells: so many are asked for, as many as are on a screen.
MOST_CHILDREN = 400


# A program tells the bus of itself a moment after its first window.
LONGEST_WAIT = 10


def application_of(process):
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(i)
            if program is not None and program.get_process_id() == process:
                return program
        time.sleep(0.1)
    return None


def is_shown(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def text_of(node):
    if "Text" not in node.get_interfaces():
        return ""
    return Atspi.Text.get_text(node, 0, min(80, Atspi.Text.get_character_count(node)))


def walk(node, way, found):
    for i in range(min(node.get_child_count(), MOST_CHILDREN)):
        child = node.get_child_at_index(i)
        if child is None or not is_shown(child):
            continue
        role = child.get_role()
        found["roles"][child.get_role_name()] += 1
        name = child.get_name() or child.get_description()
        here = way + [f"{child.get_role_name()} {name!r}"]
        if role in USED and not name and not text_of(child):
            found["silent"].append(" > ".join(here[-3:]))
        walk(child, here, found)


def main():
    state = sys.argv[1] if len(sys.argv) == 2 else sys.exit(__doc__)
    program = application_of(os.getppid())
    if program is None:
        print(f"{state}: the window is not in the accessibility tree")
        return 1
    found = {"roles": Counter(), "silent": []}
    try:
        walk(program, [], found)
    except GLib.Error as error:
        print(f"{state}: {error.message}")
        return 1
    usual = ", ".join(f"{count} {role}" for role, count in found["roles"].most_common(4))
    print(f"{state}: {sum(found['roles'].values())} on screen ({usual}), "
          f"{len(found['silent'])} without a name")
    for silent in found["silent"]:
        print(f"    {silent}")
    return 1 if found["silent"] or not found["roles"] else 0


if __name__ == "__main__":
    sys.exit(main())
