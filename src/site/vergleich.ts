/**
 * What visitors see differently: two versions of the Katalog compared, in the words of the pages, for the people who edit
 * it. Of confidential offers nothing is quoted that could name a place, neither as it was nor as it is.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Anbieter } from '../domain/anbieter.ts';
import { type Angebot, nachTitel } from '../domain/angebot.ts';
import type { Ansprechstelle, Zustaendigkeit } from '../domain/ansprechstelle.ts';
import { ausschnitte, kuerze } from '../domain/ausschnitt.ts';
import type { Projekt } from '../domain/projekt.ts';
import type { Seite } from '../domain/seite.ts';
import { LEICHT } from '../domain/sprache.ts';
import type { Uebersetzung } from '../domain/uebersetzung.ts';
import { aufzaehlung } from '../i18n/intl.ts';
import { eigenName, sprachName } from '../i18n/sprachen.ts';
import { angeboteMitSeite, isAngebotVeraltet, type Katalog } from '../katalog/katalog.ts';
import { toAnbieterSeite } from './anbieter-seite.ts';
import { toAngebotSeite } from './angebot-seite.ts';
import { formatTelefon } from './kontakt.ts';
import { type Beschriftung, createKontext, formatDatum, type Kontext, label } from './kontext.ts';

/** A field as the page shows it, before and after; undefined where it is not there. */
export interface Feldaenderung {
  /** As the page or its editors call it: „Telefon“, „Zeiten“; the key of an entry in a vocabulary. */
  feld: string;
  vorher: string | undefined;
  nachher: string | undefined;
}

/** `beendet`, `archiviert`: no longer in the lists, the page says so. `veraltet`: its review interval has passed. */
export type AenderungsArt =
  'neu' | 'geaendert' | 'beendet' | 'archiviert' | 'wieder-da' | 'entfernt' | 'veraltet';

export interface Aenderung {
  art: AenderungsArt;
  /** Folder of the content, or `portal` for portal.yaml. */
  ordner:
    'angebote' | 'anbieter' | 'projekte' | 'kontakte' | 'seiten' | 'vokabular' | 'texte' | 'portal';
  id: string;
  /** What visitors call it; nothing of a confidential offer. */
  titel: string;
  felder: Feldaenderung[];
  /** Number of offers that show the contact of a changed provider as their own. */
  angebote?: number;
}

/**
 * Compares two versions.
 * @param vorher may be read for an earlier day: then what ended or became outdated by time alone is a change, too
 * @returns by folder in the order of {@link Aenderung.ordner}, within it by kind and title
 */
export function vergleicheKataloge(vorher: Katalog, nachher: Katalog): Aenderung[] {
  const blick = createBlick(vorher, nachher);
  return [
    ...sortiert(vergleicheAngebote(blick)),
    ...sortiert(vergleicheAnbieter(blick)),
    ...sortiert(vergleicheProjekte(blick)),
    ...sortiert(vergleicheKontakte(blick)),
    ...sortiert(vergleicheSeiten(blick)),
    ...vergleicheBeiwerk(blick),
  ];
}

/**
 * Offers that would be public and were confidential, under the same id, title or number: nothing harms as much as one by mistake.
 * @returns their ids as they are now
 */
export function offengelegte(vorher: Katalog, nachher: Katalog): string[] {
  const merkmale = ({ id, titel, kontakt: { telefon, vomAnbieter } }: Angebot) =>
    [id, titel, vomAnbieter ? undefined : telefon].filter((merkmal) => merkmal !== undefined);
  const alle = (katalog: Katalog) => [...angeboteMitSeite(katalog).values()];
  const geheime = new Set(
    alle(vorher)
      .filter(({ vertraulich }) => vertraulich)
      .flatMap(merkmale),
  );
  const offene = new Set(
    alle(vorher)
      .filter(({ vertraulich }) => !vertraulich)
      .map(({ id }) => id),
  );
  return alle(nachher)
    .filter((angebot) => !angebot.vertraulich && !offene.has(angebot.id))
    .filter((angebot) => merkmale(angebot).some((merkmal) => geheime.has(merkmal)))
    .map(({ id }) => id);
}

