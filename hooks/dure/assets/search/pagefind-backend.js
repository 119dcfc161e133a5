/**
 * The search over a Pagefind index on a server. Nothing is loaded before the first question.
 *
 * @typedef {import("./pagefind-files.js").Tables} Tables
 * @typedef {import("./pagefind-files.js").Word} Word
 */

import { readings } from "./korean.js";
import {
  chunksOf, fetched, readFacet, readOrder, readRecord, readTables, readWords,
} from "./pagefind-files.js";
import { bit } from "./score.js";
import { isOther, otherWords } from "./tokens.js";

/**
 * @param {string} base  address of the index @param {string} lang
 * @returns {import("./types.js").Backend}
 */
export function pagefindBackend(base, lang) {
  const json = once(async (/** @type {string} */ name) => (await fetched(base + name)).json());
  const tables = once(() => readTables(base, lang));
  const words = once((/** @type {string} */ name) => readWords(base, name));
  const record = once(async (/** @type {number} */ page) => readRecord(base, (await tables()).keys[page]));
  const facets = once(async () => allFacets(base, await tables()));
  const others = once(async () => otherWords((await json(`plan-${lang}.json`)).other));

  const lookup = once(async (/** @type {string} */ word) => {
    if (!word) return new Map();
    const [known, longer] = await Promise.all([tables(), others()]);
    const chunks = await Promise.all(chunksOf(known.chunks, word).map(words));
    return found(known, chunks.flat(), word, longer);
  });

  return {
    plan: () => json(`plan-${lang}.json`),
    lexicon: () => json(`words-${lang}.json`),
    categories: () => json(`categories-${lang}.json`),
    hanja: once(async () => readings(await json("hanja.json"))),
    lookup,
    load: (pages) => Promise.all(pages.map(record)),
    kinds: once(async () => (await tables()).keys.map((key) => key.split("_")[1][0]).join("")),
    facets: () => facets(),
    order: once(async (name) => {
      const { orders } = await tables();
      return new Map((await readOrder(base, orders.get(name) ?? "")).map((page, i) => [page, i]));
    }),
  };
}

/**
 * The pages of all words that begin with the one asked for, each with its fields as bits.
 * @param {Tables} tables @param {Word[]} words @param {string} asked
 * @param {import("./types.js").Others} others
 */
function found(tables, words, asked, others) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  const bits = [false, true].map((other) => tables.fields.map((name) => bit(name, other)));
  for (const { word, pages } of words) {
    if (!word.startsWith(asked)) continue;
    const own = bits[Number(isOther(word, asked, others))];
    for (const [page, fields] of pages) {
      let all = hits.get(page) ?? 0;
      for (const field of fields) all |= own[field];
      hits.set(page, all);
    }
  }
  return hits;
}

/** @param {string} base @param {Tables} tables */
async function allFacets(base, tables) {
  const read = [...tables.filters].map(async ([name, hash]) => (
    /** @type {[string, Map<string, Set<number>>]} */ ([name, await readFacet(base, hash)])
  ));
  return new Map(await Promise.all(read));
}

/**
 * Asked twice for the same, works once; a failure is forgotten, so that it can be tried again.
 * @template K, V
 * @param {(argument: K) => Promise<V>} work @returns {(argument?: any) => Promise<V>}
 */
function once(work) {
  /** @type {Map<K, Promise<V>>} */
  const known = new Map();
  return (argument) => {
    const before = known.get(argument);
    if (before) return before;
    const made = work(argument);
    known.set(argument, made);
    made.catch(() => known.delete(argument));
    return made;
  };
}
