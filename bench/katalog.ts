/**
 * Reads the content and hands it to Astro, as a build does, but asks no rule: what other generators do before they make pages.
 *
 *     node bench/katalog.ts <content folder> <file>
 */
import { readUngeprueft, stichtagDesLaufs } from '../src/katalog/read-katalog.ts';
import { schreibeKatalog } from '../src/katalog/weitergabe.ts';

const [inhalt, datei] = process.argv.slice(2) as [string, string];
schreibeKatalog(datei, readUngeprueft(inhalt, stichtagDesLaufs()).katalog!);