const ARTEN: readonly AenderungsArt[] = [
  'neu',
  'wieder-da',
  'geaendert',
  'beendet',
  'archiviert',
  'entfernt',
  'veraltet',
];

function sortiert(aenderungen: Aenderung[]): Aenderung[] {
  return aenderungen.sort((a, b) => ARTEN.indexOf(a.art) - ARTEN.indexOf(b.art) || nachTitel(a, b));
}

/** The two versions, and the words in which both are told. */
interface Blick {
  vorher: Katalog;
  nachher: Katalog;
  /** German pages; with the same vocabulary on both sides, so that a new label of a Thema changes no offer. */
  altes: Kontext;
  neues: Kontext;
  /** Ids of confidential offers, of either version, and of their providers; how they are reached. */
  vertraulich: {
    angebote: ReadonlySet<string>;
    anbieter: ReadonlySet<string>;
    kontakte: ReadonlySet<string | undefined>;
  };
}

function createBlick(vorher: Katalog, nachher: Katalog): Blick {
  const vokabular = Object.fromEntries(
    Object.entries(nachher.vokabular).map(([name, begriffe]) => [
      name,
      new Map<string, unknown>([
        ...vorher.vokabular[name as keyof Katalog['vokabular']],
        ...begriffe,
      ]),
    ]),
  ) as unknown as Katalog['vokabular'];
  const anbieter = new Map([...vorher.anbieter, ...nachher.anbieter]);
  const { stichtag, portal, texte } = nachher;
  const kontext = (katalog: Katalog) =>
    createKontext({ ...katalog, vokabular, anbieter, stichtag, portal, texte }, 'de');
  const geschuetzte = [vorher, nachher].flatMap((katalog) =>
    [...angeboteMitSeite(katalog).values()].filter(
      // Of a kind that nobody knows, nobody knows whether it is confidential.
      (angebot) => angebot.vertraulich || !katalog.vokabular.angebotsarten.has(angebot.angebotsart),
    ),
  );
  return {
    vorher,
    nachher,
    altes: kontext(vorher),
    neues: kontext(nachher),
    vertraulich: {
      angebote: new Set(geschuetzte.map(({ id }) => id)),
      anbieter: new Set(geschuetzte.map((angebot) => angebot.anbieter)),
      kontakte: new Set(
        geschuetzte.flatMap(({ kontakt: { vomAnbieter, telefon, email } }) =>
          vomAnbieter ? [] : [telefon, email].filter(Boolean),
        ),
      ),
    },
  };
}

/** True for an office that refers to a confidential offer or its provider, or is reached like one. */
function istGeheim({ vertraulich }: Blick, stelle: Ansprechstelle): boolean {
  const { angebot = '', anbieter = '', kontakt } = stelle;
  return (
    vertraulich.angebote.has(angebot) ||
    vertraulich.anbieter.has(anbieter) ||
    vertraulich.kontakte.has(kontakt.telefon) ||
    vertraulich.kontakte.has(kontakt.email)
  );
}

function vergleicheAngebote(blick: Blick): Aenderung[] {
  const { vorher, nachher } = blick;
  const alte = angeboteMitSeite(vorher);
  const neue = angeboteMitSeite(nachher);
  const aenderungen: Aenderung[] = [];
  for (const [id, neu] of neue) {
    const alt = alte.get(id);
    const melde = (art: AenderungsArt, felder: Feldaenderung[] = []) =>
      aenderungen.push({ art, ordner: 'angebote', id, titel: titelVon(blick, neu), felder });
    const lage = lageVon(nachher, id);
    if (!alt) {
      melde(lage ?? 'neu');
      continue;
    }
    const felder = isDeepStrictEqual(alt, neu) ? [] : felderDesAngebots(blick, alt, neu);
    if (lage !== lageVon(vorher, id)) melde(lage ?? 'wieder-da', felder);
    else if (felder.length > 0) melde('geaendert', felder);
    if (!lage && isAngebotVeraltet(nachher, neu) && !isAngebotVeraltet(vorher, alt))
      melde('veraltet');
  }
  for (const [id, alt] of alte)
    if (!neue.has(id))
      aenderungen.push({
        art: 'entfernt',
        ordner: 'angebote',
        id,
        titel: titelVon(blick, alt),
        felder: [],
      });
  return aenderungen;
}

