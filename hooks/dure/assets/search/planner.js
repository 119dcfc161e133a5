/**
 * Answers a query: reads it, looks its words up in a backend, weighs, ranks. Pure: no DOM, no
 * network of its own. Twin of `search/planner.py`.
 *
 * @typedef {object} SearchRecord
 * @property {string} url
 * @property {string} kind
 * @property {string} id
 * @property {string} title
 * @property {string} subtitle
 * @property {string[]} facts
 * @property {string} content
 * @property {string[]} phones
 * @property {Object<string, string>} shown
 *
 * @typedef {object} Variant  One way of saying a term.
 * @property {string} text  as it is shown and marked
 * @property {string[]} words  decomposed; all must occur
 * @property {number} weight
 * @property {string} [only]  the one field it may stand in
 * @property {string} why  word | stem | synonym | reading | spelling | keyboard | typing | near
 *
 * @typedef {object} Term
 * @property {string} word
 * @property {Variant[]} variants
 * @property {Map<string, number>} hits  key → strength before loading
 * @property {number} rarity
 *
 * @typedef {object} Backend
 * @property {() => Promise<Plan>} plan
 * @property {(word: string) => Promise<Map<string, string[]>>} lookup  key → fields it stands in
 * @property {(keys: string[]) => Promise<SearchRecord[]>} load
 * @property {() => Promise<string[]>} lexicon
 * @property {() => Promise<Object<string, string>>} hanja  character → how it is read
 * @property {() => Promise<Map<string, number>>} places  key → place among all records
 *
 * @typedef {{lang: string, total: number, groups: {find: string[], for: string[], tag?: number}[],
 *   spellings: Object<string, string>, empty: string[]}} Plan
 */

import { decompose, joined, withoutLegalForm } from "./korean.js";
import { read } from "./reading.js";
import { score } from "./score.js";
import { END } from "./tokens.js";
import { Variants } from "./variants.js";

/** Records loaded to rank exactly; the rest keep the order of the rough weights. */
const WINDOW = 16;
/** Fewer full answers than this, and records with only some of the words are offered too. */
const FEW = 5;
const MOST_PARTIAL = 15;
const ENOUGH = 0.3;
/** From this many words on a query is a sentence: records with most of its words compete too. */
const SENTENCE = 3;

/**
 * @typedef {object} Answer
 * @property {string[]} keys  records with all words, best first
 * @property {string[]} partial  records with some of the words
 * @property {string[]} found  what is counted: all records before the reader's filters
 * @property {string[]} marks  texts to mark in results
 * @property {string[]} also  words searched for besides those asked for
 * @property {string} meant  the query as it was probably meant; empty when read as typed
 */

/**
 * The ordered answer.
 * @param {Backend} backend
 * @param {string} query
 * @param {(key: string) => boolean} [keep]  filters chosen by the reader
 * @returns {Promise<Answer>}
 */
export async function answer(backend, query, keep = () => true) {
  const [plan, places] = await Promise.all([backend.plan(), backend.places()]);
  const reading = read(query, new Set(plan.empty));
  const variants = new Variants(backend, plan);
  const terms = await termsOf(reading, variants);
  await joinNeighbours(reading, terms, variants);
  for (const term of terms) term.rarity = rarity(plan.total, term.hits.size);
  const known = terms.filter((term) => term.hits.size);
  const full = union(every(terms), await exactTitles(backend, query));
  const partial = full.size < FEW ? some(known, full) : new Map();
  const mixed = partial.size > 0 && full.size > 0 && known.length >= SENTENCE;
  const first = ordered(mixed ? union(full, partial) : full, places);
  const second = ordered(mixed ? new Map() : partial, places).slice(0, MOST_PARTIAL);
  return {
    keys: await rank(backend, first.filter(keep), known, query, places),
    partial: await rank(backend, second.filter(keep), known, query, places),
    found: first.length ? first : second,
    marks: [...new Set(terms.flatMap((term) => term.variants.map((v) => v.text)))],
    also: [...new Set(terms.flatMap((t) => texts(t, ["synonym", "reading"])))],
    meant: meant(terms),
  };
}

