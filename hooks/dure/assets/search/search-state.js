/**
 * What the reader asked for, as the page's address says it: `?q=…&kind=…&region=…&sort=…`.
 *
 * @typedef {object} State
 * @property {string} q
 * @property {string} kind  program, enterprise, centre, product, page; empty for all
 * @property {string} sort  name of an order; empty for the best first
 * @property {Record<string, string[]>} facets
 */

/**
 * @param {string} query  of the address @param {string[]} names  of facets
 * @returns {State}
 */
export function fromAddress(query, names) {
  const asked = new URLSearchParams(query);
  /** @type {State["facets"]} */
  const facets = {};
  for (const name of names) {
    const values = asked.getAll(name);
    if (values.length) facets[name] = values;
  }
  const [q, kind, sort] = ["q", "kind", "sort"].map((name) => asked.get(name) ?? "");
  return { q, kind, sort, facets };
}

/** The query string; empty when nothing is asked. */
export function toAddress(/** @type {State} */ { q, kind, sort, facets }) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, kind, sort })) if (value) asked.set(name, value);
  for (const [name, values] of Object.entries(facets)) {
    for (const value of values) asked.append(name, value);
  }
  const text = asked.toString();
  return text && `?${text}`;
}

/**
 * The state with one value of a facet chosen or left.
 * @param {State} state @param {string} name @param {string} value
 * @returns {State}
 */
export function toggled(state, name, value) {
  const now = state.facets[name] ?? [];
  const values = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const { [name]: _, ...others } = state.facets;
  return { ...state, facets: values.length ? { ...others, [name]: values } : others };
}

/** Whether anything is asked. */
export function isAsked(/** @type {State} */ { q, kind, facets }) {
  return Boolean(q.trim() || kind || Object.keys(facets).length);
}
