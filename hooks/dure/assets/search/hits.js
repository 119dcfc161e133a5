/**
 * Where variants are found: strengths by page, rarity, the best of several. Twin of
 * `search/hits.py`. Pure arithmetic.
 *
 * @typedef {import("./types.js").Variant} Variant
 */

import { isHangul } from "./korean.js";
import { rough } from "./score.js";

/** Rare words say more: the usual inverse document frequency. */
export function idf(/** @type {number} */ total, /** @type {number} */ count) {
  return Math.log(1 + (total + 1) / (count + 1));
}

/**
 * Variants with their rarity: a form is as frequent as its stem, a synonym never rarer.
 * @param {Variant[]} variants @param {number} total
 */
export function weighed(variants, total) {
  const own = variants.map((v) => idf(total, v.hits.size));
  const most = Math.min(...own.filter((_, i) => variants[i].why !== "synonym"));
  return variants.map((v, i) => {
    const whole = v.why === "word" && !isHangul(v.text.slice(-1));
    return { ...v, rarity: whole ? own[i] : Math.min(own[i], most) };
  });
}

/** The best of all variants for each record. */
export function merged(/** @type {Variant[]} */ variants) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  for (const { hits: own, rarity } of variants) {
    for (const [page, value] of own) hits.set(page, Math.max(value * rarity, hits.get(page) ?? 0));
  }
  return hits;
}

/**
 * How strong a word is on each page, before records are read.
 * @param {Map<number, number>} found @param {number} weight @param {string} only
 */
export function strengths(found, weight, only) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  for (const [page, bits] of found) {
    const value = weight * rough(bits, only);
    if (value > 0) hits.set(page, value);
  }
  return hits;
}

/**
 * Pages that have both words, as strong as the weaker.
 * @param {Map<number, number>} first @param {Map<number, number>} second
 */
export function both(first, second) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  for (const [page, value] of first) {
    const other = second.get(page);
    if (other) hits.set(page, Math.min(value, other));
  }
  return hits;
}

/** Variants that are found at all. */
export function kept(/** @type {Variant[]} */ variants) {
  return variants.filter((variant) => variant.hits.size);
}
