// What docs/interface.md shows to whoever writes pages passes what pages have to pass.

import { framed, patterns, show } from "./patterns.js";
import { walk } from "./walk.js";

for (const [n, html] of patterns.entries()) {
  const name = `${n + 1}, ${html.match(/class="([a-z_-]+)/)[1]}`;
  const extra = html.includes("app-files");
  const scripts = extra ? ["evidence.js"] : [];
  walk({
    name: `pattern ${name}`,
    languages: ["ko"],
    extra,
    open: (page) => show(page, framed(html, ...scripts)),
  });
}
