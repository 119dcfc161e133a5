/**
 * The search without a server: every record in memory, every lookup a scan. For `file://`, where
 * a page may load scripts but fetch nothing.
 */

import { readings } from "./korean.js";
import { fieldsOf } from "./tokens.js";

const LETTERS = { program: "p", enterprise: "e", centre: "c", product: "r", page: "g" };

/** @returns {import("./planner.js").Backend & object} */
export function offlineBackend(data) {
  const records = data.records.map((record, i) => ({ ...record, key: key(data.plan, record, i) }));
  const byKey = new Map(records.map((record) => [record.key, record]));
  const places = new Map(records.map((record, i) => [record.key, i]));
  let texts = null;
  const scan = () => { texts ??= records.map(scannable); return texts; };
  return {
    plan: async () => data.plan,
    lexicon: async () => data.words,
    hanja: async () => readings(data.hanja),
    lookup: async (word) => found(scan(), word),
    load: async (keys) => keys.map((one) => byKey.get(one)),
    all: async () => records.map((record) => record.key),
    places: async () => places,
    facets: async () => facets(records),
    order: async (name) => order(records, name),
  };
}

function key(plan, record, i) {
  return `${plan.lang}_${LETTERS[record.kind]}${String(i).padStart(6, "0")}`;
}

/** All tokens of a field as one text, each after a line break. */
function scannable(record) {
  const fields = Object.entries(fieldsOf(record))
    .map(([name, tokens]) => [name, `\n${tokens.map((token) => token.text).join("\n")}`]);
  return { key: record.key, fields };
}

function found(texts, word) {
  const hits = new Map();
  if (!word) return hits;
  for (const { key: one, fields } of texts) {
    const names = fields.filter(([, text]) => text.includes(`\n${word}`)).map(([name]) => name);
    if (names.length) hits.set(one, names.join(""));
  }
  return hits;
}

function facets(records) {
  const all = new Map();
  for (const record of records) {
    for (const [name, values] of Object.entries(record.facets)) {
      if (!all.has(name)) all.set(name, new Map());
      for (const value of values) {
        const keys = all.get(name).get(value) ?? new Set();
        all.get(name).set(value, keys.add(record.key));
      }
    }
  }
  return all;
}

function order(records, name) {
  const text = (record) => record.sort[name] ?? "";
  const sorted = [...records].sort((a, b) => (
    text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a.key < b.key ? -1 : 1
  ));
  return new Map(sorted.map((record, i) => [record.key, i]));
}