/** Why an offer is in no list; undefined where it is. */
function lageVon({ archiv, beendete }: Katalog, id: string): 'archiviert' | 'beendet' | undefined {
  return beendete.has(id) ? 'beendet' : archiv.has(id) ? 'archiviert' : undefined;
}

function titelVon({ vertraulich }: Blick, { id, titel }: Angebot): string {
  return vertraulich.angebote.has(id) ? 'Vertrauliches Angebot' : titel;
}

/** A page as its fields, each with its text. */
type Felder = [feld: string, text: string | undefined][];

function felderDesAngebots(blick: Blick, alt: Angebot, neu: Angebot): Feldaenderung[] {
  // Then the contact is the provider's, and a change of it is one of the provider.
  const vomAnbieter =
    alt.kontakt.vomAnbieter && neu.kontakt.vomAnbieter && alt.anbieter === neu.anbieter;
  const zeige = ([feld]: Felder[number]) =>
    !(vomAnbieter && (KONTAKTFELDER as readonly string[]).includes(feld));
  return [
    ...vergleicheFelder(
      angebotFelder(blick.altes, alt).filter(zeige),
      angebotFelder(blick.neues, neu).filter(zeige),
      blick.vertraulich.angebote.has(neu.id),
    ),
    ...vergleicheUebersetzungen(alt.uebersetzungen, neu.uebersetzungen),
  ];
}

const KONTAKTFELDER = ['Telefon', 'E-Mail', 'Webseite'] as const;

function angebotFelder(kontext: Kontext, angebot: Angebot): Felder {
  const { t } = kontext;
  const seite = toAngebotSeite(kontext, angebot);
  const { status, gueltig_bis, geprueft_am, hinweis } = angebot;
  return [
    ['Titel', angebot.titel],
    ['Status', status === 'aktiv' ? undefined : t(`status.${status}`)],
    ['Gültig bis', gueltig_bis && formatDatum(gueltig_bis, 'de')],
    ['Weiterleitung', aufgezaehlt(angebot.weiterleitung ?? [])],
    [
      'Hinweis',
      hinweis &&
        [hinweis.text, hinweis.bis && `(bis ${formatDatum(hinweis.bis, 'de')})`]
          .filter(Boolean)
          .join(' '),
    ],
    ['Telefon', seite.telefon?.text],
    ['E-Mail', seite.email?.text],
    ['Webseite', seite.web?.href],
    [
      'Ort',
      aufgezaehlt(
        seite.orte.map(({ zeilen, haltestelle }) =>
          [...zeilen, haltestelle].filter(Boolean).join(', '),
        ),
        '; ',
      ),
    ],
    [
      'Punkt auf der Karte',
      aufgezaehlt(
        seite.orte.map(({ geo }) => geo?.replace('geo:', '')),
        '; ',
      ),
    ],
    [
      'Barrierefreiheit',
      aufgezaehlt(seite.orte.flatMap(({ barrierefreiheit }) => barrierefreiheit)),
    ],
    ['Ohne Ort', aufgezaehlt(seite.ohneOrt)],
    [
      'Zeiten',
      aufgezaehlt(
        seite.zeiten.map(({ tage, zeit, zusatz, hinweis }) =>
          [tage, zeit, zusatz, ...texte(hinweis)].filter(Boolean).join(' '),
        ),
        '; ',
      ),
    ],
    ['Ausnahmen', aufgezaehlt(texte(seite.ausnahmen))],
    ['Termine', aufgezaehlt(seite.termine, '; ')],
    ['Kurzbeschreibung', angebot.kurz],
    ['Text', einzeilig(angebot.text)],
    ['Anbieter', seite.anbieter?.text ?? angebot.anbieter],
    ['Art', seite.art.text],
    ['Themen', aufgezaehlt(seite.themen.map(({ text }) => text))],
    ...seite.angaben.map(({ titel, werte }): Felder[number] => [
      titel,
      aufgezaehlt(
        werte.map(({ text, zusaetze = [] }) =>
          [text, ...(zusaetze.length > 0 ? [`(${texte(zusaetze).join(', ')})`] : [])].join(' '),
        ),
      ),
    ]),
    ['Unterlagen', aufgezaehlt(texte(seite.unterlagen))],
    ['Schritte', aufgezaehlt(texte(seite.schritte), ' ')],
    ['Seite schnell verlassen', seite.schutz ? 'ja' : undefined],
    ['Geprüft am', geprueft_am === 'unbekannt' ? geprueft_am : formatDatum(geprueft_am, 'de')],
    ['Geprüft durch', seite.geprueftDurch],
    ['Quelle', lesbar(angebot.quelle)],
    ['Suchwörter', lesbar(angebot.suchwoerter)],
    ['Kein Duplikat', lesbar(angebot.kein_duplikat)],
    ['Kennungen', lesbar([angebot.leika, angebot.externe_ids])],
  ];
}

