/**
 * The places of a text where a reader may begin. Twin of `search/terms.py`: what the index holds
 * and what is checked here must be the same.
 */

import { chunks, decompose, isHangul, joined, withoutLegalForm, withoutLegalWords } from "./korean.js";

const LONGEST = 30;
const LONGEST_INITIALS = 12;
const SHORTEST_INSIDE = 2;
export const END = "zz";

/**
 * @typedef {{text: string, whole: boolean, first: boolean}} Token
 * `text` decomposed, to the end of its word; `first`: begins a word; `whole`: is one.
 */

/** Every token of a text: word starts, marks, and each Hangul syllable inside. @returns {Token[]} */
export function tokens(text) {
  return chunks(text).flatMap(ofChunk);
}

function ofChunk(parts) {
  const word = parts.join("");
  let at = 0;
  const firsts = new Map(parts.map((part) => [(at += part.length) - part.length, part]));
  const found = [];
  for (let i = 0; i < word.length; i += 1) {
    const first = firsts.has(i);
    const inside = word.length - i >= SHORTEST_INSIDE && (isHangul(word[i]) || isHangul(word[i - 1]));
    if (first || inside) {
      const text = decompose(word.slice(i, i + LONGEST));
      found.push({ text, first, part: first ? decompose(firsts.get(i)) : "" });
    }
  }
  return found;
}

/** The titles' whole names, with and without legal form, closed so that only all of it matches. */
export function wholeTitles(title) {
  return [...new Set([joined(title), joined(withoutLegalForm(title))])]
    .map((name) => decompose(name) + END);
}

/** 초성 from every syllable of the title on, across its spaces. @returns {Token[]} */
export function titleInitials(title) {
  const words = chunks(title).map((parts) => parts.join(""));
  const name = words.join("");
  let at = 0;
  const starts = new Set(words.map((word) => (at += word.length) - word.length));
  const found = [];
  for (let i = 0; i < name.length - 1; i += 1) {
    if (!isHangul(name[i])) continue;
    const text = firstConsonants(name.slice(i, i + LONGEST_INITIALS));
    found.push({ text, first: starts.has(i), part: "" });
  }
  return found;
}

function firstConsonants(text) {
  return [...text].map((c) => (
    isHangul(c) ? String.fromCharCode(0x1100 + Math.floor((c.charCodeAt(0) - 0xac00) / 588)) : c
  )).join("");
}

/** Forms of a phone number: as given, and its last four digits. */
export function phoneTokens(phones) {
  return [...new Set(phones.flatMap((digits) => [digits, digits.slice(-4)]))];
}

/**
 * A record with its tokens by field: t title, f facts, b body, n numbers, c initials.
 * @param {import("./planner.js").SearchRecord} record
 */
export function fieldsOf(record) {
  const plain = (text) => ({ text, first: true, part: text });
  return {
    t: [...tokens(withoutLegalWords(record.title)), ...wholeTitles(record.title).map(plain)],
    f: [record.subtitle, ...record.facts].flatMap(tokens),
    b: tokens(record.content),
    n: phoneTokens(record.phones).map(plain),
    c: titleInitials(record.title),
  };
}
