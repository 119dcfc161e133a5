/**
 * The ways a word may be said: itself, its stem, synonyms; and when nothing is found, what may
 * have been meant. Twin of `search/variants.py`.
 */

import {
  decompose, distance, englishStem, fromEnglishKeys, fromHanja, fromKoreanKeys, initials, isHangul,
  normalise, sounds, unfinished, verbStem, withoutParticle,
} from "./korean.js";
import { rough } from "./score.js";

const STEM = 0.92;
/** An English stem is a wide prefix: `market` of marketing finds every market. */
const ENGLISH_STEM = 0.7;
/** A word of a facet is one thing of a kind: records of the kind answer, but below the thing. */
const TAG = 0.65;
const SYNONYM = 0.6;
const NEAR = 0.7;
const SHORTEST_GUESSED = 3;
/** A word is cut into at most this many known parts. */
const MOST_PARTS = 4;

/** Looks words up and gathers the variants that are found. */
export class Variants {
  /**
   * @param {import("./planner.js").Backend} backend
   * @param {import("./planner.js").Plan} plan
   */
  constructor(backend, plan) {
    this.backend = backend;
    this.plan = plan;
  }

  /** A telephone number, in any of its forms. */
  async number(digits) {
    return term(digits, [await this.find(digits, 1, "word", { only: "n" })]);
  }

  /** The terms a word stands for: one, or its parts when it is several words in one. */
  async resolve(word) {
    const direct = await this.direct(word);
    if (direct.length) return [term(word, direct)];
    const typed = await this.typed(word);
    if (typed.length) return [term(word, typed)];
    const parts = await this.split(word);
    if (parts.length) return parts;
    const near = await this.near(word);
    if (near.length) return [term(word, near)];
    const slipped = await this.slipped(word);
    return slipped.length ? slipped : [term(word, [])];
  }

  /** The word, its stem, its right spelling and their synonyms. */
  async direct(word) {
    const consonants = initials(word);
    if (consonants.length > 1) {
      return kept([await this.find(word, 1, "typing", { words: [consonants], only: "c" })]);
    }
    const ways = [[word, 1, "word"], ...stems(word)];
    const read = /\p{Script=Han}/u.test(word) ? fromHanja(word, await this.backend.hanja()) : "";
    const right = this.plan.spellings[word];
    if (read) ways.push([read, 1, "reading"], ...stems(read));
    if (right) ways.push([right, 1, "spelling"], ...stems(right));
    const found = ways.map(([text, weight, why]) => this.find(text, weight, why));
    found.push(...this.synonyms(ways.map(([text]) => text)));
    return kept(await Promise.all(found));
  }

  /** Other words of the groups one of these words belongs to: a facet's label, or all. */
  synonyms(texts) {
    const asked = new Set(texts.map(close));
    return this.plan.groups
      .filter((group) => [...group.find, ...group.for].some((word) => asked.has(close(word))))
      .flatMap(({ find, tag }) => find.filter((word) => !asked.has(close(word))).map((word) => (
        this.find(word, tag ? TAG : SYNONYM, "synonym", tag ? { only: "f" } : {})
      )));
  }

  /** A syllable not finished, or a keyboard in the other language. */
  async typed(word) {
    const open = unfinished(word);
    if (open) {
      const more = { words: [decompose(open)], shown: open.slice(0, -1) };
      const found = await this.find(word, 1, "typing", more);
      if (found.hits.size) return [found];
    }
    for (const other of [fromEnglishKeys(word), fromKoreanKeys(word)].filter(Boolean)) {
      const found = await this.direct(other);
      if (found.length) return found.map((v) => (v.why === "word" ? { ...v, why: "keyboard" } : v));
    }
    return [];
  }

  /** Known parts from left to right, each as long as possible; empty when a rest remains. */
  async split(word, most = MOST_PARTS) {
    if (most === 0 || word.length < 4 || !/[가-힣a-z]/u.test(word)) return [];
    for (let at = word.length - 2; at >= 2; at -= 1) {
      const head = await this.direct(word.slice(0, at));
      if (!head.length) continue;
      const rest = word.slice(at);
      const tail = await this.direct(rest);
      const others = tail.length ? [term(rest, tail)] : await this.split(rest, most - 1);
      if (others.length) return [term(word.slice(0, at), head), ...others];
    }
    return [];
  }

