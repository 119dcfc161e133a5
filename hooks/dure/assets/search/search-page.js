/**
 * The search page: what the reader types and chooses, and the answer under it.
 */

import { find } from "./search-find.js";
import { isComposing, remembered, walk } from "./search-keys.js";
import { fromAddress, isAsked, toAddress, toggled } from "./search-state.js";
import {
  element, facetBox, fill, hints, kindTabs, resultItem, sortChoice,
} from "./search-view.js";

/** Milliseconds without a key before a query is answered. */
const PAUSE = 150;
/** Results shown at a time. */
const PAGE = 15;

/** Starts the search in its container. */
export function start(box, makeBackend) {
  const given = settings(box);
  const page = { ...given, ...parts(box, given.texts.kinds), shown: PAGE, turn: 0, backend: null };
  page.ask = () => { page.backend ??= makeBackend(page); return page.backend; };
  page.state = fromAddress(location.search, Object.keys(page.labels.facets));
  page.input.value ||= page.state.q;
  listen(page);
  page.ask().plan();
  page.ask().places();
  change(page, { q: page.input.value }, "replace");  // typed while this was loading
}

function settings(box) {
  const json = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");
  const { root, lang, other } = box.dataset;
  const labels = { facets: {}, kinds: {}, sorts: {}, ...json("search-labels") };
  return { box, root, lang, other, labels, texts: json("search-texts") };
}

function parts(box, label) {
  const results = box.querySelector("[data-search-results]");
  const status = element("p", { role: "status", class: "search-status" });
  const tabs = element("div", { class: "search-kinds", role: "group", "aria-label": label });
  const tools = element("div", { class: "search-tools" });
  const body = element("div", { class: "search-body" });
  results.replaceChildren(tabs, tools, status, body);
  return { input: box.querySelector("input[type=search]"), results, status, tabs, tools, body };
}

function listen(page) {
  const { input } = page;
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    page.results.dataset.searchState = "loading";
    timer = setTimeout(() => change(page, { q: input.value }, "replace"), PAUSE);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    change(page, { q: input.value });
  });
  input.form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isComposing(event)) event.preventDefault();
  });
  page.box.addEventListener("keydown", (event) => walk(event, input, page.results));
  window.addEventListener("popstate", () => {
    page.state = fromAddress(location.search, Object.keys(page.labels.facets));
    input.value = page.state.q;
    run(page);
  });
}

/** Typing rewrites the address; a choice is a step the reader can go back from. */
function change(page, values, how = "push") {
  const before = toAddress(page.state);
  page.state = { ...page.state, ...values };
  page.shown = PAGE;
  const now = toAddress(page.state) || location.pathname;
  if (how === "push" && now !== before) history.pushState(null, "", now);
  else history.replaceState(null, "", now);
  run(page);
}

/** Answers the present state; a later change makes an earlier answer void. */
async function run(page) {
  page.turn += 1;
  const { turn } = page;
  page.results.dataset.searchState = "loading";
  try {
    const found = isAsked(page.state) ? await find(page.ask(), page.state) : null;
    const body = found ? await answered(page, found) : [started(page)];
    if (turn === page.turn) show(page, found, body);
  } catch (error) {
    if (turn !== page.turn) return;
    show(page, null, [element("p", { class: "search-failed" }, page.texts.failed)]);
    console.error(error);
  }
}

function show(page, found, body) {
  const restore = remembered(page.results);
  page.body.replaceChildren(...body);
  page.tabs.replaceChildren(...(found ? tabs(page, found) : []));
  page.tools.replaceChildren(...(found ? tools(page, found) : []));
  restore();
  page.status.textContent = found ? status(page, found) : "";
  page.results.dataset.searchState = "ready";
}

function started(page) {
  return element("p", { class: "search-start" }, page.texts.start);
}

function status({ texts, state }, { keys, partial }) {
  const n = keys.length || partial.length;
  return fill(n ? texts.count : texts.none, { n: String(n), q: state.q.trim() });
}

/** What stands below the count: hints, results, ways on. */
async function answered(page, found) {
  const { texts, state } = page;
  const body = hints(found, { texts, link: (q) => toAddress({ ...state, q }) });
  if (found.keys.length) body.push(await list(page, found, found.keys.slice(0, page.shown)));
  if (found.keys.length > page.shown) body.push(moreButton(page));
  if (found.partial.length) {
    body.push(element("h2", { class: "search-partial" }, texts.partial));
    body.push(await list(page, found, found.partial));
  }
  if (!found.keys.length && !found.partial.length) body.push(...empty(page));
  if (state.q.trim() && page.other) body.push(otherLanguage(page));
  return body;
}

async function list(page, found, keys) {
  const records = await page.ask().load(keys);
  const items = records.map((record) => resultItem(record, { ...page, words: found.marks }));
  return element("ol", { class: "search-list" }, ...items);
}

function moreButton(page) {
  const button = element("button", { type: "button", class: "search-more" }, page.texts.more);
  button.addEventListener("click", async () => {
    const next = page.shown;
    page.shown += PAGE;
    await run(page);
    page.results.querySelectorAll("a[data-search-result]")[next]?.focus();
  });
  return button;
}

function tabs(page, found) {
  const choose = (kind) => change(page, { kind, facets: {} });
  return kindTabs({ counts: found.counts, chosen: page.state.kind, texts: page.texts, choose });
}

function tools(page, found) {
  const { state, labels, texts } = page;
  const boxes = (labels.kinds[state.kind] ?? []).map((name) => {
    const { label, values: names } = labels.facets[name];
    const chosen = state.facets[name] ?? [];
    const values = found.facetCounts(name)
      .filter(([id, count]) => count || chosen.includes(id))
      .map(([id, count]) => ({ id, count, label: names[id] ?? id }));
    const toggle = (id) => change(page, toggled(page.state, name, id));
    return values.length ? facetBox({ name, label, values, chosen, toggle }) : null;
  });
  const choose = (sort) => change(page, { sort });
  const sort = sortChoice({ sorts: labels.sorts, chosen: state.sort, texts, choose });
  return [...boxes.filter(Boolean), ...(Object.keys(labels.sorts).length ? [sort] : [])];
}

function empty(page) {
  const help = document.getElementById("search-empty")?.content.cloneNode(true);
  const said = element("p", { class: "search-empty" }, fill(page.texts.empty, { q: page.state.q.trim() }));
  return help ? [said, help] : [said];
}

function otherLanguage({ other, lang, state, texts }) {
  const there = lang === "ko" ? "en" : "ko";
  const href = other + toAddress({ ...state, sort: "", facets: {} });
  const link = element("a", { href, hreflang: there, lang: there, "data-search-other": true },
    fill(texts.other, { q: state.q.trim() }));
  return element("p", { class: "search-other" }, link);
}
