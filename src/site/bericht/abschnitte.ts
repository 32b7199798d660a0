/** The report in words: each section says how to read it before it shows its numbers. */
import { type Bericht, createBericht } from '../../bericht/bericht.ts';
import { formatDatum, type Kontext } from '../kontext.ts';
import { type Abschnitt, type BerichtText, type Marke, MARKEN } from './bausteine.ts';
import {
  cluster,
  kommunen,
  themaKommune,
  themaSprache,
  themen,
  zielgruppeKommune,
} from './bestand.ts';
import { absatz } from './gemeinsam.ts';
import { aehnliche, alter, datenqualitaet } from './pflege.ts';
import { vorbehalt, zusammenfassung } from './zusammenfassung.ts';

type Teil = (kontext: Kontext, bericht: Bericht) => Abschnitt;

/** @param kontext of the German pages: the report is German */
export function toBerichtText(
  kontext: Kontext,
  bericht = createBericht(kontext.katalog),
): BerichtText {
  const { katalog } = kontext;
  return {
    titel: kontext.t('bericht.titel'),
    stand: `${katalog.portal.name} · Stichtag: ${formatDatum(katalog.stichtag, 'de')} · verantwortlich: ${katalog.portal.kontakt.stelle}`,
    zusammenfassung: zusammenfassung(kontext, bericht),
    vorbehalt: vorbehalt(kontext),
    abschnitte: TEILE.map((teil) => teil(kontext, bericht)).filter(
      ({ bloecke }) => bloecke.length > 0,
    ),
  };
}

function leseHilfe({ katalog }: Kontext): Abschnitt {
  const zeichen = (marke: Marke, satz: string) => `${MARKEN[marke].zeichen} – ${satz}`;
  return {
    id: 'lesen',
    titel: 'So lesen Sie diesen Bericht',
    bloecke: [
      absatz(
        'Im Portal stehen Angebote für Menschen, die in den Kreis zugewandert sind: Beratung, Kurse, Treffpunkte, Hilfe im Alltag. Jedes Angebot gehört zu einem oder mehreren Themen und gilt für einen Ort, für mehrere oder für den ganzen Kreis.',
      ),
      {
        art: 'liste',
        punkte: [
          `Stichtag: Alle Zahlen gelten für den ${formatDatum(katalog.stichtag, 'de')}. Beendete Angebote zählen nicht mit.`,
          'Eigenes Angebot: Es hat seinen Ort in der Stadt oder Gemeinde. Ein Angebot ohne festen Ort, zum Beispiel ein Hausbesuch, zählt dort, wo es ausdrücklich gilt.',
          '+3: Drei weitere Angebote gelten dort mit, haben ihren Ort aber anderswo oder gelten im ganzen Kreis oder bundesweit. Sie schließen eine Lücke am Ort nicht, denn der Weg kann weit sein.',
          'Ein Angebot mit mehreren Themen, Orten, Sprachen oder Zielgruppen zählt bei jedem davon. Deshalb ergeben die Zahlen einer Tabelle zusammen mehr als die Zahl der Angebote.',
          'Vertrauliche Angebote, zum Beispiel Frauenhäuser, zählen nie in einem Ort, sondern überall als weiteres Angebot. So verrät keine Zahl, wo sie sind.',
          'Veraltet: Niemand hat die Angaben innerhalb ihrer Prüffrist geprüft, oder es ist nicht bekannt, von wann sie sind. Die Frist hängt von der Art des Angebots ab.',
        ],
      },
      absatz('Zeichen in den Tabellen:'),
      {
        art: 'liste',
        punkte: [
          zeichen('luecke', 'Lücke: kein eigenes Angebot, nur solche von anderswo.'),
          zeichen('leer', 'Gar kein Angebot, auch keines von anderswo.'),
          zeichen('veraltet', 'Es gibt eigene Angebote, aber die Angaben von allen sind veraltet.'),
          zeichen('unbekannt', 'Kein Angebot bekannt, aber bei einigen fehlt die Angabe.'),
        ],
      },
    ],
  };
}

/** In this order on the page. */
const TEILE: readonly Teil[] = [
  leseHilfe,
  themen,
  themaKommune,
  kommunen,
  zielgruppeKommune,
  themaSprache,
  cluster,
  alter,
  aehnliche,
  datenqualitaet,
];
