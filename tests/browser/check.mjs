// Looks at a built site as a visitor would: node check.mjs SITE [PICTURES] [--write TABLE]
//
// Takes some pages of every template in every language, opens each at 320 and 1280 px in light and dark, and fails on: an axe violation,
// sideways scrolling at 320 px, a console message or request that failed, anything asked of another host, a missing skip
// link, focus that cannot be seen, text set only in script. Then the Nu checker reads the same files. Pictures go to PICTURES.
// One page of every template is also walked through (walk.mjs). With --write the results go into the table of criteria that the
// accessibility statement shows (data/erisilebilirlik/olcutler.csv). Not a crawler: links are checked by the build itself.

import { createServer } from "node:http";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { extname, join, normalize, relative, sep } from "node:path";
import { chromium } from "playwright-core";
import { walks } from "./walk.mjs";

const PAGES_A_TEMPLATE = 2;
const SITE_LANGUAGE = "tr";
const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];
const require = createRequire(import.meta.url);

const given = process.argv.slice(2);
const table = given.includes("--write") ? given.splice(given.indexOf("--write"), 2)[1] : undefined;
const [site, pictures] = given;
if (!site || !existsSync(site)) {
  console.error("usage: node check.mjs SITE [PICTURES]");
  process.exit(2);
}
if (pictures) mkdirSync(pictures, { recursive: true });

const sample = choose(site);
if (sample.length === 0) {
  console.error(`no page in ${site} names its template (data-sablon)`);
  process.exit(1);
}
const findings = [];
/** By check and criterion, how often it was failed. */
const failed = new Map();
let passed = 0;

const server = await serve(site);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: "tr-TR", bypassCSP: false });
      for (const page of sample) await visit(context, page, width, colorScheme);
      await context.close();
    }
  }
  for (const { path } of sample.filter((page) => page.name.endsWith("-1"))) {
    const before = findings.length;
    await walks(browser, origin, path, (criterion, what) => {
      count("tarayıcı", criterion);
      findings.push(`${path} (${criterion}): ${what}`);
    });
    if (findings.length === before) passed += 1;
  }
  await print(browser);
  await nu(sample.map((page) => page.file));
} finally {
  await browser.close();
  server.close();
}

if (table) writeResults(table);
for (const line of findings) console.error(line);
console.log(`${passed} passed, ${findings.length} failed`);
process.exit(findings.length ? 1 : 0);

function count(check, criterion) {
  const key = `${check} ${criterion}`;
  failed.set(key, (failed.get(key) ?? 0) + 1);
}

/** Writes into the rows of axe and of the walks what was found of their criterion. Quoted cells hold no line ends. */
function writeResults(file) {
  const day = new Date((process.env.SOURCE_DATE_EPOCH ? process.env.SOURCE_DATE_EPOCH * 1000 : Date.now()) + 3 * 3600 * 1000).toISOString().slice(0, 10);
  const rows = readFileSync(file, "utf8").split("\n").map((line) => {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? [];
    const [, criterion, , , check] = cells;
    if (!["axe", "tarayıcı"].includes(check)) return line;
    const found = failed.get(`${check} ${criterion}`) ?? 0;
    return [...cells.slice(0, 5), found ? `${found} bulgu` : "bulgu yok", day].join(",");
  });
  writeFileSync(file, rows.join("\n"));
}

/** The first pages of every template in every language, and of those with figures, in the order of their paths. */
function choose(folder) {
  const seen = new Map();
  const chosen = [];
  for (const file of walk(folder)) {
    const html = readFileSync(file, "utf8");
    const template = /<body[^>]* data-sablon="([^"]*)"/.exec(html)?.[1];
    if (!template) continue;
    const path = "/" + relative(folder, file).split(sep).join("/");
    // A regulation's page, its texts from day to day, what changed between them, and what became of its clauses.
    const text = /\/(surum|karsilastirma|gecmis)\//.exec(path)?.[1] ?? (html.includes('class="sayfa metin"') ? "metin" : "");
    // Words have other lengths in other languages: every template is looked at in each.
    const language = /^<html lang="([a-z]+)"/m.exec(html)?.[1] ?? "";
    const foreign = language === SITE_LANGUAGE ? "" : `+${language}`;
    const kind = template + (html.includes('<figure class="sekil"') ? "+sekil" : "") + (text && `+${text}`) + foreign;
    const count = seen.get(kind) ?? 0;
    if (count >= PAGES_A_TEMPLATE) continue;
    seen.set(kind, count + 1);
    chosen.push({ file, path: path.replace(/index\.html$/, ""), name: `${kind}-${count + 1}` });
  }
  return chosen;
}

function walk(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return walk(path);
    return name.endsWith(".html") ? [path] : [];
  });
}

