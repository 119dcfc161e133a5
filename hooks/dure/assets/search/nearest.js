/**
 * The categories nearest to a query that found nothing: by a word that stands in it, else by
 * letters. Pure.
 *
 * @typedef {{label: string, link: string, words: string[]}} Category
 */

import { chunks, distance, sounds } from "./korean.js";

/** Share of a word's letters that may differ. */
const FARTHEST = 0.4;
const MOST = 3;
const SHORTEST = 2;

/**
 * At most three categories, nearest first.
 * @param {string} query @param {Category[]} categories
 */
export function nearest(query, categories) {
  const words = chunks(query).map((parts) => parts.join(""));
  const asked = [...new Set([...words, words.join("")])].filter((word) => word.length >= SHORTEST);
  return categories
    .map((category) => ({ category, far: Math.min(...category.words.map((word) => apart(word, asked))) }))
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ category }) => category);
}

/** How far a word is from the nearest one asked for: 0 where one holds the other, 1 at most. */
function apart(/** @type {string} */ word, /** @type {string[]} */ asked) {
  const known = word.replaceAll(" ", "");
  if (known.length < SHORTEST) return 1;
  return Math.min(1, ...asked.map((one) => {
    if (one.includes(known)) return 0;
    const [a, b] = [sounds(one), sounds(known)];
    const longest = Math.max(a.length, b.length);
    const most = Math.floor(longest * FARTHEST);
    return distance(a, b, most) > most ? 1 : distance(a, b, most) / longest;
  }));
}