  /** Two parts, one of them misspelt: 자활쎈터. */
  async slipped(word) {
    if (word.length < 4 || !/[가-힣]/u.test(word)) return [];
    for (let at = word.length - 2; at >= 2; at -= 1) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const [known, end] = await Promise.all([this.direct(head), this.direct(tail)]);
      if (!known.length === !end.length) continue;
      const guess = await this.near(known.length ? tail : head, 2);
      if (!guess.length) continue;
      return known.length ? [term(head, known), term(tail, guess)] : [term(head, guess), term(tail, end)];
    }
    return [];
  }

  /** Words of the catalogue one slip away, two from five syllables on; short ones are not guessed. */
  async near(word, shortest = SHORTEST_GUESSED) {
    const asked = [word, ...stems(word).map(([stem]) => stem)].filter((one) => slips(one) > 0 && one.length >= shortest);
    if (!asked.length) return [];
    const far = (known) => Math.min(...asked.map((one) => {
      const steps = distance(sounds(one), sounds(known), slips(one));
      return steps > slips(one) ? Infinity : steps;
    }));
    const found = (await this.backend.lexicon()).map((known) => [known, far(known)])
      .filter(([, steps]) => steps < Infinity).sort((a, b) => a[1] - b[1]).slice(0, 3);
    const nearest = found.filter(([, steps]) => steps === found[0][1]);
    return kept(await Promise.all(nearest.map(([known]) => this.find(known, NEAR, "near"))));
  }

  /** Neighbours as one word, and synonyms of them together. */
  async together(words) {
    const one = words.join("");
    const ways = [[one], ...stems(one)].map(([text]) => text);
    return kept(await Promise.all([this.find(one, 1, "word"), ...this.synonyms(ways)]));
  }

  /** One variant with its hits; several words must all be in a record. */
  async find(text, weight, why, { words, only, shown } = {}) {
    const parts = words ?? normalise(text).split(" ").map(decompose);
    const found = await Promise.all(parts.map((part) => this.backend.lookup(part)));
    const hits = found.map((one) => strengths(one, weight, only)).reduce(both);
    return { text: shown ?? text, words: parts, weight, only, why, hits };
  }
}

/** A noun without its particle, a verb's noun, an English word's family. */
function stems(word) {
  if (!isHangul(word.at(-1) ?? "")) {
    const stem = englishStem(word);
    return stem ? [[stem, ENGLISH_STEM, "stem"]] : [];
  }
  const noun = withoutParticle(word);
  return [...new Set([noun, verbStem(word), noun && verbStem(noun)])]
    .filter((stem) => stem && stem !== word).map((stem) => [stem, STEM, "stem"]);
}

/** How many slips a word may hold. */
function slips(word) {
  if (word.length < 2 || /^\d+$/u.test(word)) return 0;
  return word.length < 5 ? 1 : 2;
}

function close(text) {
  return text.replaceAll(" ", "");
}

function strengths(found, weight, only) {
  const hits = new Map();
  for (const [key, fields] of found) {
    const value = weight * rough(only ? (fields.includes(only) ? only : "") : fields);
    if (value > 0) hits.set(key, value);
  }
  return hits;
}

function both(first, second) {
  return new Map([...first].filter(([key]) => second.has(key))
    .map(([key, value]) => [key, Math.min(value, second.get(key))]));
}

function kept(variants) {
  return variants.filter((variant) => variant.hits.size);
}

/** @returns {import("./planner.js").Term} */
function term(word, variants) {
  const hits = new Map();
  for (const variant of variants) {
    for (const [key, value] of variant.hits) hits.set(key, Math.max(value, hits.get(key) ?? 0));
  }
  return { word, variants: kept(variants), hits, rarity: 1 };
}
