/**
 * Publishes what was built, all at once or not at all: on the machine that serves it.
 *
 *     npm run veroeffentlichen -- <folder on the server>               the built portal takes the place of the last one
 *     npm run veroeffentlichen -- <folder on the server> --zurueck     the one before takes its place again
 *     npm run veroeffentlichen -- <folder on the server> --aufraeumen  what is old for a day goes
 *
 * With --sofort nothing of an older one remains, not for a minute.
 *
 * PORTAL_ZIEL  the built portal (default `dist`)
 * Exit code 1 where it was not done, 2 where the call is wrong.
 */
import { inhaltsordner, zielordner } from '../src/katalog/umgebung.ts';
import { liesAufruf } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';
import { mehrzahl } from './lib/format-befunde.ts';
import { dateiGrund } from './lib/schreibe-datei.ts';
import { AKTUELL, aktueller, geheZurueck, raeumeAuf, veroeffentliche } from './lib/staende.ts';
import { geschuetzt } from './lib/bau/ziel.ts';

const HILFE = `Aufruf: npm run veroeffentlichen -- <Ordner auf dem Server> [--sofort]
  <Ordner>      ein eigener Ordner, zum Beispiel /var/www/portal; der Server liest darin „${AKTUELL}“
  --sofort      nichts vom bisherigen Stand bleibt; sonst noch einen Tag das, was offene Seiten brauchen
  --zurueck     der Stand davor gilt wieder; mit --sofort verschwindet der jetzige ganz
  --aufraeumen  entfernt, was seit mehr als einem Tag alt ist; mit --sofort alles Alte
Mehr dazu: docs/betrieb.md`;

const ZURUECKGENOMMEN =
  'Darin stand öffentlich, was jetzt vertraulich ist oder zurückgezogen wurde. Deshalb bleibt nichts davon, wie mit --sofort. Bitte auch lesen, was in docs/betrieb.md unter „Was außerdem bleibt“ steht.';

const { ordner, zurueck, aufraeumen, sofort } = readAufruf();
const wie = { jetzt: Date.now(), sofort };
const vorher = aktueller(ordner);
// Folders are for the server to read, whatever this user hides otherwise.
process.umask(0o022);
try {
  console.log(tun());
} catch (error) {
  const stand =
    aktueller(ordner) === vorher
      ? 'Es gilt weiter, was vorher galt.'
      : 'Der neue Stand gilt schon; nur Altes ließ sich nicht entfernen.';
  ende(`${dateiGrund(error)}\n${stand}`, 1);
}

function tun(): string {
  if (zurueck) {
    const geloescht = geheZurueck(ordner, wie);
    const grund = geloescht && !sofort ? ` ${ZURUECKGENOMMEN}` : '';
    return `Es gilt wieder der Stand davor.${geloescht ? ' Der andere ist gelöscht.' : ''}${grund}`;
  }
  if (aufraeumen) {
    raeumeAuf(ordner, wie);
    return 'Aufgeräumt.';
  }
  const {
    dateien,
    bytes,
    mitgenommen,
    zurueckgenommen,
    ordner: stand,
  } = veroeffentliche(zielordner(), ordner, wie);
  return `Veröffentlicht und nachgelesen: ${mehrzahl(dateien, 'Datei', 'Dateien')}, ${Math.ceil(bytes / 1e6)} MB
Stand: ${stand}
Von früheren Ständen ${mitgenommen === 0 ? 'bleibt nichts.' : `bleiben einen Tag ${mehrzahl(mitgenommen, 'Datei', 'Dateien')} für offene Seiten.`}${zurueckgenommen && !sofort ? `\n${ZURUECKGENOMMEN}` : ''}`;
}

function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      allowPositionals: true,
      options: {
        sofort: { type: 'boolean', default: false },
        zurueck: { type: 'boolean', default: false },
        aufraeumen: { type: 'boolean', default: false },
      },
    },
    ({ values, positionals }) => {
      const [ordner, ...mehr] = positionals;
      if (!ordner) throw new Error('Es fehlt der Ordner auf dem Server.');
      if (mehr.length > 0) throw new Error('Bitte nur einen Ordner nennen.');
      if (values.zurueck && values.aufraeumen)
        throw new Error('Bitte entweder --zurueck oder --aufraeumen.');
      const grund = geschuetzt(ordner, inhaltsordner());
      if (grund) throw new Error(`In „${ordner}“ wird nichts veröffentlicht: ${grund}`);
      return { ordner, ...values };
    },
  );
}
