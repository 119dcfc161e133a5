/**
 * The plan's groups of words by word, gathered once.
 */

import { isVerb } from "./verbs.js";

/** @typedef {{groups: Map<string, import("./types.js").Group[]>, verbs: string[]}} Known */

/** @type {WeakMap<import("./types.js").Plan, Known>} */
const KNOWN = new WeakMap();

/** A plan's words with their groups, and its verbs; gathered once. */
export function known(/** @type {import("./types.js").Plan} */ plan) {
  const before = KNOWN.get(plan);
  if (before) return before;
  /** @type {Known} */
  const found = { groups: new Map(), verbs: plan.groups.flatMap((group) => group.for.filter(isVerb)) };
  for (const group of plan.groups) {
    for (const word of new Set([...group.find, ...group.for].map(close))) {
      found.groups.set(word, [...found.groups.get(word) ?? [], group]);
    }
  }
  KNOWN.set(plan, found);
  return found;
}

/** For comparing: however its words are spaced. */
export function close(/** @type {string} */ text) {
  return text.replaceAll(" ", "");
}
