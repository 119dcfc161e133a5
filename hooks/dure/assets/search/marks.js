/**
 * Marks in a shown text what was searched for, whatever stands between its letters. DOM only
 * through text nodes: titles are data and may hold anything.
 */

import { fold, initials, isHangul, joined, letters } from "./korean.js";

/** @typedef {[letter: string, start: number, end: number]} Letter */

/** Most letters are plain already; folding each would take most of the time. */
function plain(/** @type {string} */ character) {
  if (isHangul(character)) return character;
  return fold(character).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Letters and digits of a text, each with its place. */
function spelt(/** @type {string} */ text) {
  /** @type {Letter[]} */
  const found = [];
  let at = 0;
  for (const character of text) {
    for (const c of plain(character)) found.push([c, at, at + character.length]);
    at += character.length;
  }
  return found;
}

/**
 * Where the words stand: [start, end] in order, joined where they touch.
 * @param {string} text @param {string[]} words
 */
export function ranges(text, words) {
  const row = spelt(text);
  const plainText = row.map(([c]) => c[0]).join("");
  /** @type {[number, number][]} */
  const found = [];
  for (const word of new Set(words.map(joined).filter(Boolean))) {
    const text_ = initials(word) ? firstConsonants(plainText) : plainText;
    for (let at = text_.indexOf(word); at >= 0; at = text_.indexOf(word, at + word.length)) {
      if (begins(text, row, at, word)) found.push([row[at][1], row[at + word.length - 1][2]]);
    }
  }
  return joint(found.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

/** Syllables as the consonants a reader may have typed for them. */
function firstConsonants(/** @type {string} */ text) {
  return text.replace(/[가-힣]/gu, (c) => letters(c)[0]);
}

/**
 * Latin words and numbers are marked from their beginning; one syllable only as a word's start.
 * @param {string} text @param {Letter[]} row @param {number} at @param {string} word
 */
function begins(text, row, at, word) {
  const before = text.slice(0, row[at][1]).at(-1) ?? " ";
  const inside = /[\p{L}\p{N}]/u.test(before);
  return !inside || (word.length > 1 && /[ㄱ-힣]/u.test(word[0]));
}

/** @param {[number, number][]} sorted */
function joint(sorted) {
  /** @type {[number, number][]} */
  const out = [];
  for (const [start, end] of sorted) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/**
 * A fragment of the text with <mark> around what was found.
 * @param {string} text @param {string[]} words
 */
export function marked(text, words) {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const [start, end] of ranges(text, words)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    out.append(text.slice(at, start), mark);
    at = end;
  }
  out.append(text.slice(at));
  return out;
}

const AROUND = 50;

/**
 * The part of a long text around the first place found, in whole words where they are not long;
 * empty when there is none.
 * @param {string} text @param {string[]} words
 */
export function excerpt(text, words) {
  const [first] = ranges(text, words);
  if (!first) return "";
  const from = Math.max(0, first[0] - AROUND);
  const to = Math.min(text.length, first[1] + 2 * AROUND);
  let part = text.slice(from, to);
  if (from) part = part.replace(/^\S{0,14}\s+/u, "");
  if (to < text.length) part = part.replace(/\s+\S{0,14}$/u, "");
  return (from ? "…" : "") + part.trim() + (to < text.length ? "…" : "");
}
