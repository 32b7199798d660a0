import { type AngebotEintrag, istAlsVertraulichMarkiert } from '../../domain/angebot.ts';
import { decode } from '../../domain/fragment.ts';
import { alsKennung } from '../../domain/naechster-wert.ts';
import { schreibweisen } from '../../domain/ort.ts';
import { textfelder, type UebersetzungEintrag } from '../../domain/uebersetzung.ts';
import type { Angebotsart, Kommune } from '../../domain/vokabular.ts';
import { fremdeZiffern, lesbarerText } from '../angaben-vergleich.ts';
import { findeAnschrift } from '../anschrift.ts';
import { istVertraulichesAngebot } from '../create-angebot.ts';
import type { Fund, Fundstellen, Regel } from './regel.ts';
import { reinerText } from '../text-auszug.ts';
import type { Eintraege } from '../katalog.ts';
import { teileName } from '../uebersetzungen.ts';
import { alleWerte, kommentareVon, stelle } from './texte.ts';

/** What would tell where a confidential place is. */
const VERRAETERISCH = ['name', 'strasse', 'plz', 'lat', 'lon', 'haltestelle'] as const;

/** The place of a shelter must not stand in the content at all: the repository is public, too. */
export const vertraulich: Regel = {
  name: 'vertraulich',
  zweck:
    'The address of a shelter, published, puts people in danger. The site drops it anyway; the file must not hold it.',
  pruefe({ eintraege, fundstellen }) {
    const { angebotsarten: arten, kommunen } = eintraege.vokabular;
    const suche: Suche = {
      verraet: createVerraet(kommunen),
      orte: ortsnamen(kommunen).map(lesbarerText),
      ortsteile: [...kommunen.values()].flatMap(({ ortsteile = [] }) =>
        ortsteile.flatMap(schreibweisen).map(lesbarerText),
      ),
    };
    const jeAngebot = Map.groupBy(
      eintraege.uebersetzungen.angebote,
      ([name]) => teileName(name).von,
    );
    const geheime = [...eintraege.angebote].filter(([, angebot]) =>
      istVertraulichesAngebot(angebot, arten),
    );
    return [
      ...geheime.flatMap(([id, angebot]) => {
        const uebersetzungen = jeAngebot.get(id) ?? [];
        return [
          ...pruefeOrte(id, angebot),
          ...pruefeNamen(id, eintraege, suche),
          ...pruefeBausteine(id, angebot, eintraege, suche),
          ...(angebot.externe_ids ? [imAngebot(id, ['externe_ids'], ANSCHRIFT)] : []),
          ...pruefeTexte(id, angebot, uebersetzungen, suche),
          ...uebersetzungen.flatMap((eine) => pruefeUebersetzung(eine, angebot, suche)),
          ...pruefeKommentare(id, uebersetzungen, fundstellen, suche),
        ];
      }),
      ...[...arten].flatMap(([id, art]) => pruefeArt(id, art, suche)),
      ...nurMitGeheimen(eintraege.angebote, geheime).flatMap((id) =>
        pruefeAnbieter(id, eintraege, fundstellen, suche),
      ),
    ];
  },
};

/** What the texts are searched for. */
interface Suche {
  verraet: ReturnType<typeof createVerraet>;
  /** Names of places. */
  orte: readonly string[];
  ortsteile: readonly string[];
}

type Uebersetzt = readonly [name: string, uebersetzung: UebersetzungEintrag];

function imAngebot(id: string, feld: Fund['feld'], was: Pick<Fund, 'meldung' | 'tipp'>): Fund {
  return { art: 'angebot', id, feld, ...was };
}

function pruefeOrte(id: string, { orte = [] }: AngebotEintrag): Fund[] {
  return orte.flatMap((ort, i) => {
    const felder =
      typeof ort === 'string'
        ? []
        : VERRAETERISCH.filter((feld) => ort[feld] !== undefined).map((feld) => [feld]);
    return (felder.length > 0 ? felder : [[]]).map((feld) =>
      imAngebot(id, ['orte', i, ...feld], {
        meldung:
          'Dieses Angebot ist vertraulich (Schutzunterkunft); sein Ort darf nirgends stehen.',
        tipp: 'Bitte die Angabe löschen und, falls schon gespeichert, die Stelle informieren: Sie steht in der Versionsgeschichte. Statt „orte“ bitte „einzugsgebiet“ angeben.',
      }),
    );
  });
}

