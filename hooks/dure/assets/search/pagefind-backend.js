/**
 * The search over a Pagefind index on a server. Nothing is loaded before the first question.
 */

import { readings } from "./korean.js";
import {
  chunksOf, fetched, readFacet, readOrder, readRecord, readTables, readWords,
} from "./pagefind-files.js";

/** @returns {import("./planner.js").Backend & object} */
export function pagefindBackend(base, lang) {
  const json = once(async (name) => (await fetched(base + name)).json());
  const tables = once(() => readTables(base, lang));
  const words = once((name) => readWords(base, name));
  const record = once((key) => readRecord(base, key));
  const facets = once(async () => allFacets(base, await tables()));

  const lookup = once(async (word) => {
    if (!word) return new Map();
    const known = await tables();
    return found(known, await Promise.all(chunksOf(known.chunks, word).map(words)), word);
  });

  return {
    plan: () => json(`plan-${lang}.json`),
    lexicon: () => json(`words-${lang}.json`),
    hanja: once(async () => readings(await json("hanja.json"))),
    lookup,
    load: (keys) => Promise.all(keys.map(record)),
    all: async () => (await tables()).keys,
    places: once(async () => numbered((await tables()).keys)),
    facets,
    order: once(async (name) => {
      const { keys, orders } = await tables();
      return numbered((await readOrder(base, orders.get(name))).map((page) => keys[page]));
    }),
  };
}

/** The pages of all words that begin with the one asked for. */
function found(tables, chunks, word) {
  const hits = new Map();
  for (const one of chunks.flat()) {
    if (!one.word.startsWith(word)) continue;
    for (const [page, fields] of one.pages) {
      const key = tables.keys[page];
      const names = hits.get(key) ?? "";
      const more = fields.map((field) => tables.fields[field]).filter((name) => !names.includes(name));
      hits.set(key, names + more.join(""));
    }
  }
  return hits;
}

async function allFacets(base, tables) {
  const read = [...tables.filters].map(async ([name, hash]) => (
    [name, await readFacet(base, hash, tables.keys)]
  ));
  return new Map(await Promise.all(read));
}

function numbered(keys) {
  return new Map(keys.map((key, i) => [key, i]));
}

/** Asked twice for the same, works once; a failure is forgotten, so that it can be tried again. */
function once(work) {
  const known = new Map();
  return (argument) => {
    if (!known.has(argument)) {
      const made = work(argument);
      known.set(argument, made);
      made.catch(() => known.delete(argument));
    }
    return known.get(argument);
  };
}
