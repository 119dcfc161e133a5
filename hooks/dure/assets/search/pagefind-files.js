/**
 * Reads the files of a Pagefind index: its pages, its words, its facets and its orders.
 *
 * The engine's own program is not used in the browser. It weighs 80 KB, takes 100 ms for a word of
 * 2,900 pages, answers a prefix from one chunk only, answers unknown words with pages of shorter
 * ones, and loads every chunk for an empty query. Read here, a lookup is exact and takes 2 ms.
 */

const SIGNATURE = 12;

/** @typedef {{keys: string[], chunks: [string, string, string][], filters: Map<string, string>,
 *   orders: Map<string, string>, fields: string[]}} Tables */

/** @typedef {{word: string, pages: [page: number, fields: number[]][]}} Word */

/**
 * The tables of one language.
 * @returns {Promise<Tables>}
 */
export async function readTables(/** @type {string} */ base, /** @type {string} */ lang) {
  const entry = await (await fetched(`${base}pagefind-entry.json`)).json();
  const [, pages, chunks, filters, orders, fields] = await read(
    `${base}pagefind.${entry.languages[lang].hash}.pf_meta`,
  );
  return {
    keys: pages.map((/** @type {[string]} */ [key]) => key), chunks, fields,
    filters: new Map(filters), orders: new Map(orders),
  };
}

/**
 * The chunks that may hold words beginning with `prefix`: one, or several where it spans them.
 * The engine cuts the ends of ranges short (상점 → 상저), so the next beginning tells the end.
 * @param {Tables["chunks"]} chunks @param {string} prefix
 */
export function chunksOf(chunks, prefix) {
  return chunks.filter(([first], i) => (
    (first <= prefix || first.startsWith(prefix)) && (i + 1 === chunks.length || chunks[i + 1][0] > prefix)
  )).map(([, , name]) => name);
}

/**
 * The words of one chunk, each with its pages and the fields it stands in there.
 * @param {string} base @param {string} name @returns {Promise<Word[]>}
 */
export async function readWords(base, name) {
  const [words] = await read(`${base}index/${name}.pf_index`);
  return words.map((/** @type {[string, [number, number, number[]][]]} */ [word, pages]) => (
    { word, pages: places(pages) }
  ));
}

/**
 * Pages are stored as steps from one to the next, fields as negative numbers before positions.
 * @param {[number, number, number[]][]} pages @returns {Word["pages"]}
 */
function places(pages) {
  let at = 0;
  return pages.map(([step, , positions]) => {
    at += step;
    return [at, positions.filter((value) => value < 0).map((value) => -1 - value)];
  });
}

/**
 * Value → pages of one facet.
 * @param {string} base @param {string} hash @returns {Promise<Map<string, Set<number>>>}
 */
export async function readFacet(base, hash) {
  const [, values] = await read(`${base}filter/${hash}.pf_filter`);
  return new Map(values.map((/** @type {[string, number[]]} */ [value, pages]) => [value, new Set(pages)]));
}

/**
 * The pages in one order.
 * @returns {Promise<number[]>}
 */
export function readOrder(/** @type {string} */ base, /** @type {string} */ name) {
  return read(`${base}sort/${name}.pf_sort`);
}

/**
 * One page's record, by its key.
 * @param {string} base @param {string} key @returns {Promise<import("./types.js").SearchRecord>}
 */
export async function readRecord(base, key) {
  return JSON.parse(new TextDecoder().decode(await unpack(`${base}fragment/${key}.pf_fragment`)));
}

/** A file's answer; a missing file is an error, not an answer. */
export async function fetched(/** @type {string} */ url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** @param {string} url */
async function read(url) {
  return decode(await unpack(url));
}

/** @param {string} url */
async function unpack(url) {
  const gunzip = new (/** @type {any} */ (globalThis).DecompressionStream)("gzip");
  const packed = (await fetched(url)).body?.pipeThrough(gunzip);
  return new Uint8Array(await new Response(packed).arrayBuffer()).subarray(SIGNATURE);
}

/** The part of CBOR the files use: whole numbers, texts, lists. */
export function decode(/** @type {Uint8Array} */ bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf8 = new TextDecoder();
  let at = 0;
  const size = (/** @type {number} */ low) => {
    if (low < 24) return low;
    const width = 1 << (low - 24);
    at += width;
    if (width === 1) return view.getUint8(at - 1);
    return width === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  };
  /** @returns {any} */
  const item = () => {
    const head = bytes[at];
    at += 1;
    const length = size(head & 31);
    if (head >> 5 === 0) return length;
    if (head >> 5 === 1) return -1 - length;
    if (head >> 5 === 4) return Array.from({ length }, item);
    if (head >> 5 !== 3) throw new Error(`unknown item ${head} in the search files`);
    at += length;
    return utf8.decode(bytes.subarray(at - length, at));
  };
  return item();
}
