/**
 * Answers a query: reads it, looks its words up in a backend, weighs, ranks. Pure: no DOM, no
 * network of its own. Twin of `search/planner.py`.
 *
 * @typedef {import("./types.js").Backend} Backend
 * @typedef {import("./types.js").Term} Term
 * @typedef {import("./reading.js").Reading} Reading
 * @typedef {Map<number, number>} Weights  page → weight
 */

import { idf, merged } from "./hits.js";
import { decompose, joined, withoutLegalForm } from "./korean.js";
import { read } from "./reading.js";
import { score, STRENGTH } from "./score.js";
import { END, otherWords } from "./tokens.js";
import { Variants } from "./variants.js";

/** Records loaded to rank exactly; the rest keep the order of the rough weights. */
const WINDOW = 10;
/** Fewer full answers than this, and records with only some of the words are offered too. */
const FEW = 5;
const MOST_PARTIAL = 15;
/** How much of a query a record must have to be offered for some of its words. */
const ENOUGH = 0.3;
/** The same where other records have all words. */
const MOST = 0.5;
/** Beside other words, a verb or a word of running text says less. */
const SOFT = 0.5;
/** From this many words on a query is a sentence: records with most of its words compete too. */
const SENTENCE = 3;
const EVERYTHING = 1000;

/**
 * The ordered answer.
 * @param {Backend} backend
 * @param {string} query
 * @param {(page: number) => boolean} [keep]  filters chosen by the reader
 * @returns {Promise<import("./types.js").Answer>}
 */
export async function answer(backend, query, keep = () => true) {
  const plan = await backend.plan();
  const reading = read(query, plan);
  const variants = new Variants(backend, plan);
  const [terms, titles] = await Promise.all([termsOf(reading, variants), exactTitles(backend, query)]);
  await joinNeighbours(reading, terms, variants);
  weighTerms(terms, variants, plan.total);
  const known = terms.filter((term) => term.hits.size);
  const { full, partial } = candidates(terms, known, titles, reading);
  const order = { backend, query, terms: known, others: otherWords(plan.other) };
  const [first, second] = [ordered(full), ordered(partial).slice(0, MOST_PARTIAL)];
  return {
    keys: await rank(order, first.filter(keep)),
    partial: await rank(order, second.filter(keep)),
    found: first.length ? first : second,
    marks: [...new Set(terms.flatMap((term) => term.variants.map((v) => v.text)))],
    also: [...new Set(terms.flatMap((t) => texts(t, ["synonym", "reading"])))],
    meant: meant(terms),
  };
}

/** @param {Reading} reading @param {Variants} variants */
async function termsOf(reading, variants) {
  if (reading.digits) {
    const term = await variants.number(reading.digits);
    if (term.hits.size) return [term];
  }
  return (await Promise.all(reading.words.map((word) => variants.resolve(word)))).flat();
}

/**
 * Two or three neighbours, or all of them, may be one word; a synonym may be several.
 * @param {Reading} reading @param {Term[]} terms @param {Variants} variants
 */
async function joinNeighbours({ words }, terms, variants) {
  if (terms.length !== words.length) return;
  const found = runs(terms.length).map(async ([from, to]) => (
    { own: terms.slice(from, to), joint: await variants.together(words.slice(from, to)) }
  ));
  for (const { own, joint } of await Promise.all(found)) {
    for (const variant of joint) {
      for (const term of own) {
        const rarity = Math.max(...term.variants.map((v) => v.rarity));
        term.variants.push({ ...variant, rarity: term.variants.length ? rarity : variant.rarity });
        term.hits = merged(term.variants);
      }
    }
  }
}

/** @param {number} count */
function runs(count) {
  const found = [];
  for (let size = 2; size <= count; size += 1) {
    if (size > 3 && size < count) continue;
    for (let from = 0; from + size <= count; from += 1) found.push([from, from + size]);
  }
  return found;
}

/** @param {Term[]} terms @param {Variants} variants @param {number} total */
function weighTerms(terms, variants, total) {
  for (const term of terms) {
    term.rarity = idf(total, term.hits.size);
    if (terms.length > 1 && (variants.isForm(term.word) || onlyTold(term))) term.weight = SOFT;
  }
}

