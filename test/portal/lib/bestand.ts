/** What the tests' portal of the first Kreis holds: editors add offers, and no test may break by that. */
import { readKatalog } from '../../../src/katalog/read-katalog.ts';
import { STICHTAG } from './bauen.ts';

/** How many offers its lists and its search have. */
export const ANGEBOTE = readKatalog('content', STICHTAG).katalog!.angebote.size;