function vergleicheAnbieter(blick: Blick): Aenderung[] {
  const { vorher, nachher, vertraulich } = blick;
  return vergleicheMengen(vorher.anbieter, nachher.anbieter, (art, anbieter, alt) => ({
    art,
    ordner: 'anbieter',
    id: anbieter.id,
    titel: vertraulich.anbieter.has(anbieter.id)
      ? 'Anbieter eines vertraulichen Angebots'
      : anbieter.name,
    felder: alt
      ? vergleicheFelder(
          anbieterFelder(blick.altes, alt),
          anbieterFelder(blick.neues, anbieter),
          vertraulich.anbieter.has(anbieter.id),
        )
      : [],
    angebote: [...nachher.angebote.values()].filter(
      (angebot) => angebot.anbieter === anbieter.id && angebot.kontakt.vomAnbieter,
    ).length,
  }));
}

function anbieterFelder(kontext: Kontext, anbieter: Anbieter): Felder {
  const seite = toAnbieterSeite(kontext, anbieter);
  return [
    ['Name', seite.name],
    ['Telefon', seite.telefon?.text],
    ['E-Mail', seite.email?.text],
    ['Webseite', seite.web?.href],
    ['Art', seite.art],
    ['Beschreibung', seite.beschreibung],
    ['Kommune', seite.kommune?.text],
    ['Quelle', lesbar(anbieter.quelle)],
    ['Suchwörter', lesbar(anbieter.suchwoerter)],
    ['Seite schnell verlassen', anbieter.schutz && 'ja'],
    ['Kein Duplikat', lesbar(anbieter.kein_duplikat)],
  ];
}

function vergleicheProjekte(blick: Blick): Aenderung[] {
  const { vorher, nachher, vertraulich } = blick;
  const geheim = ({ angebote = [], anbieter, kontakt }: Projekt) =>
    angebote.some((id) => vertraulich.angebote.has(id)) ||
    anbieter.some((id) => vertraulich.anbieter.has(id)) ||
    (kontakt !== undefined && istGeheim(blick, kontakt));
  return vergleicheMengen(vorher.projekte, nachher.projekte, (art, projekt, alt) => {
    const schweigen = geheim(projekt) || (alt !== undefined && geheim(alt));
    return {
      art,
      ordner: 'projekte',
      id: projekt.id,
      titel: schweigen ? 'Projekt mit einem vertraulichen Angebot' : projekt.titel,
      felder: alt ? vergleicheFelder(projektFelder(alt), projektFelder(projekt), schweigen) : [],
    };
  });
}

function projektFelder(projekt: Projekt): Felder {
  return [
    ['Titel', projekt.titel],
    ['Kurzbeschreibung', projekt.kurz],
    ['Kommunen', lesbar(projekt.kommunen)],
    ['Anbieter', lesbar(projekt.anbieter)],
    ['Themen', lesbar(projekt.thema)],
    ['Zielgruppen', lesbar(projekt.zielgruppen)],
    ['Zeitraum', lesbar(projekt.zeitraum)],
    ['Status', projekt.status],
    ['Kontakt', lesbar(projekt.kontakt)],
    ['Angebote', lesbar(projekt.angebote)],
    ['Text', einzeilig(projekt.text)],
    ['Geprüft am', projekt.geprueft_am],
    ['Quelle', lesbar(projekt.quelle)],
  ];
}

