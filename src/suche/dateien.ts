/** Where the search's files lie. */

/** Folder of Pagefind's files, the same for all languages. */
export const PAGEFIND_ORDNER = 'pagefind/';

/** Name of the search table, in the folder of its language. */
export const TABELLE = 'suche-tabelle.json';
