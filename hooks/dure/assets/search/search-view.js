/**
 * Puts answers into the page. Every text from data goes in as text, never as HTML.
 *
 * @typedef {Record<string, string>} Texts
 * @typedef {import("./types.js").SearchRecord} SearchRecord
 */

import { excerpt, marked } from "./marks.js";

/**
 * An element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name @param {Record<string, string | boolean>} attributes
 * @param {(Node | string)[]} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** A text with `{name}` filled in. */
export function fill(/** @type {string} */ text, /** @type {Record<string, string>} */ values) {
  return text.replace(/\{(\w+)\}/gu, (_, name) => values[name] ?? "");
}

/** The address of a page or record from this page; a disk serves no folders. */
export function address(/** @type {string} */ root, /** @type {string} */ url) {
  return root + (location.protocol === "file:" ? url.replace(/\/([?#].*)?$/u, "/index.html$1") : url);
}

/**
 * One result.
 * @param {SearchRecord} record @param {{root: string, texts: Texts, words: string[]}} page
 */
export function resultItem(record, { root, texts, words }) {
  const link = element("a", { href: address(root, record.url), "data-search-result": true });
  link.append(marked(record.title, words));
  const item = element("li", { "data-id": record.id, "data-kind": record.kind, class: "search-result" });
  item.append(element("p", { class: "search-result-title" }, link));
  item.append(element("p", { class: "search-result-badges" }, ...badges(record, texts)));
  if (record.subtitle) {
    item.append(element("p", { class: "search-result-subtitle" }, marked(record.subtitle, words)));
  }
  const found = excerpt(record.content, words);
  const part = found ? excerpt(beyond(record), words) : excerpt(record.facts.join(" · "), words);
  if (part) item.append(element("p", { class: "search-result-excerpt" }, marked(part, words)));
  return item;
}

/** What the text says beyond title and subtitle, which stand above it. */
function beyond(/** @type {SearchRecord} */ { title, subtitle, content }) {
  return [title, ...subtitle.split(" — ")].reduce((text, told) => text.replace(told, () => ""), content);
}

/** @param {SearchRecord} record @param {Texts} texts */
function badges(record, texts) {
  const shown = [texts[`kind_${record.kind}`], ...Object.values(record.shown)].filter(Boolean);
  return shown.flatMap((text, i) => [i ? " " : "", element("span", { class: "search-badge" }, text)]);
}

/**
 * A row of buttons, one per kind with its count.
 * @param {{counts: Record<string, number>, chosen: string, texts: Texts,
 *   choose: (kind: string) => void}} choice
 */
export function kindTabs({ counts, chosen, texts, choose }) {
  const kinds = ["", "program", "enterprise", "product", "centre", "page"];
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return kinds.filter((kind) => !kind || counts[kind] || kind === chosen).map((kind) => {
    const label = kind ? texts[`kind_${kind}`] : texts.kind_all;
    const button = element("button", {
      type: "button", class: "search-kind", "data-search-kind": kind || "all",
      "aria-pressed": String(kind === chosen),
    }, `${label} `, element("span", { class: "search-count" }, String(kind ? counts[kind] ?? 0 : total)));
    button.addEventListener("click", () => choose(kind));
    return button;
  });
}

/**
 * One facet: its values as checkboxes with counts.
 * @param {{name: string, label: string, values: {id: string, label: string, count: number}[],
 *   chosen: string[], toggle: (id: string) => void}} facet
 */
export function facetBox({ name, label, values, chosen, toggle }) {
  const rows = values.map(({ id, label: text, count }) => {
    const box = element("input", { type: "checkbox", name, value: id });
    box.checked = chosen.includes(id);
    box.addEventListener("change", () => toggle(id));
    const counted = element("span", { class: "search-count" }, String(count));
    return element("label", { class: "search-value" }, box, ` ${text} `, counted);
  });
  const box = element("details", { class: "search-facet", "data-search-facet": name });
  box.open = chosen.length > 0;
  box.append(element("summary", {}, label));
  box.append(element("fieldset", {}, element("legend", { class: "search-legend" }, label), ...rows));
  return box;
}

/**
 * How results are ordered.
 * @param {{sorts: Record<string, string>, chosen: string, texts: Texts,
 *   choose: (sort: string) => void}} choice
 */
export function sortChoice({ sorts, chosen, texts, choose }) {
  const select = element("select", { name: "sort", "aria-label": texts.sort });
  for (const [value, label] of [["", texts.sort_best], ...Object.entries(sorts)]) {
    const option = element("option", { value }, label);
    option.selected = value === chosen;
    select.append(option);
  }
  select.addEventListener("change", () => choose(select.value));
  return element("label", { class: "search-sort" }, `${texts.sort} `, select);
}

/**
 * "Did you mean" and "also searched for".
 * @param {import("./types.js").Answer} answer
 * @param {{texts: Texts, link: (q: string) => string}} page
 */
export function hints(answer, { texts, link }) {
  const out = [];
  if (answer.meant) {
    const [before, after] = texts.meant.split("{word}");
    const again = element("a", { href: link(answer.meant), "data-search-meant": true }, answer.meant);
    out.push(element("p", { class: "search-meant" }, before, again, after ?? ""));
  }
  if (answer.also.length) {
    const words = answer.also.slice(0, 6).join(", ");
    out.push(element("p", { class: "search-also", "data-search-also": true },
      fill(texts.also, { words })));
  }
  return out;
}
