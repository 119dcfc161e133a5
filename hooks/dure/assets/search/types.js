/**
 * What the search's modules hand each other. Types only: nothing here is ever loaded.
 *
 * @typedef {object} SearchRecord  What a result shows, and the text its matches are weighed on.
 * @property {string} url
 * @property {string} kind
 * @property {string} id
 * @property {string} title
 * @property {string} subtitle
 * @property {string[]} facts
 * @property {string} content
 * @property {string[]} phones
 * @property {number} prior  what it weighs before anything is asked
 * @property {Record<string, string>} shown
 *
 * @typedef {object} Token  A place of a text where a reader may begin.
 * @property {string} text  from here to the end of its word, decomposed
 * @property {boolean} first  it begins a word or follows a mark
 * @property {string} part  the word up to the next mark, decomposed; empty inside a word
 *
 * @typedef {Record<string, Token[]>} Fields  t title, f facts, b body, n numbers, c initials
 *
 * @typedef {Map<string, string[]>} Others  word → longer words that mean something else
 *
 * @typedef {"word" | "stem" | "synonym" | "reading" | "spelling" | "keyboard" | "typing" | "near"} Why
 *
 * @typedef {[text: string, weight: number, why: Why]} Way
 *
 * @typedef {object} Variant  One way of saying a term, and where it is found.
 * @property {string} text  as it is shown and marked
 * @property {string[]} words  decomposed; all must occur
 * @property {number} weight
 * @property {string} only  the one field it may stand in; empty for any
 * @property {Why} why
 * @property {Map<number, number>} hits  page → strength before its record is read
 * @property {number} rarity
 *
 * @typedef {object} Term  A word of the query with all its variants.
 * @property {string} word
 * @property {Variant[]} variants
 * @property {Map<number, number>} hits
 * @property {number} rarity
 * @property {number} weight  less for verbs and for words that stand in running text only
 *
 * @typedef {{find: string[], for: string[], tag?: number}} Group
 *
 * @typedef {object} Plan
 * @property {string} lang
 * @property {number} total  records of the language
 * @property {Group[]} groups
 * @property {string[]} other  words that begin with another word and mean something else
 * @property {Record<string, string>} spellings
 * @property {string[]} empty  words that say nothing
 * @property {string[]} idle  verbs that say nothing, in any form
 *
 * @typedef {object} Backend  Where words are looked up; a page is the number of a record.
 * @property {() => Promise<Plan>} plan
 * @property {(word: string) => Promise<Map<number, number>>} lookup  page → its fields, as bits
 * @property {(pages: number[]) => Promise<SearchRecord[]>} load
 * @property {() => Promise<string[]>} lexicon
 * @property {() => Promise<Record<string, string>>} hanja  character → how it is read
 * @property {() => Promise<import("./nearest.js").Category[]>} categories  facets with records
 * @property {() => Promise<string>} kinds  each page's kind, one letter each
 * @property {() => Promise<Map<string, Map<string, Set<number>>>>} facets
 * @property {(name: string) => Promise<Map<number, number>>} order  page → its place
 *
 * @typedef {object} Answer
 * @property {number[]} keys  records with all words, best first
 * @property {number[]} partial  records with some of the words
 * @property {number[]} found  what is counted: all records before the reader's filters
 * @property {string[]} marks  texts to mark in results
 * @property {string[]} also  words searched for besides those asked for
 * @property {string} meant  the query as it was probably meant; empty when read as typed
 */

export {};
