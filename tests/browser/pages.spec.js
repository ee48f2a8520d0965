// Every page is accessible, valid, narrow enough, operable by keyboard, quiet and small.

import { pages } from "./pages.js";
import { walk } from "./walk.js";

for (const { path, ...page } of pages) {
  walk({ open: (browser) => browser.goto(path), ...page });
}
