// Asks a built site's own search what people ask: node search.mjs SITE search.txt
//
// Runs the script that browsers run, on the files they would fetch. Every pair of the table counts; so does what the first
// answer to each query makes a browser load.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const FIRST = 3;
const LIGHT = 100 * 1024;

const [site, table] = process.argv.slice(2);
const script = readdirSync(join(site, "varlik")).find((name) => name.startsWith("ara."));
const folder = mkdtempSync(join(tmpdir(), "arama-"));
writeFileSync(join(folder, "ara.mjs"), readFileSync(join(site, "varlik", script)));
const { engine } = await import(pathToFileURL(join(folder, "ara.mjs")));
rmSync(folder, { recursive: true });

const findings = [];
let passed = 0, heaviest = 0;
for (const [number, line] of readFileSync(table, "utf8").split("\n").entries()) {
  const [query, path] = line.split(/ [→⇒] /);
  if (!path) continue;
  const first = line.includes(" ⇒ ") ? 1 : FIRST;
  let loaded = 0;
  const { search, entry } = engine(async (asked) => {
    const bytes = readFileSync(join(site, asked));
    loaded += gzipSync(bytes).length;
    return bytes.toString("utf8");
  });
  const { pages } = await search(query);
  const entries = await Promise.all(pages.slice(0, 10).map(entry));
  heaviest = Math.max(heaviest, loaded);
  // Nothing is a better answer than a page that only mentions one of the words.
  if (path === "-") {
    if (pages.length) findings.push(`${table}:${number + 1}: "${query}" is nowhere here, but finds ${entries[0][0]}`);
    else passed += 1;
  } else if (!existsSync(join(site, path, "index.html"))) findings.push(`${table}:${number + 1}: there is no page ${path}`);
  else if (entries.slice(0, first).some(([url]) => url === path)) passed += 1;
  else {
    const place = entries.findIndex(([url]) => url === path);
    findings.push(`${table}:${number + 1}: "${query}" finds ${path} ${place < 0 ? "not among ten" : `at place ${place + 1}`}; first: ${entries.slice(0, FIRST).map(([url]) => url).join(" ")}`);
  }
  if (loaded > LIGHT) findings.push(`${table}:${number + 1}: "${query}" loads ${loaded} bytes`);
}
if (passed + findings.length === 0) findings.push(`${table} has no pairs`);
for (const finding of findings) console.error(finding);
console.log(`${passed} passed, ${findings.length} failed; the heaviest query loads ${heaviest} bytes`);
process.exit(findings.length ? 1 : 0);
