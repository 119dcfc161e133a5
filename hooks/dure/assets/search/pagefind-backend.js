/**
 * The search over a Pagefind index on a server. Nothing is loaded before the first question.
 *
 * @typedef {import("./pagefind-files.js").Tables} Tables
 * @typedef {import("./pagefind-files.js").Word} Word
 */

import { readings } from "./korean.js";
import {
  chunksOf, fetched, linesOf, readFacet, readOrder, readRecords, readTables, readWords,
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
  const others = once(async () => otherWords((await json(`plan-${lang}.json`)).other));
  const records = once(async (/** @type {number} */ file) => readRecords(base, await tables(), file));
  const facets = once(async () => allFacets(base, await tables()));
  const words = once(async (/** @type {number} */ chunk) => readWords(base, await tables(), chunk));

  const lookup = once(async (/** @type {string} */ word) => {
    if (!word) return new Map();
    const [known, longer] = await Promise.all([tables(), others()]);
    const chunks = known.volumes.flatMap((volume) => chunksOf(volume, word));
    return found(known, (await Promise.all(chunks.map(words))).flat(), word, longer);
  });

  return {
    plan: () => json(`plan-${lang}.json`),
    lexicon: () => json(`words-${lang}.json`),
    categories: () => json(`categories-${lang}.json`),
    hanja: once(async () => readings(await json("hanja.json"))),
    lookup,
    load: async (pages) => {
      const { holders } = await tables();
      return Promise.all(pages.map(async (page) => (
        (await records(holders[page]))[page - holders.indexOf(holders[page])]
      )));
    },
    kinds: once(async () => (await tables()).kinds),
    facets: () => facets(),
    order: once(async (name) => {
      const pages = await readOrder(base, await tables(), name);
      return new Map(pages.map((page, i) => [page, i]));
    }),
  };
}

/**
 * The pages of all words that begin with the one asked for, each with its fields as bits.
 * @param {Tables} tables @param {Word[]} words @param {string} asked
 * @param {import("./types.js").Others} others
 */
function found({ owners, fields, line: length }, words, asked, others) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  const bits = [false, true].map((other) => [...fields].map((name) => bit(name, other)));
  for (const word of words) {
    if (!word.word.startsWith(asked)) continue;
    const own = bits[Number(isOther(word.word, asked, others))];
    for (const line of linesOf(word, length)) {
      const page = Math.floor(owners[line] / fields.length);
      hits.set(page, (hits.get(page) ?? 0) | own[owners[line] % fields.length]);
    }
  }
  return hits;
}

/** @param {string} base @param {Tables} tables */
async function allFacets(base, tables) {
  const read = tables.facets.map(async (name) => (
    /** @type {[string, Map<string, Set<number>>]} */ ([name, await readFacet(base, tables, name)])
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
