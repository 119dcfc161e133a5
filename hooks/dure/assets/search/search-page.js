/**
 * The search page: what the reader types and chooses, and the answer under it.
 *
 * @typedef {import("./types.js").Backend} Backend
 * @typedef {import("./search-find.js").Found} Found
 * @typedef {{facets: Record<string, {label: string, values: Record<string, string>}>,
 *   kinds: Record<string, string[]>, sorts: Record<string, string>}} Labels
 * @typedef {(lang: string) => Backend | null} MakeBackend
 *
 * @typedef {object} Page
 * @property {HTMLElement} box
 * @property {string} root  of the site, from this page
 * @property {string} lang
 * @property {string} other  address of the search in the other language
 * @property {Labels} labels
 * @property {Record<string, string>} texts
 * @property {HTMLInputElement} input
 * @property {Record<"results" | "status" | "tabs" | "tools" | "body", HTMLElement>} parts
 * @property {MakeBackend} makeBackend
 * @property {() => Backend} ask
 * @property {import("./search-state.js").State} state
 * @property {number} shown  results shown at most
 * @property {number} turn  counts answers, so that a later one makes an earlier one void
 */

import { empty, help, otherLanguage } from "./search-empty.js";
import { find } from "./search-find.js";
import { isComposing, remembered, walk } from "./search-keys.js";
import { fromAddress, isAsked, toAddress, toggled } from "./search-state.js";
import { element, facetBox, fill, hints, kindTabs, resultItem, sortChoice } from "./search-view.js";

/** Milliseconds without a key before a query is answered. */
const PAUSE = 150;
/** Results shown at a time: as many as are ranked exactly. */
const PAGE = 10;

/**
 * Starts the search in its container.
 * @param {HTMLElement} box @param {MakeBackend} makeBackend
 */
export function start(box, makeBackend) {
  const page = made(box, makeBackend);
  page.input.value ||= page.state.q;
  listen(page);
  page.ask().plan();
  page.ask().kinds();
  change(page, { q: page.input.value }, "replace");  // typed while this was loading
}

/**
 * @param {HTMLElement} box @param {MakeBackend} makeBackend
 * @returns {Page}
 */
function made(box, makeBackend) {
  const json = (/** @type {string} */ id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");
  const { root = "", lang = "", other = "" } = box.dataset;
  const labels = { facets: {}, kinds: {}, sorts: {}, ...json("search-labels") };
  const texts = json("search-texts");
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input[type=search]"));
  /** @type {Backend | null} */
  let backend = null;
  const ask = () => { backend ??= /** @type {Backend} */ (makeBackend(lang)); return backend; };
  const state = fromAddress(location.search, Object.keys(labels.facets));
  const parts = drawn(box, texts.kinds);
  return { box, root, lang, other, labels, texts, input, parts, makeBackend, ask, state, shown: PAGE, turn: 0 };
}

/** The empty places of an answer. */
function drawn(/** @type {HTMLElement} */ box, /** @type {string} */ label) {
  const results = /** @type {HTMLElement} */ (box.querySelector("[data-search-results]"));
  const status = element("p", { role: "status", class: "search-status" });
  const tabs = element("div", { class: "search-kinds", role: "group", "aria-label": label });
  const tools = element("div", { class: "search-tools" });
  const body = element("div", { class: "search-body" });
  results.replaceChildren(tabs, tools, status, body);
  return { results, status, tabs, tools, body };
}

/** @param {Page} page */
function listen(page) {
  const { input, parts } = page;
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    parts.results.dataset.searchState = "loading";
    timer = window.setTimeout(() => change(page, { q: input.value }, "replace"), PAUSE);
  });
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change(page, { q: input.value });
  });
  input.form?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isComposing(event)) event.preventDefault();
  });
  page.box.addEventListener("keydown", (event) => walk(event, input, parts.results));
  window.addEventListener("popstate", () => {
    page.state = fromAddress(location.search, Object.keys(page.labels.facets));
    input.value = page.state.q;
    run(page);
  });
}

/**
 * Typing rewrites the address; a choice is a step the reader can go back from.
 * @param {Page} page @param {Partial<Page["state"]>} values
 */