/** One change per Kommune, with the functions that somebody else has now, or is reached otherwise. */
function vergleicheKontakte(blick: Blick): Aenderung[] {
  const { vokabular } = blick.neues.katalog;
  const mitId = ({ kontakte }: Katalog) =>
    new Map([...kontakte].map(([id, stellen]) => [id, { id, stellen }]));
  return vergleicheMengen(
    mitId(blick.vorher),
    mitId(blick.nachher),
    (art, { id, stellen }, alt) => ({
      art,
      ordner: 'kontakte',
      id,
      titel: label(vokabular.kommunen, id, 'de').text,
      felder: vergleicheFelder(
        kontaktFelder(blick, alt?.stellen),
        art === 'entfernt' ? [] : kontaktFelder(blick, stellen),
        false,
      ),
    }),
  );
}

function kontaktFelder(
  blick: Blick,
  jeFunktion: ReadonlyMap<string, readonly Zustaendigkeit[]> = new Map(),
): Felder {
  const { funktionen } = blick.neues.katalog.vokabular;
  return [...jeFunktion].map(([funktion, stellen]) => [
    label(funktionen, funktion, 'de').text,
    aufgezaehlt(
      stellen.map((stelle) =>
        istGeheim(blick, stelle)
          ? lesbar([VERSCHWIEGEN, stelle.kontakt.telefon, stelle.geprueft_am])
          : lesbar({ ...stelle, funktion: undefined }),
      ),
      '; ',
    ),
  ]);
}

function vergleicheSeiten({ vorher, nachher }: Blick): Aenderung[] {
  return vergleicheMengen(vorher.seiten, nachher.seiten, (art, seite, alt) => ({
    art,
    ordner: 'seiten',
    id: seite.id,
    titel: seite.titel,
    felder: alt
      ? [
          ...vergleicheFelder(seiteFelder(alt), seiteFelder(seite), false),
          ...vergleicheUebersetzungen(alt.uebersetzungen, seite.uebersetzungen),
        ]
      : [],
  }));
}

function seiteFelder({ titel, kurz, art, reihenfolge, schutz, text }: Seite): Felder {
  return [
    ['Titel', titel],
    ['Kurzbeschreibung', kurz],
    ['Art', art],
    ['Reihenfolge', String(reihenfolge)],
    ['Seite schnell verlassen', schutz && 'ja'],
    ['Text', einzeilig(text)],
  ];
}

/** Vocabulary, wordings and portal.yaml: one change per file, with the entries that differ. */
function vergleicheBeiwerk({ vorher, nachher }: Blick): Aenderung[] {
  const datei = (
    ordner: Aenderung['ordner'],
    id: string,
    alt: Iterable<[string, unknown]>,
    neu: Iterable<[string, unknown]>,
  ): Aenderung[] => {
    const felder = vergleicheFelder(
      [...alt].map(([feld, wert]) => [feld, lesbar(wert)]),
      [...neu].map(([feld, wert]) => [feld, lesbar(wert)]),
      false,
    );
    const titel = ordner === 'portal' ? 'portal.yaml' : `${ordner}/${id}.yaml`;
    return felder.length > 0 ? [{ art: 'geaendert', ordner, id, titel, felder }] : [];
  };
  const sprachen = new Set([...vorher.texte.keys(), ...nachher.texte.keys()]);
  return [
    ...Object.entries(nachher.vokabular).flatMap(([name, begriffe]) =>
      datei(
        'vokabular',
        name,
        ohneId(vorher.vokabular[name as keyof Katalog['vokabular']]),
        ohneId(begriffe),
      ),
    ),
    ...[...sprachen].flatMap((sprache) =>
      datei(
        'texte',
        sprache,
        Object.entries(vorher.texte.get(sprache) ?? {}),
        Object.entries(nachher.texte.get(sprache) ?? {}),
      ),
    ),
    ...datei('portal', 'portal', Object.entries(vorher.portal), Object.entries(nachher.portal)),
  ];
}

function ohneId(begriffe: ReadonlyMap<string, object>): [string, object][] {
  return [...begriffe].map(([id, begriff]) => [id, { ...begriff, id: undefined }]);
}

