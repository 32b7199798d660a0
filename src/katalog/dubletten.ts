/**
 * Likely doubles: entries that two people may have made of the same thing. Pairs are only looked for among entries that share
 * something rare (a number, an address, a word within a municipality), so that thousands of them take a second.
 */
import type { AnbieterEintrag } from '../domain/anbieter.ts';
import type { Angebot, AngebotEintrag, Kontakt } from '../domain/angebot.ts';
import { entfernungKm, type Punkt } from '../domain/entfernung.ts';
import { alsKennung } from '../domain/naechster-wert.ts';
import type { OrtEintrag } from '../domain/ort.ts';
import { istVertraulichesAngebot, kommuneOf } from './create-angebot.ts';
import type { Eintraege } from './katalog.ts';

/** What two entries have in common. */
export type Grund =
  'titel' | 'telefon' | 'email' | 'web' | 'anschrift' | 'punkt' | 'zeiten' | 'art-und-themen';

/** How a reason reads in a list of them. */
export const GRUND_WORTE: Record<Grund, string> = {
  titel: 'ein ähnlicher Name',
  telefon: 'dieselbe Telefonnummer',
  email: 'dieselbe E-Mail-Adresse',
  web: 'dieselbe Webadresse',
  anschrift: 'dieselbe Anschrift',
  punkt: 'höchstens 100 Meter Abstand',
  zeiten: 'dieselben Zeiten',
  'art-und-themen': 'dieselbe Angebotsart und dieselben Themen',
};

export interface Dublettenpaar {
  art: Kandidat['art'];
  /** In alphabetical order. */
  ids: readonly [string, string];
  gruende: Grund[];
}

type Bestand = Pick<Eintraege, 'angebote' | 'anbieter' | 'orte' | 'vokabular'>;

/**
 * Pairs of entries of one kind that may be the same, whatever they say about that themselves (`kein_duplikat`).
 * Nothing about the place of a confidential offer is looked at.
 */
export function findeDubletten(bestand: Bestand): Dublettenpaar[] {
  const kontext = createKontext(bestand);
  return ARTEN.flatMap((art) => paare(alleMerkmale(art, kontext)));
}

/** An entry that is not written yet. */
export type Kandidat =
  | { art: 'angebot'; eintrag: AngebotEintrag }
  | { art: 'anbieter'; eintrag: AnbieterEintrag }
  | { art: 'ort'; eintrag: OrtEintrag };

/** Entries that may be the same as one that is not written yet, in the order of the content. */
export function aehnlicheZu(
  kandidat: Kandidat,
  bestand: Bestand,
): { id: string; gruende: Grund[] }[] {
  const kontext = createKontext(bestand);
  const neu = merkmaleVon(kandidat, '', kontext);
  return alleMerkmale(kandidat.art, kontext)
    .map((merkmale) => ({ id: merkmale.id, gruende: vergleiche(neu, merkmale) }))
    .filter(({ gruende }) => gruende.length > 0);
}

/** Offers one has seen, to know those of neighbours again. */
export interface Bekannte {
  merke(this: void, angebot: Angebot): void;
  /** True for one that was seen before: under the same number or address, called nearly the same, and not elsewhere. */
  kennt(this: void, angebot: Angebot): boolean;
}

