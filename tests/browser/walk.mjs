// The walks of check.mjs that no list of rules can take: by keyboard alone, at 400 % zoom, with wider spacing of text, in forced
// colours, without motion, without script, without style sheets. One page of every template each. A finding names its criterion
// of WCAG 2.2. Not axe: that is check.mjs.

/** The height, in pixels, that a drawing beside words may have where no style sheet is read. */
const MOST_ICON = 64;

/** Takes all walks on `page` at `origin`; `fail(criterion, what)` hears what is wrong. */
export async function walks(browser, origin, path, fail) {
  await keyboard(browser, origin + path, fail);
  await zoomed(browser, origin + path, fail);
  await spaced(browser, origin + path, fail);
  await forced(browser, origin + path, fail);
  await still(browser, origin + path, fail);
  await plain(browser, origin + path, fail);
}

async function opened(browser, url, options, before = async () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "tr-TR", ...options });
  const page = await context.newPage();
  await before(page);
  await page.goto(url, { waitUntil: "load" });
  return { page, close: () => context.close() };
}

/** Tab goes through all there is to reach, in the order of the page, to be seen at every step, and out again at the end. */
async function keyboard(browser, url, fail) {
  const { page, close } = await opened(browser, url, {});
  const MOST = 400;
  const steps = [];
  for (let step = 0; step < MOST; step += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      // The browser may glide to what has the focus; here nobody waits for it.
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const all = (globalThis.__all ??= [...document.querySelectorAll("*")]);
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
      const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      return {
        order: all.indexOf(element),
        html: element.outerHTML.slice(0, 90),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        covered: !!top && top !== element && !element.contains(top) && !top.contains(element) && ["fixed", "sticky"].includes(getComputedStyle(top).position),
      };
    });
    if (!at) break;
    if (steps.some((before) => before.order === at.order)) break;
    if (!at.outlined || !at.seen) fail("2.4.7", `focus cannot be seen on ${at.html}`);
    if (at.covered) fail("2.4.11", `focus is covered on ${at.html}`);
    if (steps.length && at.order < steps.at(-1).order) fail("2.4.3", `focus goes back in the page to ${at.html}`);
    steps.push(at);
  }
  if (steps.length === MOST) fail("2.1.2", `after ${MOST} steps the keyboard is still on the page`);
  const reachable = await page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((element) => !element.disabled && element.tabIndex >= 0 && shown(element)).length;
  });
  const reached = new Set(steps.map((step) => step.order)).size;
  if (reached < reachable) fail("2.1.1", `the keyboard reaches ${reached} of ${reachable} controls`);
  if (steps.length && !steps[0].html.includes('href="#')) fail("2.4.1", "the first step is no skip link");
  await close();
}

/** 1280 × 1024 px at 400 % is 320 × 256 px: nothing but tables and code scrolls in two directions. */
async function zoomed(browser, url, fail) {
  const { page, close } = await opened(browser, url, { viewport: { width: 320, height: 256 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fail("1.4.10", `scrolls sideways by ${wide} px at 400 %`);
  await close();
}

/** With the spacing of 1.4.12 no text is cut off and nothing scrolls sideways. */
async function spaced(browser, url, fail) {
  const { page, close } = await opened(browser, url, { viewport: { width: 320, height: 800 } });
  const cut = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    const cut = [];
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) cut.push("the page scrolls sideways");
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
      const style = getComputedStyle(element);
      const clips = style.overflowY === "hidden" || style.overflowX === "hidden";
      const hidden = style.clipPath === "inset(50%)";
      if (clips && !hidden && !element.closest(".gizli, svg") && element.textContent.trim() && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)) cut.push(element.outerHTML.slice(0, 90));
    }
    return cut;
  });
  for (const what of cut) fail("1.4.12", `cut off with wider spacing: ${what}`);
  await close();
}

/** In forced colours text stands out from its ground, and focus is still drawn. */
async function forced(browser, url, fail) {
  const { page, close } = await opened(browser, url, { forcedColors: "active" });
  const same = await page.evaluate(() => {
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (!/, 0\)$|transparent/.test(colour)) return colour;
      }
      return "";
    };
    const texts = [...document.querySelectorAll("h1, h2, p, a, button, label, td, th")].filter((element) => element.textContent.trim() && element.checkVisibility() && !element.closest(".gizli"));
    return texts.filter((element) => getComputedStyle(element).color === ground(element)).map((element) => element.outerHTML.slice(0, 90));
  });
  for (const what of same.slice(0, 5)) fail("1.4.11", `cannot be seen in forced colours: ${what}`);
  await close();
}

/** Who asks for less motion sees none. */
async function still(browser, url, fail) {
  const { page, close } = await opened(browser, url, { reducedMotion: "reduce" });
  const moving = await page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === "running").length);
  if (moving) fail("2.2.2", `${moving} animations run although less motion was asked for`);
  await close();
}

/** Without script and without style sheets the page says the same, its heading after the way to skip to it. */
async function plain(browser, url, fail) {
  const words = (page) => page.evaluate(() => document.querySelector("main").innerText.replace(/\s+/g, " ").trim().length);
  const { page: full, close: closeFull } = await opened(browser, url, {});
  const wanted = await words(full);
  await closeFull();
  const bare = { javaScriptEnabled: false };
  const { page, close } = await opened(browser, url, bare, (page) => page.route("**/*.css", (route) => route.abort()));
  const main = await page.locator("main").innerText();
  const said = main.replace(/\s+/g, " ").trim().length;
  if (said < wanted * 0.9) fail("1.3.2", `without script and style ${said} of ${wanted} characters are said`);
  if (!(await page.locator("h1").first().isVisible())) fail("1.3.2", "without script and style there is no heading");
  // An icon says nothing of its own: it must not push the text off the screen.
  const large = await page.evaluate((most) => {
    const icons = [...document.querySelectorAll('svg[aria-hidden="true"]')];
    return icons.filter((icon) => icon.getBoundingClientRect().height > most).map((icon) => icon.outerHTML.slice(0, 90));
  }, MOST_ICON);
  for (const what of large) fail("1.3.2", `without style sheets it is higher than ${MOST_ICON} px: ${what}`);
  await close();
}
