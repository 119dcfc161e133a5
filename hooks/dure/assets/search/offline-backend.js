/**
 * The search without a server: every record in memory, every lookup a scan. For `file://`, where
 * a page may load scripts but fetch nothing.
 *
 * @typedef {import("./types.js").SearchRecord & {facets: Record<string, string[]>,
 *   sort: Record<string, string>}} OfflineRecord
 * @typedef {{plan: import("./types.js").Plan, words: string[], hanja: Record<string, string>,
 *   categories: import("./nearest.js").Category[], records: OfflineRecord[]}} OfflineData
 */

import { readings } from "./korean.js";
import { bit } from "./score.js";
import { fieldsOf, isOther, otherWords } from "./tokens.js";

/** @type {Record<string, string>} */
const LETTERS = { program: "p", enterprise: "e", centre: "c", product: "r", page: "g" };

/** @param {OfflineData} data @returns {import("./types.js").Backend} */
export function offlineBackend({ plan, words, hanja, categories, records }) {
  const others = otherWords(plan.other);
  /** @type {[string, string[]][][]} */
  let texts = [];
  const scan = () => { if (!texts.length) texts = records.map(scannable); return texts; };
  return {
    plan: async () => plan,
    lexicon: async () => words,
    categories: async () => categories,
    hanja: async () => readings(hanja),
    lookup: async (word) => found(scan(), word, others),
    load: async (pages) => pages.map((page) => records[page]),
    kinds: async () => records.map((record) => LETTERS[record.kind]).join(""),
    facets: async () => facets(records),
    order: async (name) => order(records, name),
  };
}

/**
 * The tokens of each field.
 * @returns {[string, string[]][]}
 */
function scannable(/** @type {OfflineRecord} */ record) {
  return Object.entries(fieldsOf(record)).map(([name, tokens]) => [name, tokens.map((token) => token.text)]);
}

/** @param {[string, string[]][][]} texts @param {string} word @param {import("./types.js").Others} others */
function found(texts, word, others) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  for (const [page, fields] of texts.entries()) {
    let bits = 0;
    for (const [name, tokens] of fields) {
      for (const token of tokens) {
        if (word && token.startsWith(word)) bits |= bit(name, isOther(token, word, others));
      }
    }
    if (bits) hits.set(page, bits);
  }
  return hits;
}

/** @param {OfflineRecord[]} records */
function facets(records) {
  /** @type {Map<string, Map<string, Set<number>>>} */
  const all = new Map();
  for (const [page, record] of records.entries()) {
    for (const [name, values] of Object.entries(record.facets)) {
      const own = all.get(name) ?? new Map();
      all.set(name, own);
      for (const value of values) own.set(value, (own.get(value) ?? new Set()).add(page));
    }
  }
  return all;
}

/** @param {OfflineRecord[]} records @param {string} name */
function order(records, name) {
  const text = (/** @type {number} */ page) => records[page].sort[name] ?? "";
  const pages = [...records.keys()].sort((a, b) => (
    text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a - b
  ));
  return new Map(pages.map((page, i) => [page, i]));
}