/** All that it says, in German and in its translations. */
function pruefeTexte(
  id: string,
  angebot: AngebotEintrag,
  uebersetzungen: readonly Uebersetzt[],
  { verraet, ortsteile }: Suche,
): Fund[] {
  const alle: [Fund['art'], string, object][] = [
    ['angebot', id, { ...angebot, orte: undefined }], // places are reported already
    ...uebersetzungen.map(([name, { texte }]): [Fund['art'], string, object] => [
      'angebot-uebersetzung',
      name,
      texte,
    ]),
  ];
  return alle.flatMap(([art, name, eintrag]) =>
    alleWerte(eintrag).flatMap(([feld, wert]): Fund[] => {
      // Marks of Markdown would hide a place from the pattern, but not from readers.
      const ohneMarken = feld[0] === 'text' ? reinerText(wert) : wert;
      const index = verraet(wert) ?? (verraet(ohneMarken) === undefined ? undefined : 0);
      const lesbar = lesbarerText(`${wert}\n${ohneMarken}`);
      const ortsteil = ortsteile.find((einer) => nennt(lesbar, einer));
      return [
        ...(index === undefined
          ? []
          : [{ art, id: name, ...stelle(feld, wert, index), ...ANSCHRIFT }]),
        // In translations, no place is allowed that the German text does not name.
        ...(ortsteil === undefined || art !== 'angebot'
          ? []
          : [
              {
                art,
                id: name,
                ...stelle(feld, wert, Math.max(0, wert.indexOf(ortsteil))),
                ...imOrtsteil(ortsteil),
              },
            ]),
      ];
    }),
  );
}

function pruefeUebersetzung(
  [name, { texte }]: Uebersetzt,
  angebot: AngebotEintrag & { text: string },
  { orte }: Suche,
): Fund[] {
  const deutsch = textfelder(angebot);
  return Object.entries(texte).flatMap(([feld, text]): Fund[] => {
    const mehr = mehrAlsDeutsch(text, deutsch.get(feld) ?? '', orte);
    if (mehr === undefined) return [];
    return [
      {
        art: 'angebot-uebersetzung',
        id: name,
        ...stelle([feld], text, Math.max(0, text.indexOf(mehr))),
        meldung: `Die Übersetzung eines vertraulichen Angebots (Schutzunterkunft) nennt „${mehr}“; im deutschen Text steht das nicht.`,
        tipp: 'Bitte löschen: Zahlen und Orte können verraten, wo die Unterkunft ist.',
      },
    ];
  });
}

/** The repository is public, too: what no page shows can be read all the same. */
function pruefeKommentare(
  id: string,
  uebersetzungen: readonly Uebersetzt[],
  fundstellen: Fundstellen,
  { verraet }: Suche,
): Fund[] {
  const dateien: [Fund['art'], string][] = [
    ['angebot', id],
    ...uebersetzungen.map(([name]): [Fund['art'], string] => ['angebot-uebersetzung', name]),
  ];
  return dateien.flatMap(([art, name]) =>
    kommentareVon(fundstellen.dokument(art, name)?.kopf ?? '')
      .filter(
        ({ kommentar }) =>
          (art === 'angebot-uebersetzung' && fremdeZiffern(kommentar, '') !== undefined) ||
          verraet(kommentar) !== undefined,
      )
      .map(({ kopfZeile }) => ({ art, id: name, feld: [], kopfZeile, ...ANSCHRIFT })),
  );
}

/** A confidential kind of offers. */
function pruefeArt(id: string, art: Angebotsart, { verraet }: Suche): Fund[] {
  if (!istAlsVertraulichMarkiert(art)) return [];
  return alleWerte(art)
    .filter(([, wert]) => verraet(wert) !== undefined)
    .map(([feld]) => ({
      art: 'vokabular',
      id: 'angebotsarten',
      feld: [id, ...feld],
      ...ANSCHRIFT,
    }));
}

/** A provider of nothing else is where its shelter is; a county office with a shelter among its offers is not. */
function nurMitGeheimen(
  angebote: Eintraege['angebote'],
  geheime: readonly (readonly [id: string, angebot: AngebotEintrag])[],
): string[] {
  const ids = new Set(geheime.map(([id]) => id));
  const offene = [...angebote].filter(([id]) => !ids.has(id));
  const mitOffenen = new Set(offene.map(([, { anbieter }]) => anbieter));
  return [...new Set(geheime.map(([, { anbieter }]) => anbieter)).difference(mitOffenen)];
}

function pruefeAnbieter(
  id: string,
  { anbieter }: Eintraege,
  fundstellen: Fundstellen,
  { verraet }: Suche,
): Fund[] {
  const eintrag = anbieter.get(id);
  const kopf = fundstellen.dokument('anbieter', id)?.kopf ?? '';
  const imEintrag = (feld: Fund['feld'], was: typeof ANSCHRIFT): Fund => ({
    art: 'anbieter',
    id,
    feld,
    ...was,
  });
  return [
    ...(eintrag?.kommune === undefined ? [] : [imEintrag(['kommune'], SITZ)]),
    ...alleWerte(eintrag)
      .filter(([feld, wert]) => feld[0] !== 'web' && verraet(wert) !== undefined)
      .map(([feld]) => imEintrag(feld, ANSCHRIFT)),
    ...kommentareVon(kopf)
      .filter(({ kommentar }) => verraet(kommentar) !== undefined)
      .map(({ kopfZeile }) => ({ ...imEintrag([], ANSCHRIFT), kopfZeile })),
  ];
}

