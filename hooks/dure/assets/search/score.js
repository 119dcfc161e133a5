/**
 * How well a record answers: pure arithmetic over the words of a query. Twin of
 * `search/score.py`.
 *
 * @typedef {import("./types.js").Others} Others
 * @typedef {import("./types.js").Term} Term
 * @typedef {import("./types.js").Token} Token
 * @typedef {import("./types.js").Variant} Variant
 */

import { decompose, joined, withoutLegalForm } from "./korean.js";
import { fieldsOf, isOther } from "./tokens.js";

/**
 * Strength of a match by field and place: [whole word, end of a word, its beginning, its middle].
 * The end of a Korean compound is its head: 경영컨설팅 is a kind of 컨설팅.
 * @type {Record<string, number[]>}
 */
export const STRENGTH = {
  t: [6, 5.6, 5.2, 4.6],
  n: [6, 6, 5.5, 5.5],
  c: [5.2, 4.2, 5.2, 4.2],
  f: [3.2, 3, 2.8, 2.4],
  b: [1.8, 1.7, 1.6, 1.5],
};
const NAMES = Object.keys(STRENGTH);
/** One syllable inside a word is seldom what was meant: 바늘꽃협동조합 sells no flowers. */
const SINGLE_INSIDE = 0.4;
/** The beginning of another word is hardly a match: 청소년 is not about 청소. */
const OTHER_WORD = 0.25;
/** Found under another word, a title says little more than a fact. */
const MOST_BY_SYNONYM = 3.6;

/**
 * A field as a bit, another for other words that begin so.
 * @param {string} name @param {boolean} other
 */
export function bit(name, other) {
  return 1 << (NAMES.indexOf(name) + (other ? NAMES.length : 0));
}

const BITS = NAMES.map((name) => [bit(name, false), bit(name, true)]);
const ROUGH = Array.from({ length: 1 << (2 * NAMES.length) }, (_, bits) => Math.max(
  0, ...NAMES.map((name, i) => STRENGTH[name][2] * likely(bits, i)),
));

/** @param {number} bits @param {number} i */
function likely(bits, i) {
  if (bits & BITS[i][0]) return 1;
  return bits & BITS[i][1] ? OTHER_WORD : 0;
}

/**
 * Strength known before the record is loaded: the best of the fields it stands in.
 * @param {number} bits @param {string} only  the one field that counts
 */
export function rough(bits, only) {
  return ROUGH[only ? bits & (bit(only, false) | bit(only, true)) : bits];
}

/**
 * The strongest match of one decomposed word in one field's tokens.
 * @param {Token[]} found @param {number[]} strengths @param {string} word @param {Others} others
 */
function inField(found, strengths, word, others) {
  const { length } = word.normalize("NFC");
  let best = 0;
  for (const token of found) {
    if (token.text.startsWith(word)) {
      best = Math.max(best, strengths[place(token, word, length)] * doubt(token, word, length, others));
    }
  }
  return best;
}

/** Two syllables at a word's end are a head less often: 동대문구 has no 문구. */
function place(/** @type {Token} */ token, /** @type {string} */ word, /** @type {number} */ length) {
  if (token.first) return token.part === word ? 0 : 2;
  return token.text === word && length > 2 ? 1 : 3;
}

/** @param {Token} token @param {string} word @param {number} length @param {Others} others */
function doubt(token, word, length, others) {
  if (isOther(token.text, word, others)) return OTHER_WORD;
  return !token.first && length === 1 ? SINGLE_INSIDE : 1;
}

/**
 * The strength of a variant: all its words must occur; the weakest counts.
 * @param {Record<string, Token[]>} fields @param {Variant} variant @param {Others} others
 */
function ofVariant(fields, variant, others) {
  const names = variant.only ? [variant.only] : NAMES;
  const strength = Math.min(...variant.words.map((word) => (
    Math.max(...names.map((name) => inField(fields[name], STRENGTH[name], word, others)))
  )));
  const most = variant.why === "synonym" ? MOST_BY_SYNONYM : strength;
  return variant.weight * variant.rarity * Math.min(strength, most);
}

/** How much of the title the query says, and whether it is the title. */
function ofTitle(/** @type {string} */ title, /** @type {string} */ query, /** @type {Others} */ others) {
  const name = joined(withoutLegalForm(title));
  const asked = joined(withoutLegalForm(query));
  if (!name || !asked) return 0;
  if (name === asked || joined(title) === joined(query)) return 1000;
  const at = stands(decompose(name), decompose(asked), others);
  if (at < 0 || (at > 0 && asked.length === 1)) return 0;
  return (at === 0 ? 2.5 : 1.5) + 2 * (asked.length / name.length);
}

/** Where a word first stands in a name, unless it begins another word there; -1 if nowhere. */
function stands(/** @type {string} */ name, /** @type {string} */ word, /** @type {Others} */ others) {
  const at = name.indexOf(word);
  return at >= 0 && isOther(name.slice(at), word, others) ? -1 : at;
}

/**
 * The final score of a loaded record.
 * @param {import("./types.js").SearchRecord} record @param {Term[]} terms @param {string} query
 * @param {Others} others
 */
export function score(record, terms, query, others) {
  const fields = fieldsOf(record);
  let [said, covered, whole] = [0, 0, 0];
  for (const term of terms) {
    const best = Math.max(0, ...term.variants.map((variant) => ofVariant(fields, variant, others)));
    const share = term.rarity * term.weight;
    said += term.weight * best;
    whole += share;
    if (best > 0) covered += share;
  }
  const coverage = whole ? covered / whole : 0;
  return said * coverage + ofTitle(record.title, query, others) + record.prior
    + compactness(record.title, terms, others);
}

/** Among titles that match alike, the one that says little else. */
function compactness(/** @type {string} */ title, /** @type {Term[]} */ terms, /** @type {Others} */ others) {
  const name = decompose(joined(title));
  const said = terms.map((term) => Math.max(0, ...term.variants.map(({ words }) => (
    words.every((word) => stands(name, word, others) >= 0) ? words.join("").length : 0
  ))));
  return Math.min(1, said.reduce((a, b) => a + b, 0) / (name.length || 1));
}
