/**
 * From what the reader asked to what is shown: the answer, its filters, its counts. No DOM.
 *
 * @typedef {import("./types.js").Backend} Backend
 * @typedef {import("./search-state.js").State} State
 * @typedef {import("./types.js").Answer & {counts: Record<string, number>,
 *   facetCounts: (name: string) => [string, number][]}} Found
 */

import { answer } from "./planner.js";
import { joined } from "./korean.js";

/** @type {Record<string, string>} */
const KINDS = { p: "program", e: "enterprise", c: "centre", r: "product", g: "page" };

/**
 * @param {Backend} backend @param {State} state
 * @returns {Promise<Found>}
 */
export async function find(backend, { q, kind, sort, facets: chosen }) {
  const browsing = !joined(q);
  const filtering = kind || Object.keys(chosen).length;
  const [kinds, facets] = await Promise.all([backend.kinds(), filtering ? backend.facets() : new Map()]);
  const fits = (/** @type {number} */ page, without = "") => (
    Object.entries(chosen).every(([name, values]) => (
      name === without || values.some((value) => facets.get(name)?.get(value)?.has(page))
    ))
  );
  const ofKind = (/** @type {number} */ page) => !kind || KINDS[kinds[page]] === kind;
  const keep = (/** @type {number} */ page) => ofKind(page) && fits(page);
  const found = browsing ? browse(kinds, keep) : await answer(backend, q, keep);
  const order = sort || (browsing ? "name" : "");
  const keys = order ? sorted(await backend.order(order), found.keys) : found.keys;
  const facetCounts = (/** @type {string} */ name) => counted(
    found.found.filter((page) => ofKind(page) && fits(page, name)), facets.get(name),
  );
  const counts = byKind(found.found.filter((page) => fits(page)), kinds);
  return { ...found, keys, counts, facetCounts };
}

/** Everything, without a query. */
function browse(/** @type {string} */ kinds, /** @type {(page: number) => boolean} */ keep) {
  const all = [...kinds].map((_, page) => page);
  return { keys: all.filter(keep), partial: [], found: all, marks: [], also: [], meant: "" };
}

/** @param {Map<number, number>} order @param {number[]} pages */
function sorted(order, pages) {
  const place = (/** @type {number} */ page) => order.get(page) ?? Infinity;
  return [...pages].sort((a, b) => place(a) - place(b));
}

/** @param {number[]} pages @param {string} kinds */
function byKind(pages, kinds) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const page of pages) {
    const kind = KINDS[kinds[page]];
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/**
 * Value → how many of the pages have it, frequent ones first.
 * @param {number[]} pages @param {Map<string, Set<number>>} [values]
 */
function counted(pages, values = new Map()) {
  return [...values].map(([value, those]) => (
    /** @type {[string, number]} */ ([value, pages.filter((page) => those.has(page)).length])
  )).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