/** Stricter than {@link findeDubletten}: what it knows is not shown to anybody, and nobody looks at it again. */
export function createBekannte(vokabular: Bestand['vokabular']): Bekannte {
  const kontext = createKontext({
    vokabular,
    angebote: new Map(),
    anbieter: new Map(),
    orte: new Map(),
  });
  const jeKontakt = new Map<string, Merkmale[]>();
  const merkmale = ({ id, titel, kontakt, orte }: Angebot): Merkmale => ({
    art: 'angebot',
    id,
    titel: liesTitel(titel, kontext),
    kontakt: kontaktVon(kontakt),
    ...lage(
      // The middle of a town is the same for all of it.
      orte.map(({ punkt, ungefaehr, kommune: _, ...ort }) => ({
        ...ort,
        ...(!ungefaehr && punkt),
      })),
      kontext,
    ),
  });
  const wege = ({ kontakt }: Merkmale) =>
    Object.entries(kontakt).map(([weg, wert]) => `${weg} ${wert}`);
  return {
    merke(angebot) {
      const neu = merkmale(angebot);
      for (const weg of wege(neu)) {
        const gruppe = jeKontakt.get(weg);
        if (!gruppe) jeKontakt.set(weg, [neu]);
        // Our own come first, and stay.
        else if (gruppe.length < ZU_VIELE) gruppe.push(neu);
      }
    },
    kennt(angebot) {
      const a = merkmale(angebot);
      return wege(a).some((weg) =>
        jeKontakt
          .get(weg)
          ?.some((b) => aehnlichkeit(a.titel, b.titel) >= SEHR_AEHNLICH && !istWoanders(a, b)),
      );
    },
  };
}

const ARTEN = ['angebot', 'anbieter', 'ort'] as const;

function alleMerkmale(art: Kandidat['art'], kontext: Kontext): Merkmale[] {
  const { angebote, anbieter, orte } = kontext;
  const alle = { angebot: angebote, anbieter, ort: orte }[art];
  return [...alle].map(([id, eintrag]) => merkmaleVon({ art, eintrag } as Kandidat, id, kontext));
}

/** What more entries share than this tells none of them from the others: the number of a school with hundreds of courses. */
const ZU_VIELE = 250;

function paare(alle: readonly Merkmale[]): Dublettenpaar[] {
  const gruppen = new Map<string, Merkmale[]>();
  for (const merkmale of alle)
    for (const key of schluessel(merkmale)) {
      const gruppe = gruppen.get(key);
      if (gruppe) gruppe.push(merkmale);
      else gruppen.set(key, [merkmale]);
    }
  const nummern = new Map(alle.map((merkmale, nummer) => [merkmale, nummer]));
  const verglichen = alle.map(() => new Set<number>());
  const gefunden: Dublettenpaar[] = [];
  for (const gruppe of gruppen.values()) {
    if (gruppe.length > ZU_VIELE) continue;
    const mitNummern = gruppe.map((merkmale) => [nummern.get(merkmale)!, merkmale] as const);
    for (const [nummer, a] of mitNummern)
      for (const [andere, b] of mitNummern) {
        // Groups are in the order of all: each pair comes once, but it may be in several groups.
        if (andere <= nummer || verglichen[nummer]!.has(andere)) continue;
        verglichen[nummer]!.add(andere);
        const gruende = vergleiche(a, b);
        const ids = a.id < b.id ? ([a.id, b.id] as const) : ([b.id, a.id] as const);
        if (gruende.length > 0) gefunden.push({ art: a.art, ids, gruende });
      }
  }
  return gefunden;
}

/** Two entries that {@link vergleiche} finds alike have at least one of these in common. */
function* schluessel({ art, titel, gebiete, kontakt, anschriften, punkte }: Merkmale) {
  for (const [weg, wert] of Object.entries(kontakt)) yield `${weg} ${wert}`;
  yield* anschriften;
  // Cells of a hundred metres and more; a point is in its own and in those around it.
  for (const { lat, lon } of punkte)
    for (const y of [-1, 0, 1])
      for (const x of [-1, 0, 1])
        yield `${Math.floor(lat * 1000) + y} ${Math.floor(lon * 600) + x}`;
  const wo = art === 'anbieter' || gebiete.size === 0 ? [''] : gebiete;
  for (const gebiet of wo) {
    yield `${gebiet} ${titel.ganz}`;
    yield `${gebiet} ${titel.zusammen}`;
    for (const wort of titel.worte) yield `${gebiet} ${wort.slice(0, ANFANG)}`;
  }
}

