// Searches the site's own index, which lies in small files beside the pages; nothing typed here leaves the reader's device.
// /arama/dizin.json says where a word is; k….txt hold words and the pages they are on, s….json what pages are called.
// Without this file the search page offers the list from A to Z.

const RESULTS = 10;
// What may follow a noun, folded: plural, possessive, case. Not `ce`: `ilçe` is no `il`.
const ENDING = /^(l[ae]r)?(s?[iu]|[iu]?m[iu]z|[iu]?n[iu]z)?(n?d[ae]n?|t[ae]n?|n?d[ae]ki|n?[iu]n|[ny]?[aeiu]|y?l[ae])?$/;
const HARD = { b: "p", d: "t", g: "k" };

/** One spelling for all ways a word is typed: `IŞIK`, `ışık`, `isik` → `isik`. The same as the program's `turkish::fold`. */
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060]/g, "")
  .replace(/[ıßæøł‘’ʼ´]/g, (letter) => ({ ı: "i", ß: "ss", æ: "ae", ø: "o", ł: "l" })[letter] ?? "'");

/** The folded words of a text; what follows an apostrophe is an ending. */
export const wordsOf = (text) =>
  fold(text).split(/[^\p{L}\p{N}']+/u).map((word) => word.replace(/^'+/, "").split("'")[0]).filter(Boolean);

/** Reads `text` piece by piece: numbers of five bits a letter, and single letters. */
function reader(text) {
  let at = 0;
  const digit = () => text.charCodeAt(at++) - 48;
  const number = () => {
    let n = 0, shift = 0, d;
    do { d = digit(); n |= (d & 31) << shift; shift += 5; } while (d & 32);
    return n;
  };
  return { digit, number, more: () => at < text.length };
}

/** A search over the index that `get(path)` reads as text. */
export function engine(get) {
  const kept = new Map();
  const once = (path, make) => kept.get(path) ?? kept.set(path, make()).get(path);
  const read = (path) => once(path, () => get(path));
  const map = read("/arama/dizin.json").then(JSON.parse);

  /** The roots in file `number`, by key. */
  const stretch = (number) => once(number, async () => {
    const text = await read(`${(await map).folder}k${number}.txt`);
    return new Map(text.split("\n").filter(Boolean).map((line) => {
      const [key, ...rest] = line.split("\t");
      return [key, rest];
    }));
  });

  async function fileOf(key) {
    const { words } = await map;
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] <= key) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  async function root(key) {
    const number = await fileOf(key);
    return number < 0 ? undefined : (await stretch(number)).get(key);
  }

  /** The forms of a root, those that `weigh(form)` is not nought for. */
  const forms = (key, rest, weigh) => rest.map((field) => {
    const [written, postings] = key.includes(" ") ? [key, field.split(" ").pop()] : field.split(" ");
    const form = written.startsWith("+") ? key + written.slice(1) : written;
    return { form, postings, weight: weigh(form) };
  }).filter(({ weight }) => weight > 0);

  /** The root that `word` is, or is a known form of. */
  async function named(word, sure) {
    for (let end = word.length; end >= Math.min(2, word.length); end -= 1) {
      let key = word.slice(0, end);
      let rest = await root(key);
      const whole = end === word.length;
      if (whole && rest?.[0].startsWith(">")) rest = await root(key = rest[0].slice(1));
      if (!rest || rest[0].startsWith(">")) continue;
      // Who asks for the noun means all its forms; who asks for a form means it a little more.
      const found = forms(key, rest, (form) => sure * (form === word || key === word ? 1 : 0.9));
      if (whole || found.some(({ form }) => form === word)) return { root: key, found };
    }
  }

  /** Everything that begins with `word`: what is being typed, and forms whose root begins with it. */
  async function begun(word) {
    const { words } = await map;
    const found = [];
    const first = await fileOf(word);
    for (let number = Math.max(first, 0); number < words.length && number < first + 3; number += 1) {
      if (number > first && !words[number].startsWith(word)) break;
      for (const [key, rest] of await stretch(number)) {
        if (key.includes(" ") || rest[0].startsWith(">") || !key.startsWith(word.slice(0, 2))) continue;
        found.push(...forms(key, rest, (form) => form.startsWith(word) ? 0.6 * (word.length + 2) / (form.length + 2) : 0));
      }
    }
    return found;
  }

  async function meaning(word, last) {
    let known = await named(word, 1);
    for (let end = word.length - 1; !known && end >= 2; end -= 1) {
      const ending = word.slice(end);
      if (!ENDING.test(ending)) continue;
      const noun = word.slice(0, end);
      const hard = HARD[noun.at(-1)];
      known = await named(noun, 0.7) ?? (hard && /^[aeiu]/.test(ending) ? await named(noun.slice(0, -1) + hard, 0.7) : undefined);
    }
    const found = known?.found ?? [];
    const open = !known || (last && word.length > 1);
    return { root: known?.root, found: open ? [...found, ...await begun(word)] : found };
  }

  /** How strongly each page that is `least` about one of the forms answers to them: the strongest counts, weighed by how rare all are. */
  function scores(found, total, least = 0) {
    const best = new Map();
    for (const { postings, weight } of found) {
      const { digit, number, more } = reader(postings);
      for (let page = 0; more();) {
        page += number();
        const strength = digit() / 63;
        if (strength > least) best.set(page, Math.max(best.get(page) ?? 0, weight * strength));
      }
    }
    const rarity = Math.log(1 + (total - best.size + 0.5) / (best.size + 0.5));
    for (const [page, score] of best) best.set(page, score * (0.2 + rarity));
    return best;
  }

  /** Numbers of the pages that answer to `query`, best first; `all` is false when no page has all its words. */
  async function search(query) {
    const { pages: total, ignored } = await map;
    const told = wordsOf(query).filter((word) => !ignored.includes(word));
    if (!told.length || !total) return { pages: [], all: true };
    const open = !/\s$/.test(query);
    const meant = await Promise.all(told.map((word, i) => meaning(word, open && i === told.length - 1)));
    const sums = new Map();
    const add = (page, score) => sums.set(page, (sums.get(page) ?? 0) + score);
    let most;
    const answer = (least) => {
      sums.clear();
      const each = meant.map(({ found }) => scores(found, total, least));
      for (const of of each) of.forEach((score, page) => add(page, score));
      const answering = (page) => each.filter((of) => of.has(page)).length;
      most = Math.max(0, ...[...sums.keys()].map(answering));
      for (const page of [...sums.keys()]) if (answering(page) < most) sums.delete(page);
    };
    answer(0);
    // A page that has only some of the words must be about them: one that mentions them answers nothing.
    if (most < told.length) answer(0.45);
    for (let i = 1; i < meant.length; i += 1) {
      if (!meant[i - 1].root || !meant[i].root) continue;
      const key = `${meant[i - 1].root} ${meant[i].root}`;
      const side = await root(key);
      if (side) scores(forms(key, side, () => 1), total).forEach((score, page) => sums.has(page) && add(page, score));
    }
    const found = [...sums].sort(([a, x], [b, y]) => y - x || a - b).map(([page]) => page);
    return { pages: found, all: most === told.length };
  }

  /** What a page is called: address, title, summary, section, date. */
  async function entry(page) {
    const { folder, entries } = await map;
    return JSON.parse(await read(`${folder}s${Math.floor(page / entries)}.json`))[page % entries];
  }

  /** Of every page the numbers of its section, unit and year; and their names. */
  async function facets() {
    const { folder, sections, units, years } = await map;
    const { number, more } = reader(await read(`${folder}suzgec.txt`));
    const numbers = [];
    while (more()) numbers.push(number());
    return { names: [sections, units, years], of: (page) => numbers.slice(page * 3, page * 3 + 3) };
  }

  return { search, entry, facets };
}

