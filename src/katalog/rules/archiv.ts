import { isSehrAlt } from '../../domain/stand.ts';
import type { Angebot } from '../../domain/angebot.ts';
import { type Katalog, standVon } from '../katalog.ts';
import type { Fund, Regel } from './regel.ts';

/** More than this part of all offers in the archive is no tidying up any more. */
const ANTEIL = 1 / 3;

/** Offers on their way to the archive, offers in it, and those that must never get there. */
export const archiv: Regel = {
  name: 'archiv',
  zweck:
    'An offer must not leave the search unnoticed, and the number of a shelter must not stay unchecked for years.',
  pruefe({ katalog }) {
    return [
      ...[...katalog.angebote.values()].flatMap((angebot) => vorher(katalog, angebot)),
      ...[...katalog.archiv.values()].map((angebot): Fund => ({
        ...amDatum(angebot),
        stufe: 'hinweis',
        meldung: `Das Angebot steht seit dem ${standVon(katalog, angebot).sehrAltAb} im Archiv und nicht mehr in Suche und Listen: Zuletzt geprüft wurde es am ${angebot.geprueft_am}.`,
        tipp: `Bitte beim Anbieter nachfragen. Gibt es das Angebot noch: npm run stand -- bestaetigen ${angebot.id}. Sonst bitte „status: beendet“ eintragen.`,
      })),
      ...fastAlles(katalog),
    ];
  },
};

const amDatum = ({ id }: Angebot) => ({ art: 'angebot', id, feld: ['geprueft_am'] }) as const;

function vorher(katalog: Katalog, angebot: Angebot): Fund[] {
  const stand = standVon(katalog, angebot);
  const tipp = `Bitte beim Anbieter nachfragen, dann: npm run stand -- bestaetigen ${angebot.id}`;
  if (stand.bleibt === 'schutz') {
    const unbekannt = stand.zustand === 'ohne-datum';
    if (!unbekannt && !isSehrAlt(stand, katalog.stichtag)) return [];
    return [
      {
        ...amDatum(angebot),
        stufe: 'warnung',
        meldung: `Auf dieses Angebot verlassen sich Menschen in Not, und ${unbekannt ? 'niemand weiß, wann es zuletzt geprüft wurde' : `zuletzt geprüft wurde es am ${angebot.geprueft_am}`}. Es kommt nie von selbst ins Archiv.`,
        tipp,
      },
    ];
  }
  if (stand.bleibt || stand.zustand !== 'ueberfaellig' || !stand.sehrAltAb) return [];
  return [
    {
      ...amDatum(angebot),
      stufe: 'hinweis',
      meldung: `Das Angebot ist seit dem ${stand.geprueftBis} nicht mehr geprüft; es wird am ${stand.sehrAltAb} ins Archiv verschoben und ist dann nicht mehr in Suche und Listen.`,
      tipp,
    },
  ];
}

function fastAlles({ angebote, archiv, portal }: Katalog): Fund[] {
  const alle = angebote.size + archiv.size;
  if (archiv.size <= alle * ANTEIL) return [];
  return [
    {
      art: 'portal',
      id: 'portal',
      feld: ['archiv_nach'],
      stufe: 'warnung',
      meldung: `${archiv.size} von ${alle} Angeboten stehen im Archiv, weil sie länger als ${portal.archiv_nach} Prüfintervalle nicht geprüft wurden. Besucher finden sie nicht mehr.`,
      tipp: 'Sind die Angaben noch brauchbar, bitte „archiv_nach: nie“ eintragen, bis die Anbieter gefragt sind.',
    },
  ];
}
