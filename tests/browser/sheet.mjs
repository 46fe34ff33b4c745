// Pictures of every template side by side, for people to look at: node sheet.mjs SITE OUT [WIDTH…]
//
// Takes one page of every template of the built SITE (two where they have figures, so that long pages are seen too), at
// 320, 768 and 1280 px in light and dark, and as paper, and writes OUT/<template>-<width>-<scheme>.png with OUT/index.html
// around them. Compares nothing: what is good is for the one who looks to say.

import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { extname, join, normalize, relative, sep } from "node:path";
import { chromium } from "playwright-core";

const [site, out, ...widths] = process.argv.slice(2);
if (!site || !out || !existsSync(site)) {
  console.error("usage: node sheet.mjs SITE OUT [WIDTH…]");
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const WIDTHS = widths.length ? widths.map(Number) : [320, 768, 1280];
const TALLEST = 4000;
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript", ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif" };

const server = await serve(site);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const shots = [];
try {
  for (const { path, name } of choose(site)) {
    const row = { path, name, files: [] };
    for (const scheme of ["light", "dark", "print"]) {
      for (const width of scheme === "print" ? [794] : WIDTHS) row.files.push(await shoot(path, name, width, scheme));
    }
    shots.push(row);
  }
} finally {
  await browser.close();
  server.close();
}
writeFileSync(join(out, "index.html"), sheet(shots));
console.log(`${shots.length} templates in ${join(out, "index.html")}`);

async function shoot(path, name, width, scheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme === "dark" ? "dark" : "light", locale: "tr-TR" });
  const page = await context.newPage();
  if (scheme === "print") await page.emulateMedia({ media: "print" });
  await page.goto(origin + path, { waitUntil: "load" });
  const file = `${name}-${width}-${scheme}.png`;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({ path: join(out, file), fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) } });
  await context.close();
  return { file, width, scheme };
}

/** The first page of every kind: template, with figures or a regulation's text or without. The site's own language comes first. */
function choose(folder) {
  const seen = new Map();
  const language = (html) => /<html[^>]* lang="([^"]*)"/.exec(html)?.[1];
  const pages = walk(folder).map((file) => ({ file, html: readFileSync(file, "utf8") }));
  const own = language(readFileSync(join(folder, "index.html"), "utf8"));
  const first = ({ html }) => (language(html) === own ? 0 : 1);
  for (const { file, html } of pages.sort((a, b) => first(a) - first(b))) {
    const template = /<body[^>]* data-sablon="([^"]*)"/.exec(html)?.[1];
    if (!template) continue;
    const kind = template + (html.includes('<figure class="sekil"') ? "-sekil" : html.includes('class="hukumler"') ? "-metin" : html.includes("<table") ? "-tablo" : "");
    const path = "/" + relative(folder, file).split(sep).join("/");
    if (!seen.has(kind)) seen.set(kind, { path: path.replace(/index\.html$/, ""), name: kind });
  }
  return [...seen.values()];
}

function walk(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return walk(path);
    return name.endsWith(".html") ? [path] : [];
  });
}

function sheet(rows) {
  const figure = ({ file, width, scheme }) => `<figure><a href="${file}"><img src="${file}" width="${Math.round(width / 4)}" alt=""></a><figcaption>${width} ${scheme}</figcaption></figure>`;
  const row = ({ path, name, files }) => `<h2>${name} <small>${path}</small></h2>\n<div>${files.map(figure).join("")}</div>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px sans-serif;margin:1rem;background:#888}div{display:flex;gap:1rem;align-items:start;overflow-x:auto}figure{margin:0}img{border:1px solid #333;background:#fff}</style>
${rows.map(row).join("\n")}\n</html>\n`;
}

function serve(folder) {
  const server = createServer((request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const path = join(folder, asked.endsWith("/") ? join(asked, "index.html") : asked);
    const found = existsSync(path) && !statSync(path).isDirectory();
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(found ? readFileSync(path) : "");
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}
