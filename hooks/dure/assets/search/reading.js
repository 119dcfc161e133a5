/**
 * What a query says, before anything is looked up. Twin of `search/reading.py`. Pure.
 */

import { chunks, initials, verbStem, withoutLegalWords, withoutParticle } from "./korean.js";
import { isVerb, verbsOf } from "./verbs.js";

const MOST_WORDS = 8;

/**
 * @typedef {object} Reading
 * @property {string[]} words  content words in order
 * @property {boolean} spoken  words that say nothing were left out: a sentence
 * @property {string} digits  a phone number's digits, if that is all there is
 */

/**
 * @param {string} query
 * @param {Pick<import("./types.js").Plan, "empty" | "idle" | "groups">} plan
 * @returns {Reading}
 */
export function read(query, plan) {
  const words = chunks(withoutLegalWords(query)).flatMap(whole);
  const kept = content(words, plan);
  return { words: kept, spoken: kept.length < words.length, digits: phoneDigits(query) };
}

/** Words that carry meaning; all of them when none does. */
function content(/** @type {string[]} */ words, /** @type {Pick<import("./types.js").Plan, "empty" | "idle" | "groups">} */ plan) {
  const empty = new Set(plan.empty);
  const verbs = plan.groups.flatMap((group) => group.for.filter(isVerb));
  const kept = words.filter((word, i) => !(
    isEmpty(word, empty) || isStray(word, words) || verbsOf(word, plan.idle).length
    || (isWish(word, words[i + 1] ?? "") && !verbsOf(word, verbs).length)
  ));
  return (kept.length ? kept : words).slice(0, MOST_WORDS);
}

/** @param {string} word @param {Set<string>} empty */
function isEmpty(word, empty) {
  return empty.has(word) || empty.has(withoutParticle(word)) || verbStem(word) === "";
}

/** A verb before 싶다 says only that something is wished: 사고 싶어요, 가고 싶은데. */
function isWish(/** @type {string} */ word, /** @type {string} */ following) {
  return word.endsWith("고") && following.startsWith("싶") && verbStem(word) === null;
}

/** A single consonant after other words is the next word being typed. */
function isStray(/** @type {string} */ word, /** @type {string[]} */ words) {
  return words.length > 1 && word.length === 1 && initials(word) !== "";
}

/** Digits of a number as written, without the country's code; empty when it is not one. */
export function phoneDigits(/** @type {string} */ query) {
  const plain = query.normalize("NFKC").trim();
  if (!/^\+?[\d\s().~∼〜–—-]+$/u.test(plain)) return "";
  const first = plain.split(/[~∼〜]/u)[0];
  const digits = first.replace(/\D/gu, "").replace(/^82(?=\d{8,})/u, plain.startsWith("+") ? "0" : "82");
  return digits.length >= 4 ? digits.replace(/^00/u, "0") : "";
}

/** Digits and Latin letters with marks are one word (`031-8008`, `co-op`); others part. */
function whole(/** @type {string[]} */ parts) {
  const word = parts.join("");
  return /^(?:\d{7,}|[a-z]+)$/u.test(word) ? [word] : parts;
}