async function termsOf(reading, variants) {
  if (reading.digits) {
    const term = await variants.number(reading.digits);
    if (term.hits.size) return [term];
  }
  const terms = [];
  for (const word of reading.words) {
    const parts = await variants.resolve(word);
    terms.push(...parts);
  }
  return terms;
}

/** Two or three neighbours, or all of them, may be one word; a synonym may be several. */
async function joinNeighbours(reading, terms, variants) {
  if (terms.length !== reading.words.length) return;
  for (const [from, to] of runs(terms.length)) {
    const words = reading.words.slice(from, to);
    const found = await variants.together(words);
    for (const variant of found) {
      for (const term of terms.slice(from, to)) {
        merge(term.hits, variant.hits);
        term.variants.push(variant);
      }
    }
  }
}

function runs(count) {
  const found = [];
  for (let size = 2; size <= count; size += 1) {
    if (size > 3 && size < count) continue;
    for (let from = 0; from + size <= count; from += 1) found.push([from, from + size]);
  }
  return found;
}

/** Rare words say more: the usual inverse document frequency. */
function rarity(total, count) {
  return Math.log(1 + (total + 1) / (count + 1));
}

/** Records whose title is the query and nothing else. */
async function exactTitles(backend, query) {
  const name = joined(withoutLegalForm(query));
  if (name.length < 2) return new Map();
  const hits = await backend.lookup(decompose(name) + END);
  return new Map([...hits.keys()].map((key) => [key, 1000]));
}

/** Records in which every term stands, or none where a word is unknown. */
function every(terms) {
  if (!terms.length) return new Map();
  const [fewest, ...others] = [...terms].sort((a, b) => a.hits.size - b.hits.size);
  const found = new Map();
  for (const key of fewest.hits.keys()) {
    if (others.every((term) => term.hits.has(key))) found.set(key, weigh(key, terms));
  }
  return found;
}

/** Records in which enough of the known words stands. */
function some(terms, without) {
  const whole = terms.reduce((sum, term) => sum + term.rarity, 0);
  const found = new Map();
  for (const key of new Set(terms.flatMap((term) => [...term.hits.keys()]))) {
    const here = terms.filter((term) => term.hits.has(key));
    const coverage = here.reduce((sum, term) => sum + term.rarity, 0) / whole;
    if (!without.has(key) && coverage >= ENOUGH) found.set(key, weigh(key, here) * coverage * coverage);
  }
  return found;
}

function weigh(key, terms) {
  return terms.reduce((sum, term) => sum + term.rarity * term.hits.get(key), 0);
}

/** Keys by falling weight; equal ones in the order of the catalogue. */
function ordered(found, places) {
  return [...found].sort((a, b) => b[1] - a[1] || places.get(a[0]) - places.get(b[0]))
    .map(([key]) => key);
}

/** The first ones loaded and put in their final order. */
async function rank(backend, keys, terms, query, places) {
  const head = keys.slice(0, WINDOW);
  const records = await backend.load(head);
  const scored = records.map((record, i) => [head[i], score(record, terms, query)]);
  return [...ordered(scored, places), ...keys.slice(WINDOW)];
}

function union(first, second) {
  const found = new Map(first);
  merge(found, second);
  return found;
}

function merge(into, from) {
  for (const [key, value] of from) into.set(key, Math.max(value, into.get(key) ?? 0));
}

function texts(term, reasons) {
  return term.variants.filter((v) => reasons.includes(v.why) && v.text !== term.word)
    .map((v) => v.text);
}

/** The query as it was probably meant, when words were read as others. */
function meant(terms) {
  const words = terms.map((term) => texts(term, ["spelling", "keyboard", "near"])[0]);
  if (!words.some(Boolean)) return "";
  return terms.map((term, i) => words[i] ?? term.word).join(" ");
}

