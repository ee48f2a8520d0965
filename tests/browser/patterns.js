// The HTML of docs/interface.md as pages: what people copy is what is tested.

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const blocks = [
  ...readFileSync(join(root, "docs/interface.md"), "utf8").matchAll(/^```html\n(.*?)^```$/gms),
].map(([, html]) => html);

/** The first block that holds this text. */
export const block = (text) => blocks.find((html) => html.includes(text));

const frame = block("<!DOCTYPE html>");

/** The patterns that stand in the frame; the frame is one itself. */
export const patterns = blocks.filter((html) => html !== frame);

// {main.css}: the address of that file
function addresses(html) {
  const files = readdirSync(join(root, "web/dist"));
  return html.replace(/\{([a-z]+)\.([a-z]+)\}/g, (_, stem, kind) => {
    const file = files.find((name) => new RegExp(`^${stem}-[0-9a-f]{12}\\.${kind}$`).test(name));
    return `/assets/${file}`;
  });
}

/** The frame around that content, with the scripts that it needs beside main.js. */
export function framed(content, ...scripts) {
  const more = scripts.map((name) => `<script type="module" src="{${name}}"></script>`).join("");
  const heading = content.includes("<h1") ? "" : '<h1 class="govuk-heading-l">본보기</h1>';
  return addresses(
    frame.replace("</head>", `${more}</head>`).replace("> … </main>", `>${heading}${content}</main>`),
  );
}

/** Opens a page of that HTML on the registry's own address, under the policy of its pages. */
export async function show(page, html) {
  await page.route("**/pattern", (route) =>
    route.fulfill({
      body: html,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY },
    }),
  );
  await page.goto("/pattern");
}