/** What an entry is compared by. */
interface Merkmale {
  art: Kandidat['art'];
  id: string;
  titel: Titel;
  /** Ids of Kommunen, or the greater areas it serves; empty where unknown. */
  gebiete: ReadonlySet<string>;
  /** By what kind of contact. */
  kontakt: Partial<Record<'telefon' | 'email' | 'web', string>>;
  anschriften: ReadonlySet<string>;
  punkte: readonly Punkt[];
  /** Words of the names of its places: two titles that share „Haus International“ only name the house. */
  haeuser: ReadonlySet<string>;
  anbieter?: string;
  artUndThemen?: string;
  /** Hours and dates: by them courses of one provider differ. */
  zeiten?: string;
  /** They say from when on somebody is there, and not only that there are some. */
  mitUhrzeit?: boolean;
}

interface Titel {
  ganz: string;
  /** Words that say something: neither „Verein“ nor the name of a town. */
  worte: readonly string[];
  /** The same in one. */
  zusammen: string;
  /** Towns and districts named in it. */
  orte: ReadonlySet<string>;
  /** Words with a digit: levels of courses, numbers of groups. */
  zahlen: ReadonlySet<string>;
}

interface Kontext extends Bestand {
  /** Names of Kommunen and their districts, folded. */
  ortsnamen: readonly string[];
}

function createKontext(bestand: Bestand): Kontext {
  const namen = [...bestand.vokabular.kommunen.values()].flatMap(({ bezeichnung, ortsteile }) => [
    bezeichnung['de'] ?? '',
    ...(ortsteile ?? []),
  ]);
  return { ...bestand, ortsnamen: namen.map(worteVon).filter((name) => name !== '') };
}

function merkmaleVon(kandidat: Kandidat, id: string, kontext: Kontext): Merkmale {
  const { art, eintrag } = kandidat;
  switch (art) {
    case 'angebot': {
      const { zeiten, termine, kurs, anbieter, angebotsart, thema } = eintrag;
      const vertraulich = istVertraulichesAngebot(eintrag, kontext.vokabular.angebotsarten);
      const orte = (eintrag.orte ?? []).flatMap((ort) =>
        typeof ort === 'string' ? (kontext.orte.get(ort) ?? []) : ort,
      );
      return {
        art,
        id,
        titel: liesTitel(eintrag.titel, kontext),
        kontakt: kontaktVon(eintrag),
        ...lage(vertraulich ? [] : orte, kontext, eintrag.einzugsgebiet),
        anbieter,
        artUndThemen: [angebotsart, ...thema.toSorted()].join(' '),
        ...((zeiten ?? termine ?? kurs) && { zeiten: JSON.stringify([zeiten, termine, kurs]) }),
        mitUhrzeit: zeiten?.some(({ von }) => von !== undefined) ?? false,
      };
    }
    case 'anbieter':
      return {
        art,
        id,
        titel: liesTitel(eintrag.name, kontext),
        kontakt: kontaktVon(eintrag),
        ...lage([], kontext, eintrag.kommune ? [eintrag.kommune] : []),
      };
    case 'ort':
      return {
        art,
        id,
        titel: liesTitel(eintrag.name ?? '', kontext),
        kontakt: {},
        ...lage([eintrag], kontext),
      };
  }
}

function lage(
  orte: readonly OrtEintrag[],
  { vokabular }: Kontext,
  gebiete: readonly string[] = [],
): Pick<Merkmale, 'gebiete' | 'anschriften' | 'punkte' | 'haeuser'> {
  const kommunen = orte.map((ort) => kommuneOf(ort, vokabular.kommunen));
  return {
    gebiete: new Set([...kommunen.filter((kommune) => kommune !== undefined), ...gebiete]),
    // Only with a house number: a street is long.
    anschriften: new Set(
      orte.flatMap(({ strasse }, i) =>
        strasse && /\d/.test(strasse) ? `${kommunen[i] ?? ''} ${liesStrasse(strasse)}` : [],
      ),
    ),
    haeuser: new Set(orte.flatMap(({ name }) => worteVon(name ?? '').split(' '))),
    punkte: orte.flatMap(({ lat, lon }) =>
      lat !== undefined && lon !== undefined ? { lat, lon } : [],
    ),
  };
}

