/** Where the search's files lie. */

/** Folder of Pagefind's files. */
export const PAGEFIND_ORDNER = 'pagefind/';

/** Language tag of the index: one for which Pagefind has no stemmer, since the words are analysed before. */
export const INDEX_SPRACHE = 'qaa';

/** Name of the search table, in the folder of its language. */
export const TABELLE = 'suche-tabelle.json';

/** Folder of what is loaded in parts, when it is needed: words, tokens, cards, points and codes. */
export const TEILE_ORDNER = 'suche-teile/';

/** Tells where these parts begin (`Teilebezug`), long before the table does. */
export const GRENZEN = 'suche-grenzen.json';

/** What the search across the Kreise of a Land loads first. */
export const LAND_KOPF = 'land.json';
