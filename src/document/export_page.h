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
:root {{ color-scheme: light dark; font-family: sans-serif; }}
form {{ position: sticky; top: 0; padding: .5em 0; background: Canvas; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; padding: .2em .6em; vertical-align: top; }}
tr:nth-child(even) {{ background: color-mix(in srgb, CanvasText 6%, Canvas); }}
td:first-child {{ font-family: monospace; }}
</style>
</head>
<body>
<h1>{0}</h1>
<form>
<label>Search <input id="words" type="search" autofocus></label>
<label>Section <select id="section"><option value="">all</option>
)html";

inline constexpr const char* table_start = R"html(</select></label>
<output id="count"></output>
</form>
<table>
<thead><tr><th>Commit</th><th>Title</th><th>Author</th><th>Landed</th><th>Section</th></tr></thead>
<tbody id="rows">
)html";

inline constexpr const char* page_end = R"html(</tbody>
</table>
<script>
"use strict";
const rows = Array.from(document.getElementById("rows").rows,
  row => ({ row, section: row.dataset.section, text: row.textContent.toLowerCase() }));
const words = document.getElementById("words"), section = document.getElementById("section");
function show() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  for (const { row, section: place, text } of rows) {
    const hit = (!section.value || section.value === place) &&
      wanted.every(word => text.includes(word));
    row.hidden = !hit;
    shown += hit;
  }
  document.getElementById("count").textContent = shown + " of " + rows.length;
}
words.addEventListener("input", show);
section.addEventListener("input", show);
document.forms[0].addEventListener("submit", event => event.preventDefault());
show();
</script>
</body>
</html>
)html";

} // namespace mw::document