function liesStrasse(strasse: string): string {
  return worteVon(strasse)
    .replace(/str(asse)?(?= |$)/, 'str')
    .replaceAll(' ', '');
}

function kontaktVon({ telefon, email, web }: Kontakt): Merkmale['kontakt'] {
  return {
    ...(telefon && { telefon }),
    ...(email && { email: email.toLowerCase() }),
    ...(web && { web: web.toLowerCase().replace(/^https?:\/\/(www\.)?|\/?(#.*)?$/g, '') }),
  };
}

/** Words that tell nothing about which entry it is. */
const FUELLWORTE = new Set(
  'a als am an auf aus bei beim das dem den der des die e ein eine einem einen einer ev fuer ggmbh gmbh im in mit nach oder und v vom von zu zum zur angebot beratung beratungsstelle gemeinde kreis stadt verein'.split(
    ' ',
  ),
);

/** The words of a text in the letters of ids, parted by spaces, „St.“ written out. */
function worteVon(text: string): string {
  return alsKennung(text)
    .replaceAll('-', ' ')
    .replace(/\bst\b/g, 'sankt');
}

function liesTitel(titel: string, { ortsnamen }: Kontext): Titel {
  // A hyphen between letters joins: „Frauen-Café“ is „Frauencafé“. It becomes `~` until the names of towns are found.
  const gefaltet = titel
    .split(/(?<=\p{L})-(?=\p{L})/u)
    .map(worteVon)
    .join('~');
  let rest = ` ${gefaltet} `;
  let getrennt = rest.replaceAll('~', ' ');
  const orte = new Set<string>();
  for (const name of ortsnamen) {
    const stelle = getrennt.indexOf(` ${name} `);
    if (stelle < 0) continue;
    orte.add(name);
    rest = `${rest.slice(0, stelle)} ${rest.slice(stelle + name.length + 1)}`;
    getrennt = rest.replaceAll('~', ' ');
  }
  const worte = rest
    .split(' ')
    .map((wort) => wort.replaceAll('~', ''))
    .filter((wort) => wort !== '' && !FUELLWORTE.has(wort));
  const verschiedene = [...new Set(worte)];
  return {
    ganz: worteVon(titel),
    worte: verschiedene,
    zusammen: verschiedene.join(''),
    orte,
    zahlen: new Set(worte.filter((wort) => /\d/.test(wort))),
  };
}

/** Nearly every word is the same. Four of five, so that „Frauen“ and „Frauen A1“ are alike, „Café“ and „Nähcafé“ not. */
const SEHR_AEHNLICH = 0.8;
/** Half of the words: enough only together with something else. */
const AEHNLICH = 0.5;

/**
 * How alike two titles are, from 0 to 1: the Sørensen–Dice coefficient of their words. Titles that name different towns or
 * different numbers („A1“, „A2“) mean different things, however alike.
 */
function aehnlichkeit(a: Titel, b: Titel): number {
  if (a.ganz === b.ganz) return a.ganz === '' ? 0 : 1;
  if (nenntAnderes(a.orte, b.orte) || nenntAnderes(a.zahlen, b.zahlen)) return 0;
  if (a.worte.length === 0 || b.worte.length === 0) return 0;
  if (a.zusammen === b.zusammen) return 1;
  const gemeinsame = Math.min(gemeinsameWorte(a, b).length, gemeinsameWorte(b, a).length);
  return (2 * gemeinsame) / (a.worte.length + b.worte.length);
}

function nenntAnderes(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
}

function gemeinsameWorte(a: Titel, b: Titel): string[] {
  return a.worte.filter((wort) => b.worte.some((anderes) => istWort(wort, anderes)));
}

const ANFANG = 4;

/** The same word, or the same with another ending: „Kurs“, „Kurse“. */
function istWort(a: string, b: string): boolean {
  if (a === b) return true;
  let gleich = 0;
  while (gleich < a.length && a[gleich] === b[gleich]) gleich++;
  return gleich >= ANFANG && Math.max(a.length, b.length) - gleich <= 2;
}

/** True where both have an address, and it is not the same one. */
function istWoanders(a: Merkmale, b: Merkmale): boolean {
  return (
    a.anschriften.size > 0 &&
    b.anschriften.size > 0 &&
    a.anschriften.isDisjointFrom(b.anschriften) &&
    !istNah(a, b)
  );
}

function istNah(a: Merkmale, b: Merkmale): boolean {
  return a.punkte.some((eins) => b.punkte.some((zwei) => entfernungKm(eins, zwei) <= 0.1));
}

/**
 * Whether two entries whose titles differ can be the same all the same. Nearly all that share a word cannot, and to see that is much
 * cheaper than to compare them.
 */
function genuegtOhneTitel(a: Merkmale, b: Merkmale): boolean {
  switch (a.art) {
    case 'angebot':
      return a.artUndThemen === b.artUndThemen;
    case 'anbieter':
      return gleicheWege(a, b).length > 0;
    case 'ort':
      return !a.anschriften.isDisjointFrom(b.anschriften);
  }
}

function gleicheWege(a: Merkmale, b: Merkmale) {
  return (['telefon', 'email', 'web'] as const).filter(
    (weg) => a.kontakt[weg] !== undefined && a.kontakt[weg] === b.kontakt[weg],
  );
}

/** What two entries of one kind have in common, if that is enough to ask whether they are the same; else nothing. */
function vergleiche(a: Merkmale, b: Merkmale): Grund[] {
  const titel = aehnlichkeit(a.titel, b.titel);
  if (titel < AEHNLICH && !genuegtOhneTitel(a, b)) return [];
  const unbekannt = [a, b].filter(({ gebiete }) => gebiete.size === 0).length;
  const gebiet = !a.gebiete.isDisjointFrom(b.gebiete) || unbekannt > (a.art === 'anbieter' ? 0 : 1);
  const kontakt = gleicheWege(a, b);
  const anschrift = !a.anschriften.isDisjointFrom(b.anschriften);
  const punkt = istNah(a, b);
  const artUndThemen = gebiet && a.artUndThemen !== undefined && a.artUndThemen === b.artUndThemen;
  const sehrAehnlich = titel >= SEHR_AEHNLICH && gebiet;
  const aehnlich =
    titel >= SEHR_AEHNLICH ||
    (titel >= AEHNLICH &&
      gemeinsameWorte(a.titel, b.titel).some(
        (wort) => !a.haeuser.has(wort) && !b.haeuser.has(wort),
      ));

  // Two levels of a course may well meet side by side.
  const gleicheZeiten =
    a.mitUhrzeit === true &&
    a.zeiten === b.zeiten &&
    !nenntAnderes(a.titel.orte, b.titel.orte) &&
    !nenntAnderes(a.titel.zahlen, b.titel.zahlen);

  const genug = {
    anbieter: () => kontakt.length > 0 || sehrAehnlich,
    ort: () => anschrift || sehrAehnlich || (punkt && aehnlich),
    angebot: () => {
      const andereZeiten =
        a.zeiten !== undefined && b.zeiten !== undefined && a.zeiten !== b.zeiten;
      // All that one provider offers may have one number, one house and one kind: only the title tells, or the hours.
      if (a.anbieter === b.anbieter)
        return (
          (sehrAehnlich && !andereZeiten) ||
          (aehnlich && (anschrift || punkt)) ||
          (anschrift && artUndThemen && gleicheZeiten)
        );
      const gemeinsam = kontakt.length > 0 || anschrift || punkt;
      return (sehrAehnlich && !istWoanders(a, b)) || (gemeinsam && (aehnlich || artUndThemen));
    },
  }[a.art];
  if (!genug()) return [];
  return [
    ...(aehnlich ? (['titel'] as const) : []),
    ...kontakt,
    ...(anschrift ? (['anschrift'] as const) : punkt ? (['punkt'] as const) : []),
    ...(gleicheZeiten && a.anbieter === b.anbieter ? (['zeiten'] as const) : []),
    ...(artUndThemen ? (['art-und-themen'] as const) : []),
  ];
}
