/**
 * What a query says, before anything is looked up. Twin of `search/reading.py`. Pure.
 */

import { chunks, initials, normalise, verbStem, withoutLegalWords, withoutParticle } from "./korean.js";

const MOST_WORDS = 8;

/**
 * @typedef {object} Reading
 * @property {string} text  normalised
 * @property {string[]} words  content words in order
 * @property {string} digits  a phone number's digits, if that is all there is
 */

/** Words that carry meaning; all of them when none does. */
function content(words, empty) {
  const kept = words.filter((word) => !isEmpty(word, empty) && !isStray(word, words));
  return kept.length ? kept : words;
}

function isEmpty(word, empty) {
  return empty.has(word) || empty.has(withoutParticle(word)) || verbStem(word) === "";
}

/** A single consonant after other words is the next word being typed. */
function isStray(word, words) {
  return words.length > 1 && word.length === 1 && initials(word) !== "";
}

/** Digits of a number as written, without the country's code; empty when it is not one. */
export function phoneDigits(query) {
  const plain = query.normalize("NFKC").trim();
  if (!/^\+?[\d\s().~∼〜–—-]+$/u.test(plain)) return "";
  const first = plain.split(/[~∼〜]/u)[0];
  const digits = first.replace(/\D/gu, "").replace(/^82(?=\d{8,})/u, plain.startsWith("+") ? "0" : "82");
  return digits.length >= 4 ? digits.replace(/^00/u, "0") : "";
}

/** Digits written with marks are one word (`031-8008`); other marks part words. */
function wordsOf(chunk) {
  const whole = chunk.join("");
  return /^\d{7,}$/u.test(whole) ? [whole] : chunk;
}

/**
 * @param {string} query
 * @param {Set<string>} empty  words that say nothing in a search
 * @returns {Reading}
 */
export function read(query, empty) {
  const words = chunks(withoutLegalWords(query)).flatMap(wordsOf);
  return { text: normalise(query), words: content(words, empty).slice(0, MOST_WORDS), digits: phoneDigits(query) };
}