function change(page, values, how = "push") {
  const before = toAddress(page.state);
  page.state = { ...page.state, ...values };
  page.shown = PAGE;
  const now = toAddress(page.state);
  if (now !== before) history[how === "push" ? "pushState" : "replaceState"](null, "", now || location.pathname);
  run(page);
}

/** Answers the present state; a later change makes an earlier answer void. */
async function run(/** @type {Page} */ page) {
  page.turn += 1;
  const { turn } = page;
  page.parts.results.dataset.searchState = "loading";
  try {
    const found = isAsked(page.state) ? await find(page.ask(), page.state) : null;
    const body = found ? await answered(page, found)
      : [element("p", { class: "search-start" }, page.texts.start)];
    if (turn === page.turn) show(page, found, body);
  } catch (error) {
    if (turn !== page.turn) return;
    show(page, null, [element("p", { class: "search-failed" }, page.texts.failed)]);
    console.error(error);
  }
}

/** @param {Page} page @param {Found | null} found @param {Node[]} body */
function show(page, found, body) {
  const { parts } = page;
  const restore = remembered(parts.results);
  parts.body.replaceChildren(...body);
  parts.tabs.replaceChildren(...(found ? tabs(page, found) : []));
  parts.tools.replaceChildren(...(found ? tools(page, found) : []));
  restore();
  parts.status.textContent = found ? status(page, found) : "";
  parts.results.dataset.searchState = "ready";
}

/** @param {Page} page @param {Found} found */
function status({ texts, state }, { keys, partial }) {
  const n = keys.length || partial.length;
  return fill(n ? texts.count : texts.none, { n: String(n), q: state.q.trim() });
}

/** What stands below the count: hints, results, ways on. */
async function answered(/** @type {Page} */ page, /** @type {Found} */ found) {
  const { texts, state } = page;
  /** @type {Node[]} */
  const body = hints(found, { texts, link: (q) => toAddress({ ...state, q }) });
  if (!found.keys.length && !found.partial.length) return [...body, ...await empty(page), ...help()];
  if (found.keys.length) body.push(await list(page, found, found.keys.slice(0, page.shown)));
  if (found.keys.length > page.shown) body.push(moreButton(page));
  if (found.partial.length) {
    body.push(element("h2", { class: "search-partial" }, texts.partial));
    body.push(await list(page, found, found.partial));
  }
  if (state.q.trim() && page.other) body.push(otherLanguage(page, fill(texts.other, { q: state.q.trim() })));
  return body;
}

/** @param {Page} page @param {Found} found @param {number[]} pages */
async function list({ ask, root, texts }, found, pages) {
  const records = await ask().load(pages);
  const items = records.map((record) => resultItem(record, { root, texts, words: found.marks }));
  return element("ol", { class: "search-list" }, ...items);
}

/** @param {Page} page */
function moreButton(page) {
  const button = element("button", { type: "button", class: "search-more" }, page.texts.more);
  button.addEventListener("click", async () => {
    const next = page.shown;
    page.shown += PAGE;
    await run(page);
    const results = page.parts.results.querySelectorAll("a[data-search-result]");
    /** @type {HTMLElement | undefined} */ (results[next])?.focus();
  });
  return button;
}

/** @param {Page} page @param {Found} found */
function tabs(page, { counts }) {
  const choose = (/** @type {string} */ kind) => change(page, { kind, facets: {} });
  return kindTabs({ counts, chosen: page.state.kind, texts: page.texts, choose });
}

/** @param {Page} page @param {Found} found */
function tools(page, found) {
  const { state, labels, texts } = page;
  const boxes = (labels.kinds[state.kind] ?? []).flatMap((name) => {
    const { label, values: names } = labels.facets[name];
    const chosen = state.facets[name] ?? [];
    const values = found.facetCounts(name)
      .filter(([id, count]) => count || chosen.includes(id))
      .map(([id, count]) => ({ id, count, label: names[id] ?? id }));
    const toggle = (/** @type {string} */ id) => change(page, toggled(page.state, name, id));
    return values.length ? [facetBox({ name, label, values, chosen, toggle })] : [];
  });
  const choose = (/** @type {string} */ sort) => change(page, { sort });
  const sort = sortChoice({ sorts: labels.sorts, chosen: state.sort, texts, choose });
  return Object.keys(labels.sorts).length ? [...boxes, sort] : boxes;
}
