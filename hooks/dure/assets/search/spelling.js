/**
 * Words of the catalogue that sound almost like another. What they sound like is gathered once.
 *
 * @typedef {{word: string, sound: string, letters: number}} Heard
 */

import { distance, sounds } from "./korean.js";

/** @type {WeakMap<string[], Heard[]>} */
const HEARD = new WeakMap();
const MOST_FOUND = 3;

/** How many slips a word may hold. */
export function slips(/** @type {string} */ word) {
  if (word.length < 2 || /^\d+$/u.test(word)) return 0;
  return word.length < 5 ? 1 : 2;
}

/**
 * Of a lexicon's words the first with the fewest slips from one of those asked for.
 * @param {string[]} asked @param {string[]} lexicon
 */
export function nearest(asked, lexicon) {
  const wanted = asked.map((word) => ({ ...heard(word), most: slips(word) }));
  let fewest = Infinity;
  /** @type {string[]} */
  let found = [];
  for (const known of all(lexicon)) {
    const far = Math.min(...wanted.map((one) => steps(one, known)));
    if (far < fewest) [fewest, found] = [far, []];
    if (far === fewest && far < Infinity && found.length < MOST_FOUND) found.push(known.word);
  }
  return found;
}

/** @param {Heard & {most: number}} one @param {Heard} known */
function steps(one, known) {
  // A letter that is changed takes one kind of letter away and brings one, no more: most words
  // differ in more kinds, and need not be looked at letter by letter.
  if (kinds(one.letters ^ known.letters) > 2 * one.most) return Infinity;
  const far = distance(one.sound, known.sound, one.most);
  return far > one.most ? Infinity : far;
}

function all(/** @type {string[]} */ lexicon) {
  const found = HEARD.get(lexicon) ?? lexicon.map(heard);
  HEARD.set(lexicon, found);
  return found;
}

/** @param {string} word @returns {Heard} */
function heard(word) {
  const sound = sounds(word);
  return { word, sound, letters: letters(sound) };
}

/** Which kinds of letters a sound has: a bit for each kind, letters of the same last bits as one. */
function letters(/** @type {string} */ sound) {
  let found = 0;
  for (let at = 0; at < sound.length; at += 1) found |= 1 << (sound.charCodeAt(at) & 31);
  return found;
}

/** How many bits are set. */
function kinds(/** @type {number} */ bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}