/** What it takes from the vocabularies stands on its page as well. */
function pruefeBausteine(
  id: string,
  angebot: AngebotEintrag,
  { vokabular }: Eintraege,
  { verraet }: Suche,
): Fund[] {
  return (['unterlagen', 'schritte'] as const).flatMap((menge) =>
    (angebot[menge] ?? []).flatMap((baustein, i): Fund[] => {
      if (!('id' in baustein)) return [];
      const texte = alleWerte(vokabular[menge].get(baustein.id));
      return texte.some(([, wert]) => verraet(wert) !== undefined)
        ? [imAngebot(id, [menge, i], ANSCHRIFT)]
        : [];
    }),
  );
}

/** The names of its file, old ones included: they are addresses of pages. */
function pruefeNamen(
  id: string,
  { weiterleitungen }: Eintraege,
  { verraet, ortsteile }: Suche,
): Fund[] {
  const verraetName = (name: string) => verraet(name.replaceAll('-', ' ')) !== undefined;
  const worte = new Set(id.split('-'));
  const ortsteil = ortsteile.find((einer) =>
    alsKennung(einer)
      .split('-')
      .every((wort) => worte.has(wort)),
  );
  return [
    ...(ortsteil ? [imAngebot(id, '(dateiname)', imOrtsteil(ortsteil))] : []),
    ...(verraetName(id) ? [imAngebot(id, '(dateiname)', ANSCHRIFT)] : []),
    ...[...weiterleitungen]
      .filter(([alt, neu]) => neu === id && verraetName(alt))
      .map(([alt]): Fund => ({
        art: 'weiterleitungen',
        id: 'weiterleitungen',
        feld: [alt],
        ...ANSCHRIFT,
      })),
  ];
}

const ANSCHRIFT = {
  meldung:
    'In einem vertraulichen Angebot (Schutzunterkunft) oder bei seinem Anbieter steht etwas, das wie eine Anschrift aussieht.',
  tipp: 'Bitte die Anschrift löschen, auch aus Kommentaren: Die Datei ist öffentlich.',
};

function imOrtsteil(ortsteil: string) {
  return {
    meldung: `Dieses vertrauliche Angebot (Schutzunterkunft) nennt den Ortsteil „${ortsteil}“; das kann verraten, wo es ist.`,
    tipp: 'Bitte löschen: Die Datei ist öffentlich.',
  };
}

const SITZ = {
  meldung:
    'Dieser Anbieter hat nur vertrauliche Angebote (Schutzunterkunft); „kommune“ kann verraten, in welcher Stadt sie sind.',
  tipp: 'Bitte die Zeile löschen: Die Datei ist öffentlich.',
};

/** Finds what looks like an address, a point or a map; undefined where there is nothing of the kind. */
export function createVerraet(kommunen: ReadonlyMap<string, { plz: string[] }>) {
  const plz = new RegExp(
    `(?<!\\d)(?:${[...kommunen.values()].flatMap((kommune) => kommune.plz).join('|') || '\\d{5}'})(?!\\d)`,
  );
  return (text: string): number | undefined => {
    const lesbar = lesbarerText(decode(text, text));
    const index = lesbar.search(plz);
    return index >= 0 ? index : findeAnschrift(lesbar);
  };
}

/** What Kommunen and districts are called, in every script, short forms included. */
export function ortsnamen(kommunen: ReadonlyMap<string, Kommune>): string[] {
  const namen = [...kommunen.values()].flatMap(
    ({ bezeichnung, ortsteile = [], suchwoerter = {} }) => [
      ...Object.values(bezeichnung),
      ...ortsteile,
      ...Object.values(suchwoerter).flat(),
    ],
  );
  return [...new Set(namen.flatMap(schreibweisen))];
}

/**
 * True where a text names a Kommune or a district. Latin names as words with their capitals, for a place may be called like a
 * word; in other scripts prepositions and endings grow on to them.
 */
function nennt(text: string, name: string): boolean {
  // Hundreds of names are looked for in every text, and next to none is there.
  if (!text.includes(name)) return false;
  if (!/\p{Script=Latin}/u.test(name)) return true;
  return new RegExp(`(?<!\\p{L})${RegExp.escape(name)}(?!\\p{L})`, 'u').test(text);
}

/** The first digits or name of a place in a translation that the German text does not have; few here read its script. */
export function mehrAlsDeutsch(
  text: string,
  deutsch: string,
  orte: readonly string[],
): string | undefined {
  const [hier, dort] = [lesbarerText(text), lesbarerText(deutsch)];
  return (
    fremdeZiffern(text, deutsch) ?? orte.find((name) => nennt(hier, name) && !nennt(dort, name))
  );
}