/** Whether it stands in running text only, in no title and no fact. */
function onlyTold(/** @type {Term} */ term) {
  return !term.variants.some((v) => {
    for (const value of v.hits.values()) if (value > v.weight * STRENGTH.b[0]) return true;
    return false;
  });
}

/** Records whose title is the query and nothing else. */
async function exactTitles(/** @type {Backend} */ backend, /** @type {string} */ query) {
  const name = joined(withoutLegalForm(query));
  /** @type {Weights} */
  const found = new Map();
  if (name.length < 2) return found;
  for (const page of (await backend.lookup(decompose(name) + END)).keys()) found.set(page, EVERYTHING);
  return found;
}

/**
 * Records with all words, and those with enough of them.
 * @param {Term[]} terms @param {Term[]} known @param {Weights} titles @param {Reading} reading
 */
function candidates(terms, known, titles, reading) {
  const full = union(every(terms), titles);
  const spoken = known.length >= SENTENCE || reading.spoken;
  const few = full.size < FEW;
  const partial = few || spoken ? some(known, full, few ? ENOUGH : MOST) : new Map();
  return partial.size && full.size && spoken ? { full: union(full, partial), partial: new Map() } : { full, partial };
}

/** Records in which every term stands, or none where a word is unknown. */
function every(/** @type {Term[]} */ terms) {
  /** @type {Weights} */
  const found = new Map();
  const [fewest, ...others] = [...terms].sort((a, b) => a.hits.size - b.hits.size);
  for (const page of fewest?.hits.keys() ?? []) {
    if (others.every((term) => term.hits.has(page))) found.set(page, weigh(page, terms));
  }
  return found;
}

/** Records in which enough of the known words stands. */
function some(/** @type {Term[]} */ terms, /** @type {Weights} */ without, /** @type {number} */ enough) {
  const share = (/** @type {Term} */ term) => term.rarity * term.weight;
  const whole = terms.reduce((sum, term) => sum + share(term), 0);
  /** @type {Weights} */
  const found = new Map();
  for (const page of new Set(terms.flatMap((term) => [...term.hits.keys()]))) {
    if (without.has(page)) continue;
    const here = terms.filter((term) => term.hits.has(page));
    const coverage = here.reduce((sum, term) => sum + share(term), 0) / whole;
    if (coverage >= enough) found.set(page, weigh(page, here) * coverage);
  }
  return found;
}

/** @param {number} page @param {Term[]} terms */
function weigh(page, terms) {
  return terms.reduce((sum, term) => sum + term.weight * (term.hits.get(page) ?? 0), 0);
}

/** Pages by falling weight; equal ones in the order of the catalogue. */
function ordered(/** @type {Weights} */ found) {
  return [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
}

/**
 * The first ones loaded and put in their final order.
 * @param {{backend: Backend, query: string, terms: Term[], others: import("./types.js").Others}} order
 * @param {number[]} pages
 */
async function rank({ backend, query, terms, others }, pages) {
  const head = pages.slice(0, WINDOW);
  const records = await backend.load(head);
  const scored = new Map(records.map((record, i) => [head[i], score(record, terms, query, others)]));
  return [...ordered(scored), ...pages.slice(WINDOW)];
}

/** @param {Weights} first @param {Weights} second */
function union(first, second) {
  const found = new Map(first);
  for (const [page, value] of second) found.set(page, Math.max(value, found.get(page) ?? 0));
  return found;
}

/** @param {Term} term @param {import("./types.js").Why[]} reasons */
function texts(term, reasons) {
  return term.variants.filter((v) => reasons.includes(v.why) && v.text !== term.word)
    .map((v) => v.text);
}

/** The query as it was probably meant, when words were read as others. */
function meant(/** @type {Term[]} */ terms) {
  const words = terms.map((term) => texts(term, ["spelling", "keyboard", "near"])[0]);
  if (!words.some(Boolean)) return "";
  return terms.map((term, i) => words[i] ?? term.word).join(" ");
}
