import type { Anbieter } from '../../domain/anbieter.ts';
import type { AnsprechstelleEintrag, KontakteEintrag } from '../../domain/ansprechstelle.ts';
import type { ProjektEintrag } from '../../domain/projekt.ts';
import { lesbarerText } from '../angaben-vergleich.ts';
import { angebotVon, KREISWEIT } from '../ansprechstellen.ts';
import { istVertraulichesAngebot } from '../create-angebot.ts';
import { zeileVon } from '../read-yaml.ts';
import { reinerText } from '../text-auszug.ts';
import { createSchutzworte, type Unsere } from '../schutzworte.ts';
import { teileName } from '../uebersetzungen.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';
import { alleTexte, alleWerte, kommentareVon, stelle } from './texte.ts';
import { createVerraet, ortsnamen } from './vertraulich.ts';

/** What refers to a confidential offer must not say where it is either. */
export const vertraulichAnderswo: Regel = {
  name: 'vertraulich-anderswo',
  zweck:
    'A shelter whose own page says nothing is found all the same where a project „in Musterstadt“ names it.',
  pruefe(kontext) {
    const geheim = createGeheim(kontext);
    const { projekte, kontakte, anbieter, portal, seiten } = kontext.eintraege;
    return [
      ...[...projekte]
        .filter(([, projekt]) => nenntGeheimes(projekt, geheim))
        .flatMap(([id, projekt]) => pruefeProjekt(id, projekt, geheim, kontext)),
      ...[...kontakte].flatMap(([id, datei]) => pruefeKontakte(id, datei, geheim, kontext)),
      ...alleTexte(kontext.eintraege)
        .filter(
          ({ art, id }) =>
            art === 'seite' ||
            art === 'seite-uebersetzung' ||
            (art === 'angebot' && !geheim.angebot(id)) ||
            (art === 'projekt' && !nenntGeheimes(projekte.get(id)!, geheim)),
        )
        .flatMap(({ art, id, text }) => {
          const seite = seiten.get(art === 'seite-uebersetzung' ? teileName(id).von : id);
          const titel = (art.startsWith('seite') && seite?.titel) || '';
          return pruefeText(text, titel, geheim).map((fund): Fund => ({
            art,
            id,
            feld: '(text)',
            ...fund,
          }));
        }),
      ...pruefeAngebote(kontext, geheim),
      ...pruefeNotizen(kontext, geheim),
      ...[...anbieter].flatMap(([id, eintrag]) => pruefeAnbieter(id, eintrag, geheim)),
      ...(portal.notruf ?? []).flatMap(({ bezeichnung }, i) =>
        alleWerte(bezeichnung, ['notruf', i, 'bezeichnung'])
          .filter(([, wert]) => geheim.anschrift(wert) !== undefined)
          .map(([feld]): Fund => ({ art: 'portal', id: 'portal', feld, ...AM_NOTRUF })),
      ),
    ];
  },
};

const VERRAET = {
  meldung:
    'Hier geht es um eine Schutzunterkunft; diese Angabe kann verraten, in welcher Stadt oder Straße sie ist.',
  tipp: 'Bitte die Angabe löschen, auch aus Kommentaren: Die Datei ist öffentlich.',
};
const IM_PROJEKT = {
  ...VERRAET,
  tipp: `${VERRAET.tipp} Als „kommunen“ bitte „kreisweit“ schreiben.`,
};
const IN_EINER_KOMMUNE = {
  meldung:
    'Dieser Eintrag nennt eine vertrauliche Stelle (Schutzunterkunft). In der Datei einer Kommune verrät er, wo sie ist.',
  tipp: `Bitte den Eintrag nach kontakte/${KREISWEIT}.yaml verschieben.`,
};

const AM_NOTRUF = {
  meldung:
    'Der Name einer Notrufnummer sieht wie eine Anschrift aus; er steht auf jeder Seite, auch bei Schutzunterkünften.',
  tipp: 'Bitte nur schreiben, wer sich meldet.',
};
const DANEBEN = {
  stufe: 'warnung',
  meldung:
    'Hier steht eine Anschrift, und daneben geht es um eine Schutzunterkunft: Gehört sie zu ihr?',
  tipp: 'Wenn ja, bitte löschen und die Stelle informieren: Die Datei ist öffentlich. Gehört sie zu jemand anderem, bitte in einen eigenen Abschnitt mit eigener Überschrift stellen.',
} as const;

