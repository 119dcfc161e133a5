/**
 * Reads the files of the search: the words as Pagefind's index has them, the records, their facets
 * and orders.
 *
 * The engine's own program is not used in the browser. It weighs 80 KB, takes 100 ms for a word of
 * 2,900 pages, answers a prefix from one chunk only, answers unknown words with pages of shorter
 * ones, and loads every chunk for an empty query. Read here, a lookup is exact and takes 2 ms.
 *
 * All records are one text to the engine, in lines; see `search/lines.py`. A word's places tell its
 * lines, and a line tells record and field.
 */

const SIGNATURE = 12;

/**
 * @typedef {object} Volume  A text of the engine's.
 * @property {number} firstLine  counted over all volumes
 * @property {number} firstChunk
 * @property {string[]} chunks  where each begins
 *
 * @typedef {object} Tables
 * @property {string} name  with which the names of the language's files begin
 * @property {string} kinds  one letter a record
 * @property {number[]} files  how many records each holds
 * @property {Int32Array} holders  record → its file
 * @property {number} line  words in a line
 * @property {string} fields  one letter a field
 * @property {Int32Array} owners  line → record * number of fields + field
 * @property {Volume[]} volumes
 * @property {string[]} facets
 *
 * @typedef {{word: string, places: number[], firstLine: number}} Word
 */

/**
 * The tables of one language.
 * @returns {Promise<Tables>}
 */
export async function readTables(/** @type {string} */ base, /** @type {string} */ lang) {
  const entry = await (await fetched(`${base}pagefind-entry.json`)).json();
  const name = entry.languages[lang].hash;
  const { lines, volumes, ...plain } = await read(`${base}pagefind.${name}.pf_meta`);
  const ends = recordEnds(lines);
  let record = 0, firstChunk = 0;
  return {
    ...plain, name, owners: owners(lines, ends[ends.length - 1]), holders: holders(plain.files),
    volumes: volumes.map((/** @type {[number, string[]]} */ [records, chunks]) => {
      const volume = { firstLine: ends[record], firstChunk, chunks };
      record += records;
      firstChunk += chunks.length;
      return volume;
    }),
  };
}

/**
 * The line after each record's last, from nought on.
 * @param {number[][]} lines  of each field, record by record
 */
function recordEnds(lines) {
  const ends = [0];
  for (const at of lines[0].keys()) {
    ends.push(lines.reduce((end, field) => end + field[at], ends[at]));
  }
  return ends;
}

/**
 * Whose each line is.
 * @param {number[][]} lines  of each field, record by record
 * @param {number} total
 */
function owners(lines, total) {
  const found = new Int32Array(total);
  let line = 0;
  for (const at of lines[0].keys()) {
    for (const [field, own] of lines.entries()) {
      found.fill(at * lines.length + field, line, line += own[at]);
    }
  }
  return found;
}

/** The file of each record. */
function holders(/** @type {number[]} */ files) {
  return Int32Array.from(files.flatMap((records, file) => new Array(records).fill(file)));
}

/**
 * The chunks that may hold words beginning with `prefix`: one, or several where it spans them.
 * The engine cuts the ends of ranges short (상점 → 상저), so the next beginning tells the end.
 * @param {Pick<Volume, "chunks" | "firstChunk">} volume @param {string} prefix
 */
export function chunksOf({ chunks, firstChunk }, prefix) {
  const may = chunks.map((first, i) => (
    (first <= prefix || first.startsWith(prefix)) && (i + 1 === chunks.length || chunks[i + 1] > prefix)
  ));
  return [...may.keys()].filter((i) => may[i]).map((i) => firstChunk + i);
}

/**
 * The words of one chunk, each with its places, and the line at which the volume begins.
 * @param {string} base @param {Tables} tables @param {number} chunk @returns {Promise<Word[]>}
 */
export async function readWords(base, { name, volumes }, chunk) {
  const [words] = await read(`${base}index/${name}_${chunk}.pf_index`);
  const firstLine = Math.max(...volumes.map((v) => (v.firstChunk <= chunk ? v.firstLine : 0)));
  return words.map((/** @type {[string, [number, number[]][]]} */ [word, pages]) => (
    { word, places: pages.flatMap(([, places]) => places), firstLine }
  ));
}

/**
 * The lines in which a word stands. Places are stored as steps from one to the next; after a
 * negative number, a weight, anew.
 * @param {Word} word @param {number} length  of a line
 */
export function linesOf({ places, firstLine }, length) {
  /** @type {number[]} */
  const lines = [];
  let at = 0;
  for (const step of places) {
    at = step < 0 ? 0 : at + step;
    if (step >= 0) lines.push(firstLine + Math.floor(at / length));
  }
  return lines;
}

/**
 * Value → records of one facet.
 * @param {string} base @param {Tables} tables @param {string} facet
 * @returns {Promise<Map<string, Set<number>>>}
 */
export async function readFacet(base, { name }, facet) {
  const values = await read(`${base}filter/${name}_${facet}.pf_filter`);
  return new Map(Object.entries(values).map(([value, steps]) => {
    let at = 0;
    return [value, new Set(steps.map((/** @type {number} */ step) => (at += step)))];
  }));
}

/**
 * The records in one order.
 * @param {string} base @param {Tables} tables @param {string} order @returns {Promise<number[]>}
 */
export function readOrder(base, { name }, order) {
  return read(`${base}sort/${name}_${order}.pf_sort`);
}

/**
 * The records of one file.
 * @param {string} base @param {Tables} tables @param {number} file
 * @returns {Promise<import("./types.js").SearchRecord[]>}
 */
export async function readRecords(base, { name }, file) {
  const text = await unpack(`${base}fragment/${name}_${file}.pf_fragment`);
  return JSON.parse(new TextDecoder().decode(text));
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

/** The part of CBOR the files use: whole numbers, texts, lists, objects. */
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
  function item() {
    const head = bytes[at];
    at += 1;
    const length = size(head & 31);
    if (head >> 5 === 0) return length;
    if (head >> 5 === 1) return -1 - length;
    if (head >> 5 === 4) return list(length);
    if (head >> 5 === 5) return Object.fromEntries(list(length, () => [item(), item()]));
    if (head >> 5 !== 3) throw new Error(`unknown item ${head} in the search files`);
    at += length;
    return utf8.decode(bytes.subarray(at - length, at));
  }
  function list(/** @type {number} */ length, one = item) {
    const items = new Array(length);
    for (let i = 0; i < length; i += 1) items[i] = one();
    return items;
  }
  return item();
}
