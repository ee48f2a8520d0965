// Makes what a browser gets out of its sources: web/dist/<name>-<hash>.<kind>, each beside its
// compressed forms. build.rs embeds the folder. Run by `npm run build`.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const web = (...path) => join(root, "web", ...path);

// what pages name: files whose name begins with _ and folders are parts of these
const sources = (folder, kind) =>
  readdirSync(web(folder)).filter((name) => name.endsWith(kind) && !name.startsWith("_"));

function style(name) {
  const { css } = sass.compile(web("style", name), {
    loadPaths: [join(root, "node_modules/govuk-frontend/dist")],
    quietDeps: true,
  });
  const { code } = esbuild.transformSync(css, { loader: "css", minify: true });
  return code;
}

function script(name) {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [web("script", name)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "inline",
    write: false,
  });
  return outputFiles[0].text;
}

const made = [
  ...sources("style", ".scss").map((name) => [name.replace(".scss", ".css"), style(name)]),
  ...sources("script", ".js").map((name) => [name, script(name)]),
  ...readdirSync(web("image")).map((name) => [name, readFileSync(web("image", name))]),
].map(([name, content]) => [name, Buffer.from(content)]);

// the folder that is there stays whole until the new one is
const [fresh, dist] = [web("dist.new"), web("dist")];
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh);
for (const [name, content] of made) {
  const kind = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const file = join(fresh, `${basename(name, kind)}-${hash}${kind}`);
  writeFileSync(file, content);
  if (kind === ".png") continue;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const small = brotliCompressSync(content, quality);
  writeFileSync(`${file}.br`, small);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  console.log(`${basename(file)}: ${content.length} bytes, ${small.length} with brotli`);
}
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