/** What is new, different (as far as `als` finds a field that is) and gone. */
function vergleicheMengen<T>(
  vorher: ReadonlyMap<string, T>,
  nachher: ReadonlyMap<string, T>,
  als: (art: AenderungsArt, wert: T, alt?: T) => Aenderung,
): Aenderung[] {
  return [
    ...[...nachher].flatMap(([id, wert]) => {
      const alt = vorher.get(id);
      if (alt === undefined) return [als('neu', wert)];
      if (isDeepStrictEqual(alt, wert)) return [];
      const aenderung = als('geaendert', wert, alt);
      return aenderung.felder.length > 0 ? [aenderung] : [];
    }),
    ...[...vorher].filter(([id]) => !nachher.has(id)).map(([, wert]) => als('entfernt', wert)),
  ];
}

/** Longer values are cut to where they differ. */
const MAX_WERT = 160;
/** What may be said of a confidential offer and its provider: none of it names a place. */
const OHNE_ORT: ReadonlySet<string> = new Set([
  'Telefon',
  'Art',
  'Themen',
  'Status',
  'Gültig bis',
  'Geprüft am',
  'Seite schnell verlassen',
]);
const VERSCHWIEGEN = '(wird hier nicht gezeigt: ist oder war vertraulich)';

function vergleicheFelder(alte: Felder, neue: Felder, vertraulich: boolean): Feldaenderung[] {
  const vorher = new Map(alte);
  const nachher = new Map(neue);
  return [...new Set([...nachher.keys(), ...vorher.keys()])].flatMap((feld): Feldaenderung[] => {
    const alt = vorher.get(feld) || undefined;
    const neu = nachher.get(feld) || undefined;
    if (alt === neu) return [];
    if (vertraulich && !OHNE_ORT.has(feld))
      return [{ feld, vorher: alt && VERSCHWIEGEN, nachher: neu && VERSCHWIEGEN }];
    if (alt === undefined || neu === undefined)
      return [
        { feld, vorher: alt && kuerze(alt, MAX_WERT), nachher: neu && kuerze(neu, MAX_WERT) },
      ];
    const [kurzAlt, kurzNeu] = ausschnitte(alt, neu, MAX_WERT);
    return [{ feld, vorher: kurzAlt, nachher: kurzNeu }];
  });
}

type Uebersetzungen = ReadonlyMap<string, Uebersetzung>;

/** Which languages there are, and which of them are new, different, outdated; never what they say. */
function vergleicheUebersetzungen(
  vorher: Uebersetzungen,
  nachher: Uebersetzungen,
): Feldaenderung[] {
  if (isDeepStrictEqual(vorher, nachher)) return [];
  const name = (code: string) => (code === LEICHT ? eigenName(code) : sprachName(code, 'de'));
  const veraltet = ({ felder }: Uebersetzung) => [...felder.values()].some((feld) => feld.veraltet);
  const zustand = (code: string, neu: Uebersetzung): string | undefined => {
    const alt = vorher.get(code);
    if (!alt) return 'neu';
    if (veraltet(neu) && !veraltet(alt)) return 'jetzt veraltet';
    return isDeepStrictEqual(alt, neu) ? undefined : 'geändert';
  };
  const liste = (texte: string[]) => (texte.length > 0 ? aufzaehlung(texte, 'de') : undefined);
  return [
    {
      feld: 'Übersetzungen',
      vorher: liste([...vorher.keys()].map(name)),
      nachher: liste(
        [...nachher].map(([code, neu]) => {
          const wie = zustand(code, neu);
          return wie ? `${name(code)} (${wie})` : name(code);
        }),
      ),
    },
  ];
}

function texte(beschriftungen: readonly Beschriftung[]): string[] {
  return beschriftungen.map(({ text }) => text);
}

function aufgezaehlt(texte: readonly (string | undefined)[], trenner = ', '): string | undefined {
  return texte.filter(Boolean).join(trenner) || undefined;
}

function einzeilig(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every value of an entry, one after the other: for what has no page of its own. */
function lesbar(wert: unknown): string | undefined {
  if (wert === undefined || wert === null) return undefined;
  if (wert === true) return 'ja';
  if (wert === false) return 'nein';
  if (typeof wert === 'string' && /^\+\d{6,}$/.test(wert)) return formatTelefon(wert);
  if (typeof wert !== 'object') return String(wert);
  return aufgezaehlt((Array.isArray(wert) ? wert : Object.values(wert)).map(lesbar));
}