const IM_FELD = {
  ...DANEBEN,
  tipp: 'Wenn ja, bitte löschen und die Stelle informieren: Die Datei ist öffentlich. Gehört sie zu jemand anderem, bitte hier löschen und bei dessen Angebot unter „orte“ eintragen.',
};
const IN_EINER_NOTIZ = {
  ...DANEBEN,
  tipp: 'Wenn ja, bitte die Notiz löschen und die Stelle informieren: Die Datei ist öffentlich. Wenn nein, kann sie bleiben.',
};

/** What must not be found, and how to tell that a text leads to it. */
interface Geheim {
  angebot(id: string | undefined): boolean;
  /** A provider of nothing but shelters. */
  anbieter(id: string | undefined): boolean;
  /** An office that refers to one of them, or has the number of one. */
  stelle(eintrag: AnsprechstelleEintrag): boolean;
  /** Where a text has an address, or names a Kommune or a district. */
  wo(text: string): number | undefined;
  /** Where it has an address. */
  anschrift(text: string): number | undefined;
  /** True where a text refers to one of them, by a component, a link, its number or its name. */
  genannt(text: string): boolean;
}

/** Tells what leads to confidential offers. */
export function createGeheim({ eintraege }: { eintraege: Unsere }): Geheim {
  const { angebote, vokabular } = eintraege;
  const geheim = new Set(
    [...angebote]
      .filter(([, angebot]) => istVertraulichesAngebot(angebot, vokabular.angebotsarten))
      .map(([id]) => id),
  );
  const jeAnbieter = Map.groupBy(angebote, ([, angebot]) => angebot.anbieter);
  const namen = ortsnamen(vokabular.kommunen).map(lesbarerText);
  const ort = new RegExp(
    `(?<!\\p{L})(?:${namen.map((name) => RegExp.escape(name)).join('|')})(?:s|er|ern)?(?!\\p{L})`,
    'iu',
  );
  const verraet = createVerraet(vokabular.kommunen);
  const nummern = new Set(
    [...geheim].flatMap((id) => {
      const { telefon, email } = angebote.get(id)!;
      return [telefon, email].filter((nummer) => nummer !== undefined);
    }),
  );
  const { imText } = createSchutzworte(eintraege);
  const ziele = new RegExp(
    `(?<=angebot=["'{ ]{0,3}|/angebote/)(?:${[...geheim].map((id) => RegExp.escape(id)).join('|') || '(?!)'})(?![\\w-])`,
  );
  const ziffern = [...nummern].map((nummer) => nummer.replace(/^\+49|\D/g, '')).filter(Boolean);
  const nenntNummer = (text: string) => ziffern.some((nummer) => text.includes(nummer));
  const isAngebot = (id: string | undefined) => id !== undefined && geheim.has(id);
  const isAnbieter = (id: string | undefined) =>
    id !== undefined && jeAnbieter.get(id)?.every(([angebot]) => geheim.has(angebot)) === true;
  return {
    angebot: isAngebot,
    anbieter: isAnbieter,
    stelle: ({ angebot, anbieter, telefon = '', email = '' }) =>
      isAngebot(angebot) || isAnbieter(anbieter) || nummern.has(telefon) || nummern.has(email),
    anschrift: verraet,
    genannt: (text) =>
      ziele.test(text) || nenntNummer(text.replace(/\D/g, '')) || imText(text) !== undefined,
    wo: (text) =>
      (namen.length > 0 ? ort.exec(lesbarerText(text))?.index : undefined) ?? verraet(text),
  };
}

