/**
 * Measures the project; prints tables for docs/leistung.md and docs/messwerte.md.
 *
 *     npm run bench                our build against Hugo, Eleventy and the floor, with made-up content, in 15 minutes
 *     npm run bench -- 500 5000    the same with so many offers
 *     npm run bench -- suche       what a search costs its visitor on a slow line, and what pages weigh (content of PORTAL_INHALT)
 *     npm run bench -- tippfehler  how typing errors are read, in a minute (content of PORTAL_INHALT)
 *     npm run bench -- daten       the open data of many offers
 *     npm run bench -- dev         how long an editor of 5 000 offers waits
 *     npm run bench -- wieder      building again after an edit, in seven minutes
 *     npm run bench -- land        a whole Land of 54 Kreise, in half an hour
 *
 * Exit code 2 where the call is wrong. What visitors of a built portal feel: `node scripts/run.mjs bench/besucher.ts`.
 */
import { formatGewichte } from '../bench/gewichte.ts';
import { formatDaten } from '../bench/daten.ts';
import { formatDev } from '../bench/dev.ts';
import { messeLand } from '../bench/land.ts';
import { formatTippfehler } from '../bench/tippfehler.ts';
import { ANZAHLEN, vergleiche } from '../bench/vergleich.ts';
import { formatWieder } from '../bench/wieder.ts';
import { liesAufruf } from './lib/aufruf.ts';

const MESSUNGEN: Readonly<Record<string, () => string | Promise<string>>> = {
  suche: formatGewichte,
  tippfehler: formatTippfehler,
  daten: formatDaten,
  dev: formatDev,
  wieder: formatWieder,
  land: messeLand,
};

const HILFE = `Aufruf: npm run bench [-- ${Object.keys(MESSUNGEN).join(' | ')} | Zahl der Angebote …]`;

console.log(await readAufruf()());

/** What the caller wants: one of the measurements, or a comparison with so many offers. */
function readAufruf(): () => string | Promise<string> {
  return liesAufruf(HILFE, { options: {}, allowPositionals: true }, ({ positionals }) => {
    const [erstes] = positionals;
    if (erstes === undefined) return () => vergleiche(ANZAHLEN);
    const messung = Object.hasOwn(MESSUNGEN, erstes) ? MESSUNGEN[erstes] : undefined;
    if (messung && positionals.length === 1) return () => messung();
    const anzahlen = positionals.map(readAnzahl).sort((a, b) => a - b);
    return () => vergleiche(anzahlen);
  });
}

function readAnzahl(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`„${text}“ kann nicht gemessen werden.`);
  return Number(text);
}
