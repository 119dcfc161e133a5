/**
 * When nothing is found: the nearest categories, how much the other language has, whom to call.
 *
 * @typedef {import("./search-page.js").Page} Page
 */

import { nearest } from "./nearest.js";
import { find } from "./search-find.js";
import { toAddress } from "./search-state.js";
import { address, element, fill } from "./search-view.js";

/** What stands in place of results. */
export async function empty(/** @type {Page} */ page) {
  const q = page.state.q.trim();
  const out = [element("p", { class: "search-empty" }, fill(page.texts.empty, { q }))];
  const [categories, other] = await Promise.all([page.ask().categories(), otherCount(page)]);
  const near = nearest(q, categories);
  if (near.length) {
    const links = near.flatMap(({ label, link }, i) => [
      i ? ", " : "", element("a", { href: address(page.root, link), "data-search-category": true }, label),
    ]);
    out.push(element("p", { class: "search-near" }, `${page.texts.near} `, ...links));
  }
  if (other) out.push(otherLanguage(page, fill(page.texts.other_count, { q, n: String(other) })));
  return out;
}

/** The help of the page itself: lists and telephone numbers. */
export function help() {
  const help_ = document.getElementById("search-empty");
  return help_ instanceof HTMLTemplateElement ? [help_.content.cloneNode(true)] : [];
}

/** How many records of the other language answer; 0 where they cannot be asked. */
async function otherCount(/** @type {Page} */ page) {
  if (!page.state.q.trim() || !page.other) return 0;
  try {
    const backend = page.makeBackend(page.lang === "ko" ? "en" : "ko");
    return backend ? (await find(backend, otherState(page))).keys.length : 0;
  } catch {
    return 0;  // a missing index of the other language is no reason to fail
  }
}

/** @param {Page} page */
function otherState({ state }) {
  return { ...state, sort: "", facets: {} };
}

/** A way to the same query in the other language. */
export function otherLanguage(/** @type {Page} */ page, /** @type {string} */ text) {
  const there = page.lang === "ko" ? "en" : "ko";
  const href = page.other + toAddress(otherState(page));
  const link = element("a", { href, hreflang: there, lang: there, "data-search-other": true }, text);
  return element("p", { class: "search-other" }, link);
}