/** Sections of a text that name a shelter, or stand below a heading that does; an address in one may be that of somebody else. */
function pruefeText(
  text: string,
  titel: string,
  geheim: Geheim,
): Pick<Fund, 'textZeile' | 'stufe' | 'meldung'>[] {
  let zeilen = 0;
  /** By their depth, the title first. */
  const ueberschriften = [titel];
  return text.split(/^(?=#{1,6}\s)/m).flatMap((abschnitt) => {
    const beginn = zeilen;
    zeilen += abschnitt.split('\n').length - 1;
    const [, tiefe] = /^(#{1,6})\s/.exec(abschnitt) ?? [];
    if (tiefe) {
      ueberschriften.splice(tiefe.length);
      ueberschriften[tiefe.length] = abschnitt.split('\n')[0]!;
    }
    const istDort = geheim.genannt(abschnitt) || geheim.genannt(ueberschriften.join('\n\n'));
    const index = istDort ? geheim.anschrift(abschnitt) : undefined;
    if (index === undefined) return [];
    return [{ textZeile: beginn + abschnitt.slice(0, index).split('\n').length, ...DANEBEN }];
  });
}

/** What open offers say of a shelter beside their text: in a remark, in a step. */
function pruefeAngebote({ eintraege }: RegelKontext, geheim: Geheim): Fund[] {
  return [...eintraege.angebote].flatMap(([id, { text: _, orte: __, ...angebot }]) => {
    const werte = alleWerte(angebot);
    // Hundreds of words are looked for: once in all of them, for next to none is there.
    if (geheim.angebot(id) || !geheim.genannt(werte.map(([, wert]) => wert).join('\n\n')))
      return [];
    return werte
      .filter(([, wert]) => geheim.genannt(wert) && geheim.anschrift(wert) !== undefined)
      .map(([feld]): Fund => ({ art: 'angebot', id, feld, ...IM_FELD }));
  });
}

/** Comments in files of others: no page shows them, but the repository is public. */
function pruefeNotizen({ eintraege, fundstellen }: RegelKontext, geheim: Geheim): Fund[] {
  const andere = [
    ['angebot', [...eintraege.angebote.keys()].filter((id) => !geheim.angebot(id))],
    ['anbieter', [...eintraege.anbieter.keys()].filter((id) => !geheim.anbieter(id))],
    ['ort', [...eintraege.orte.keys()]],
  ] as const;
  return andere.flatMap(([art, ids]) =>
    ids.flatMap((id) =>
      kommentareVon(fundstellen.dokument(art, id)?.kopf ?? '')
        .filter(
          ({ kommentar }) => geheim.genannt(kommentar) && geheim.anschrift(kommentar) !== undefined,
        )
        .map(({ kopfZeile }): Fund => ({ art, id, feld: [], kopfZeile, ...IN_EINER_NOTIZ })),
    ),
  );
}

/** What a provider says of itself that has more than a shelter. */
function pruefeAnbieter(id: string, { beschreibung }: Anbieter, geheim: Geheim): Fund[] {
  if (geheim.anbieter(id) || !beschreibung) return [];
  return geheim.genannt(beschreibung) && geheim.anschrift(beschreibung) !== undefined
    ? [{ art: 'anbieter', id, feld: ['beschreibung'], ...IM_FELD }]
    : [];
}

/** True for a project of theirs, or one that asks to call them. */
export function nenntGeheimes(
  { angebote = [], anbieter, kontakt }: ProjektEintrag,
  geheim: Geheim,
) {
  return (
    angebote.some(geheim.angebot) ||
    anbieter.some(geheim.anbieter) ||
    (kontakt !== undefined && geheim.stelle(kontakt))
  );
}

/** An office that is a shelter's is for the whole Kreis, and neither it nor a comment beside it names a place. */
function pruefeKontakte(
  id: string,
  { stellen }: KontakteEintrag,
  geheim: Geheim,
  { fundstellen }: RegelKontext,
): Fund[] {
  const ort = { art: 'kontakte', id } as const;
  const geheime = stellen.flatMap((eintrag, i) => (geheim.stelle(eintrag) ? [i] : []));
  if (id !== KREISWEIT)
    return geheime.map((i) => ({ ...ort, feld: ['stellen', i, 'funktion'], ...IN_EINER_KOMMUNE }));
  const { kopf, zeilen } = fundstellen.dokument('kontakte', id)!;
  const zeile = (i: number) => (stellen[i] ? zeileVon(zeilen, ['stellen', i]) : undefined);
  // Behind the office before it, and before the one behind it: nobody can tell whose it is.
  const istDaneben = (kopfZeile: number) =>
    geheime.some(
      (i) => kopfZeile >= (zeile(i - 1) ?? 1) && kopfZeile <= (zeile(i + 1) ?? Infinity),
    );
  return [
    ...geheime
      .flatMap((i) => {
        // What it refers to has pages of its own: its ids are not for this file to change.
        const { funktion: _, angebot: __, anbieter: ___, ...rest } = stellen[i]!;
        return alleWerte(rest, ['stellen', i]);
      })
      .filter(([, wert]) => geheim.wo(wert) !== undefined)
      .map(([feld]): Fund => ({ ...ort, feld, ...VERRAET })),
    ...kommentareVon(kopf)
      .filter(
        ({ kopfZeile, kommentar }) => geheim.wo(kommentar) !== undefined && istDaneben(kopfZeile),
      )
      .map(({ kopfZeile }): Fund => ({ ...ort, feld: [], kopfZeile, ...VERRAET })),
  ];
}

/** A project with a shelter in it is for the whole Kreis, names no place, and nobody who has one. */
function pruefeProjekt(
  id: string,
  { kommunen, anbieter, angebote = [], kontakt, ...rest }: ProjektEintrag,
  geheim: Geheim,
  kontext: RegelKontext,
): Fund[] {
  const { angebot: gefragtes, anbieter: gefragter, ...eigener } = kontakt ?? {};
  const alleAngebote = [...angebote, gefragtes].filter((ziel) => ziel !== undefined);
  const felder = { ...rest, kontakt: eigener, thema: undefined, zielgruppen: undefined };
  const kopf = kontext.fundstellen.dokument('projekt', id)?.kopf ?? '';
  const funde: Pick<Fund, 'feld' | 'textZeile' | 'kopfZeile'>[] = [
    ...kommunen.flatMap((kommune, i) => (kommune === KREISWEIT ? [] : [{ feld: ['kommunen', i] }])),
    ...angebote.flatMap((angebot, i) => (hatOrt(angebot) ? [{ feld: ['angebote', i] }] : [])),
    ...anbieter.flatMap((einer, i) => (sitztWo(einer) ? [{ feld: ['anbieter', i] }] : [])),
    ...(gefragtes && hatOrt(gefragtes) ? [{ feld: ['kontakt', 'angebot'] }] : []),
    ...(gefragter && sitztWo(gefragter) ? [{ feld: ['kontakt', 'anbieter'] }] : []),
    ...(geheim.wo(id.replaceAll('-', ' ')) === undefined ? [] : [{ feld: '(dateiname)' as const }]),
    ...alleWerte(felder).flatMap(([feld, wert]) => {
      const index = geheim.wo(wert) ?? (feld[0] === 'text' ? imLesbaren(wert) : undefined);
      return index === undefined ? [] : [stelle(feld, wert, index)];
    }),
    ...kommentareVon(kopf).flatMap(({ kopfZeile, kommentar }) =>
      geheim.wo(kommentar) === undefined ? [] : [{ feld: [], kopfZeile }],
    ),
  ];
  return funde.map((fund): Fund => ({ art: 'projekt', id, ...fund, ...IM_PROJEKT }));

  /** Marks of Markdown would hide a name from the pattern, but not from readers. */
  function imLesbaren(text: string) {
    return geheim.wo(reinerText(text)) === undefined ? undefined : 0;
  }

  /** Another offer of the project, with a place of its own. */
  function hatOrt(anderes: string) {
    const { katalog } = kontext;
    const angebot = angebotVon(katalog, anderes) ?? katalog.beendete.get(anderes);
    if (!angebot || angebot.vertraulich) return false;
    return angebot.orte.length > 0 || Array.isArray(angebot.einzugsgebiet);
  }

  /** Somebody else in the project, with a place of its own; the shelter's provider stands on its own page anyway. */
  function sitztWo(anderer: string) {
    const { name = '', kommune } = kontext.eintraege.anbieter.get(anderer) ?? {};
    const traeger = alleAngebote
      .filter(geheim.angebot)
      .map((angebot) => kontext.eintraege.angebote.get(angebot)?.anbieter);
    if (geheim.anbieter(anderer) || traeger.includes(anderer)) return false;
    return kommune !== undefined || geheim.wo(name) !== undefined;
  }
}
