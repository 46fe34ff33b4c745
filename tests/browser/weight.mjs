// Weighs a built site as a telephone on a slow line meets it: node weight.mjs SITE
//
// Fails on a page above 50 kB compressed, style or scripts above 10 kB, an address of another host that a browser would ask by
// itself, and a picture without its size. Pictures, workbooks and papers are not weighed: nobody gets them unasked.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const PAGE = 50_000;
const STYLE = 10_000;
const SCRIPT = 10_000;

const [site] = process.argv.slice(2);
if (!site || !existsSync(site)) {
  console.error("usage: node weight.mjs SITE");
  process.exit(2);
}

const findings = [];
let passed = 0;
const heaviest = { html: [0, ""], css: [0, ""], js: [0, ""] };

for (const file of walk(site)) {
  const ending = /\.(html|css|js)$/.exec(file)?.[1];
  if (!ending) continue;
  const bytes = readFileSync(file);
  const path = relative(site, file);
  const size = ending === "js" ? bytes.length : gzipSync(bytes).length;
  if (size > heaviest[ending][0]) heaviest[ending] = [size, path];
  const limit = { html: PAGE, css: STYLE, js: SCRIPT }[ending];
  const before = findings.length;
  if (size > limit) findings.push(`${path}: ${size} bytes, more than ${limit}`);
  if (ending === "html") looksElsewhere(path, bytes.toString("utf8"));
  if (ending === "css") for (const [, url] of bytes.toString("utf8").matchAll(/url\(["']?([^)"']+)/g)) foreign(path, url);
  if (findings.length === before) passed += 1;
}

for (const line of findings) console.error(line);
for (const [ending, [size, path]] of Object.entries(heaviest)) console.log(`heaviest ${ending}: ${size} bytes${ending === "js" ? "" : " compressed"}, ${path}`);
console.log(`${passed} passed, ${findings.length} failed`);
process.exit(findings.length || !passed ? 1 : 0);

/** What a browser asks for without being told to: scripts, styles, pictures, frames. Links that a reader follows are free. */
function looksElsewhere(path, html) {
  for (const [tag] of html.matchAll(/<(?:script|img|source|iframe|link|video|audio|embed|object|input)\b[^>]*>/g)) {
    const attribute = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const asks = !tag.startsWith("<link") || /\s(rel)="[^"]*\b(stylesheet|icon|preload|prefetch|preconnect|modulepreload|manifest)\b/.test(tag);
    for (const name of ["src", "href", "data"]) if (asks && attribute(name)) foreign(path, attribute(name));
    for (const part of (attribute("srcset") ?? "").split(",").filter(Boolean)) foreign(path, part.trim().split(/\s/)[0]);
    if (tag.startsWith("<img") && !(attribute("width") && attribute("height"))) findings.push(`${path}: a picture without its size: ${tag}`);
    if (tag.startsWith("<img") && attribute("alt") === undefined) findings.push(`${path}: a picture without words: ${tag}`);
    if (tag.startsWith("<script") && attribute("src") && !/\s(defer|async|type="module")/.test(tag)) findings.push(`${path}: a script that the page waits for: ${tag}`);
  }
}

function foreign(path, url) {
  if (/^(https?:)?\/\//.test(url)) findings.push(`${path}: asks another host: ${url}`);
}

function walk(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