/** The search page. */
function desk() {
  const [box, input, status, list, more, filters] =
    ["sonuclar", "q", "durum", "liste", "daha", "suzgec"].map((id) => document.getElementById(id));
  const words = box.dataset;
  const selects = [...filters.querySelectorAll("select")];
  const { search, entry, facets } = engine(async (path) => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(path);
    return answer.text();
  });
  let turn = 0, found = [], shown = 0, wait;

  function element(name, attributes, ...content) {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...content);
    return made;
  }

  /** The text in pieces, the words that were asked for marked. */
  const marked = (text, asked) => text.split(/([\p{L}\p{N}]+)/u).map((piece) => {
    const folded = fold(piece);
    const hit = folded && asked.some((word) => folded.startsWith(word.length > 4 ? word.slice(0, -1) : word));
    return hit ? element("mark", {}, piece) : piece;
  });

  async function show(mine) {
    const asked = wordsOf(input.value);
    const entries = await Promise.all(found.slice(shown, shown + RESULTS).map(entry));
    if (mine !== turn) return;
    const here = document.documentElement.lang;
    list.append(...entries.map(([href, title, summary, section, date, lang = "tr"]) => element("li", lang === here ? {} : { lang },
      element("h2", { className: "kayit-ad" }, element("a", { href }, ...marked(title, asked))),
      element("p", {}, ...marked(summary, asked)),
      element("p", { className: "kayit-alt" }, [section, date].filter(Boolean).join(" · ")))));
    shown += entries.length;
    more.hidden = shown >= found.length;
  }

  /** Fills the filters with what the results have, and says which results pass. */
  async function filtered(pages) {
    if (!filters.open) return pages;
    const { names, of } = await facets();
    const passes = (page, except) => selects.every((s, i) => i === except || !s.value || names[i][of(page)[i]] === s.value);
    selects.forEach((select, i) => {
      const counts = new Map();
      for (const page of pages) {
        const name = names[i][of(page)[i]];
        if (name && passes(page, i)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      const chosen = select.value;
      const options = [...counts].sort(([a], [b]) => a.localeCompare(b, "tr"));
      select.replaceChildren(element("option", { value: "" }, words.hepsi),
        ...options.map(([value, count]) => element("option", { value }, `${value} (${count})`)));
      select.value = chosen;
    });
    return pages.filter((page) => passes(page));
  }

  async function run() {
    const mine = ++turn;
    const query = input.value;
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    let answer;
    try {
      answer = await search(query);
      answer.pages = await filtered(answer.pages);
    } catch {
      status.textContent = words.hata;
      return;
    }
    if (mine !== turn) return;
    found = answer.pages;
    shown = 0;
    list.replaceChildren();
    filters.hidden = !found.length && !selects.some((s) => s.value);
    more.hidden = true;
    const count = `${found.length.toLocaleString(document.documentElement.lang)} ${words.sonuc}${answer.all ? "" : `. ${words.kismi}`}`;
    status.textContent = !query.trim() ? "" : found.length ? count : words.yok;
    await show(mine);
  }

  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(run, 150); });
  input.form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  more.addEventListener("click", () => show(turn));
  for (const kind of ["toggle", "change"]) filters.addEventListener(kind, run);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) run();
}

if (typeof document !== "undefined") desk();
