/**
 * From what the reader asked to what is shown: the answer, its filters, its counts. No DOM.
 *
 * @typedef {import("./planner.js").Answer & {counts: Object<string, number>,
 *   facetCounts: (name: string) => [string, number][]}} Found
 */

import { answer } from "./planner.js";
import { joined } from "./korean.js";

const KINDS = { p: "program", e: "enterprise", c: "centre", r: "product", g: "page" };

/** The kind of a record, from its key: `ko_p1f2e3d4c5b` is a program. */
export function kindOf(key) {
  return KINDS[key.split("_")[1][0]];
}

/** @param {import("./search-state.js").State} state @returns {Promise<Found>} */
export async function find(backend, { q, kind, sort, facets: chosen }) {
  const browsing = !joined(q);
  const filtering = kind || Object.keys(chosen).length;
  const facets = filtering ? await backend.facets() : new Map();
  const fits = (key, without) => Object.entries(chosen).every(([name, values]) => (
    name === without || values.some((value) => facets.get(name)?.get(value)?.has(key))
  ));
  const ofKind = (key) => !kind || kindOf(key) === kind;
  const keep = (key) => ofKind(key) && fits(key);
  const found = browsing ? await browse(backend, keep) : await answer(backend, q, keep);
  const order = sort || (browsing ? "name" : "");
  const keys = order ? sorted(await backend.order(order), found.keys) : found.keys;
  const facetCounts = (name) => counted(
    found.found.filter((key) => ofKind(key) && fits(key, name)), facets.get(name),
  );
  return { ...found, keys, counts: byKind(found.found.filter((key) => fits(key))), facetCounts };
}

/** Everything, without a query. */
async function browse(backend, keep) {
  const all = await backend.all();
  return { keys: all.filter(keep), partial: [], found: all, marks: [], also: [], meant: "" };
}

function sorted(order, keys) {
  return [...keys].sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity));
}

function byKind(keys) {
  const counts = {};
  for (const key of keys) counts[kindOf(key)] = (counts[kindOf(key)] ?? 0) + 1;
  return counts;
}

/** Value → how many of the keys have it, frequent ones first. @returns {[string, number][]} */
function counted(keys, values) {
  return [...(values ?? [])].map(([value, those]) => [value, keys.filter((key) => those.has(key)).length])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