async function visit(context, { path, name }, width, scheme) {
  const page = await context.newPage();
  const where = `${path} (${width} px, ${scheme})`;
  const before = findings.length;
  const fail = (what) => findings.push(`${where}: ${what}`);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && fail(`console: ${message.text()}`));
  page.on("pageerror", (error) => fail(`script: ${error.message}`));
  page.on("requestfailed", (request) => fail(`request failed: ${request.url()}`));
  page.on("request", (request) => request.url().startsWith(origin) || request.url().startsWith("data:") || fail(`asked elsewhere: ${request.url()}`));
  await page.goto(origin + path, { waitUntil: "load" });

  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    mains: document.querySelectorAll("main").length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    styled: [...document.styleSheets].length,
    inline: document.querySelectorAll("[style]").length,
    policy: !!document.querySelector('meta[http-equiv="Content-Security-Policy"]'),
  }));
  const language = /^\/([a-z]{2})\//.exec(path)?.[1] ?? "tr";
  if (seen.lang !== language) fail(`lang is "${seen.lang}", not "${language}"`);
  if (seen.headings !== 1) fail(`${seen.headings} first-level headings`);
  if (seen.mains !== 1) fail(`${seen.mains} main landmarks`);
  if (seen.wide > 0) fail(`scrolls sideways by ${seen.wide} px`);
  if (seen.styled === 0) fail("no style sheet was applied");
  if (seen.inline > 0) fail(`${seen.inline} inline styles, which the policy forbids`);
  if (!seen.policy) fail("no Content-Security-Policy");

  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`), fullPage: true });
  await keyboard(page, fail);

  // The policy lets no script in, so axe comes in through the debugger, as its own files.
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const violation of violations) {
    // wcag143 is the tag of 1.4.3.
    for (const tag of violation.tags.filter((tag) => /^wcag\d{3,}$/.test(tag))) count("axe", tag.replace(/^wcag(\d)(\d)(\d+)$/, "$1.$2.$3"));
    for (const node of violation.nodes) fail(`axe ${violation.id}: ${node.html.slice(0, 160)} – ${node.failureSummary.replaceAll("\n", " ")}`);
  }
  if (findings.length === before) passed += 1;
  await page.close();
}

/** The first Tab reaches the skip link, it leads to the text, and every focus on the way can be seen. */
async function keyboard(page, fail) {
  await page.keyboard.press("Tab");
  const skip = await focused(page);
  if (!skip.href?.startsWith("#")) fail("the first Tab does not reach a skip link");
  else if (!(await page.evaluate((id) => !!document.getElementById(id), skip.href.slice(1)))) fail("the skip link leads nowhere");
  for (let step = 0; step < 15; step += 1) {
    const at = await focused(page);
    if (at.body) break;
    if (!at.shown) fail(`focus cannot be seen on ${at.html}`);
    await page.keyboard.press("Tab");
  }
}

function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return { body: element === document.body, href: element.getAttribute("href"), html: element.outerHTML.slice(0, 100), shown: outlined && box.bottom > 0 && box.right > 0 };
  });
}

/** One page with figures, or else the first, as paper. */
async function print(browser) {
  const page = await browser.newPage();
  const subject = sample.find((one) => one.name.includes("+sekil")) ?? sample[0];
  await page.goto(origin + subject.path);
  await page.emulateMedia({ media: "print" });
  const menu = await page.evaluate(() => [...document.querySelectorAll("nav.menu, .atla")].some((element) => element.getClientRects().length > 0));
  if (menu) findings.push(`${subject.path} (print): the navigation is printed`);
  else passed += 1;
  if (pictures) await page.pdf({ path: join(pictures, `${subject.name}.pdf`), preferCSSPageSize: true });
  await page.close();
}

/**
 * Files have no origin, so that the checker takes the site's own addresses (“/…”) for foreign ones; and what is told to programs
 * (JSON-LD) it takes for a script. Only that is not heard: a script that the policy forbids is heard by the browser.
 */
async function nu(files) {
  const jar = join(require.resolve("vnu-jar/package.json"), "..", "build", "dist", "vnu.jar");
  const own = ".*Resource violates Content Security Policy.*“/[^/].*|.*Inline script violates Content Security Policy.*";
  const checker = spawn("java", ["-jar", jar, "--Werror", "--format", "gnu", "--filterpattern", own, ...files]);
  let said = "";
  checker.stderr.on("data", (data) => (said += data));
  const status = await new Promise((ended) => checker.on("close", ended).on("error", (error) => ended(error.message)));
  const lines = said.split("\n").filter(Boolean);
  findings.push(...lines.map((line) => `nu: ${line}`));
  if (status === 0) passed += files.length;
  else if (lines.length === 0) findings.push(`the Nu checker ended with ${status}`);
}

/** A server on the loopback that knows the kinds of file a site holds and gives the site's own 404. */
function serve(folder) {
  const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".xml": "application/xml", ".json": "application/json", ".csv": "text/csv; charset=utf-8", ".png": "image/png", ".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8", ".pdf": "application/pdf" };
  const server = createServer((request, response) => {
    const asked = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const path = join(folder, asked.endsWith("/") ? join(asked, "index.html") : asked);
    if (!existsSync(path) || statSync(path).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}
