#pragma once

/// The parts of the HTML export. The policy in its head keeps the page from fetching anything, were
/// anything in it to try; the script is the page's own.
namespace mw::document {

/// A format of fmt: the title. Braces are doubled for it.
inline constexpr const char* page_start = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>{0}</title>
<style>
:root {{ color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }}
body {{ max-width: 90rem; margin: 0 auto; padding: 0 1.5rem 3rem; }}
h1 {{ margin: 1.2rem 0 .4rem; font-size: 1.7rem; }}
form {{ position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .4rem 1.5rem;
  align-items: center; padding: .6rem 0; background: Canvas; }}
input, select {{ font: inherit; padding: .2em .5em; }}
input {{ width: 22rem; max-width: 60vw; }}
output {{ opacity: .8; }}
table {{ border-collapse: collapse; width: 100%; font-size: .93rem; }}
th, td {{ text-align: left; padding: .25em .7em; vertical-align: top; }}
th {{ border-bottom: 2px solid color-mix(in srgb, CanvasText 25%, Canvas); position: sticky;
  top: var(--above, 0); background: Canvas; }}
td {{ border-bottom: 1px solid color-mix(in srgb, CanvasText 10%, Canvas); }}
tr:hover td {{ background: color-mix(in srgb, CanvasText 6%, Canvas); }}
td:first-child {{ font-family: monospace; }}
td:first-child, td:nth-child(4), td:nth-child(5) {{ white-space: nowrap; }}
td:nth-child(3) {{ min-width: 8rem; }}
@media (max-width: 60rem) {{ td:nth-child(5) {{ white-space: normal; }} }}
a {{ text-decoration: none; }}
a:hover, a:focus {{ text-decoration: underline; }}
@media print {{ form {{ display: none; }} }}
</style>
</head>
<body>
<h1>{0}</h1>
<form>
<label>Search <input id="words" type="search" autofocus></label>
<label>Section <select id="section"><option value="">all</option>
)html";

inline constexpr const char* table_start = R"html(</select></label>
<output id="count" aria-live="polite"></output>
</form>
<table>
<thead><tr><th>Commit</th><th>Title</th><th>Author</th><th>Landed</th><th>Section</th></tr></thead>
<tbody id="rows">
)html";

inline constexpr const char* table_end = R"html(</tbody>
</table>
)html";

inline constexpr const char* page_end = R"html(<script>
"use strict";
const rows = Array.from(document.getElementById("rows").rows,
  row => ({ row, section: row.dataset.section, text: row.textContent.toLowerCase(),
    group: row.dataset.group ? row.dataset.section + "/" + row.dataset.group : "" }));
const words = document.getElementById("words"), section = document.getElementById("section");
function show() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  for (const { row, section: place, group, text } of rows) {
    const hit = (!section.value || section.value === place || section.value === group) &&
      wanted.every(word => text.includes(word));
    row.hidden = !hit;
    shown += hit;
  }
  document.getElementById("count").textContent =
    shown.toLocaleString("en") + " of " + rows.length.toLocaleString("en");
}
const counts = new Map();
for (const { section: place, group } of rows)
  for (const key of group ? [place, group] : [place])
    counts.set(key, (counts.get(key) || 0) + 1);
for (const option of Array.from(section.options).slice(1))
  if (counts.has(option.value))
    option.text += " (" + counts.get(option.value).toLocaleString("en") + ")";
  else
    option.remove();
document.body.style.setProperty("--above", document.forms[0].offsetHeight + "px");
words.addEventListener("input", show);
section.addEventListener("input", show);
document.forms[0].addEventListener("submit", event => event.preventDefault());
show();
</script>
</body>
</html>
)html";

} // namespace mw::document
