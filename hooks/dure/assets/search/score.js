/**
 * How well a record answers: pure arithmetic over the words of a query. Twin of
 * `search/score.py`.
 */

import { decompose, joined, withoutLegalForm } from "./korean.js";
import { fieldsOf } from "./tokens.js";

/**
 * Strength of a match by field and place: [whole word, end of a word, its beginning, its middle].
 * The end of a Korean compound is its head: 경영컨설팅 is a kind of 컨설팅.
 */
export const STRENGTH = {
  t: [6, 5.6, 5.2, 4.6],
  n: [6, 6, 5.5, 5.5],
  c: [5.2, 4.2, 5.2, 4.2],
  f: [3.2, 3, 2.8, 2.4],
  b: [1.8, 1.7, 1.6, 1.5],
};
/** One syllable inside a word is seldom what was meant: 바늘꽃협동조합 sells no flowers. */
const SINGLE_INSIDE = 0.4;
/** Found under another word, a title says no more than a fact. */
const MOST_BY_SYNONYM = 3;

/** Strength known before the record is loaded: the best of the fields the engine names. */
export function rough(fields) {
  return Math.max(0, ...[...fields].map((name) => STRENGTH[name][2]));
}

/** The strongest match of one decomposed word in one field's tokens. */
function inField(found, strengths, word) {
  let best = 0;
  for (const token of found) {
    if (token.text.startsWith(word)) best = Math.max(best, strengths[place(token, word)] * single(token, word));
  }
  return best;
}

/** Two syllables at a word's end are a head less often: 동대문구 has no 문구. */
function place(token, word) {
  if (token.first) return token.part === word ? 0 : 2;
  return token.text === word && word.normalize("NFC").length > 2 ? 1 : 3;
}

function single(token, word) {
  return !token.first && word.normalize("NFC").length === 1 ? SINGLE_INSIDE : 1;
}

/** The strength of a variant: all its words must occur; the weakest counts. */
function ofVariant(fields, variant) {
  const names = variant.only ? [variant.only] : Object.keys(STRENGTH);
  const strength = Math.min(...variant.words.map((word) => (
    Math.max(...names.map((name) => inField(fields[name], STRENGTH[name], word)))
  )));
  return variant.weight * (variant.why === "synonym" ? Math.min(strength, MOST_BY_SYNONYM) : strength);
}

/** How much of the title the query says, and whether it is the title. */
function ofTitle(title, query) {
  const name = joined(withoutLegalForm(title));
  const asked = joined(withoutLegalForm(query));
  if (!name || !asked) return 0;
  if (name === asked || joined(title) === joined(query)) return 1000;
  const at = decompose(name).indexOf(decompose(asked));
  if (at < 0 || (at > 0 && asked.length === 1)) return 0;
  return (at === 0 ? 3 : 2) + 2 * (asked.length / name.length);
}

/**
 * The final score of a loaded record.
 * @param {import("./planner.js").SearchRecord} record
 * @param {import("./planner.js").Term[]} terms
 */
export function score(record, terms, query) {
  const fields = fieldsOf(record);
  let [sum, covered, whole] = [0, 0, 0];
  for (const term of terms) {
    const best = Math.max(0, ...term.variants.map((variant) => ofVariant(fields, variant)));
    sum += term.rarity * best;
    whole += term.rarity;
    if (best > 0) covered += term.rarity;
  }
  const coverage = whole ? covered / whole : 0;
  return sum * coverage * coverage + ofTitle(record.title, query) + record.prior
    + compactness(record, terms);
}

/** Among titles that match alike, the one that says little else. */
function compactness(record, terms) {
  const title = decompose(joined(record.title));
  const said = terms.map((term) => Math.max(0, ...term.variants.map((variant) => (
    variant.words.every((word) => title.includes(word)) ? variant.words.join("").length : 0
  ))));
  return 1.5 * Math.min(1, said.reduce((a, b) => a + b, 0) / (title.length || 1));
}
