import { type AngebotEintrag, istAlsVertraulichMarkiert } from '../../domain/angebot.ts';
import { alsKennung } from '../../domain/naechster-wert.ts';
import { schreibweisen } from '../../domain/ort.ts';
import { textfelder } from '../../domain/uebersetzung.ts';
import type { Kommune } from '../../domain/vokabular.ts';
import { fremdeZiffern, lesbarerText } from '../angaben-vergleich.ts';
import { findeAnschrift } from '../anschrift.ts';
import { istVertraulichesAngebot } from '../create-angebot.ts';
import type { Fund, Regel } from './regel.ts';
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
    const funde: Fund[] = [];
    const arten = eintraege.vokabular.angebotsarten;
    const orte = ortsnamen(eintraege.vokabular.kommunen).map(lesbarerText);
    const verraet = createVerraet(eintraege.vokabular.kommunen);
    const ortsteile = [...eintraege.vokabular.kommunen.values()].flatMap(({ ortsteile = [] }) =>
      ortsteile.flatMap(schreibweisen).map(lesbarerText),
    );
    const jeAngebot = Map.groupBy(
      eintraege.uebersetzungen.angebote,
      ([name]) => teileName(name).von,
    );
    const mitOffenen = new Set(
      [...eintraege.angebote.values()]
        .filter((angebot) => !istVertraulichesAngebot(angebot, arten))
        .map(({ anbieter }) => anbieter),
    );
    for (const [id, angebot] of eintraege.angebote) {
      if (!istVertraulichesAngebot(angebot, arten)) continue;
      for (const [i, ort] of (angebot.orte ?? []).entries()) {
        const felder =
          typeof ort === 'string'
            ? []
            : VERRAETERISCH.filter((feld) => ort[feld] !== undefined).map((feld) => [feld]);
        for (const feld of felder.length > 0 ? felder : [[]]) {
          funde.push({
            art: 'angebot',
            id,
            feld: ['orte', i, ...feld],
            meldung:
              'Dieses Angebot ist vertraulich (Schutzunterkunft); sein Ort darf nirgends stehen.',
            tipp: 'Bitte die Angabe löschen und, falls schon gespeichert, die Stelle informieren: Sie steht in der Versionsgeschichte. Statt „orte“ bitte „einzugsgebiet“ angeben.',
          });
        }
      }
      funde.push(...pruefeNamen(id, eintraege, verraet, ortsteile));
      funde.push(...pruefeBausteine(id, angebot, eintraege, verraet));
      if (angebot.externe_ids)
        funde.push({ art: 'angebot', id, feld: ['externe_ids'], ...ANSCHRIFT });
      const deutsch = textfelder(angebot);
      const uebersetzungen = jeAngebot.get(id) ?? [];
      const alle: [Fund['art'], string, object][] = [
        ['angebot', id, { ...angebot, orte: undefined }], // places are reported already
        ...uebersetzungen.map(([name, { texte }]): [Fund['art'], string, object] => [
          'angebot-uebersetzung',
          name,
          texte,
        ]),
      ];
      for (const [art, name, eintrag] of alle) {
        for (const [feld, wert] of alleWerte(eintrag)) {
          // Marks of Markdown would hide a place from the pattern, but not from readers.
          const ohneMarken = feld[0] === 'text' ? reinerText(wert) : wert;
          const index = verraet(wert) ?? (verraet(ohneMarken) === undefined ? undefined : 0);
          if (index !== undefined)
            funde.push({ art, id: name, ...stelle(feld, wert, index), ...ANSCHRIFT });
          const lesbar = lesbarerText(`${wert}\n${ohneMarken}`);
          const ortsteil = ortsteile.find((einer) => nennt(lesbar, einer));
          // In translations, no place is allowed that the German text does not name.
          if (ortsteil !== undefined && art === 'angebot')
            funde.push({
              art,
              id: name,
              ...stelle(feld, wert, Math.max(0, wert.indexOf(ortsteil))),
              ...imOrtsteil(ortsteil),
            });
        }
      }
      for (const [name, { texte }] of uebersetzungen)
        for (const [feld, text] of Object.entries(texte)) {
          const mehr = mehrAlsDeutsch(text, deutsch.get(feld) ?? '', orte);
          if (mehr !== undefined)
            funde.push({
              art: 'angebot-uebersetzung',
              id: name,
              ...stelle([feld], text, Math.max(0, text.indexOf(mehr))),
              meldung: `Die Übersetzung eines vertraulichen Angebots (Schutzunterkunft) nennt „${mehr}“; im deutschen Text steht das nicht.`,
              tipp: 'Bitte löschen: Zahlen und Orte können verraten, wo die Unterkunft ist.',
            });
        }
      // The repository is public, too: what no page shows can be read all the same.
      for (const [art, name] of alle) {
        const kopf = fundstellen.dokument(art, name)?.kopf ?? '';
        for (const { kopfZeile, kommentar } of kommentareVon(kopf)) {
          const zahl = art === 'angebot-uebersetzung' && fremdeZiffern(kommentar, '') !== undefined;
          if (zahl || verraet(kommentar) !== undefined)
            funde.push({ art, id: name, feld: [], kopfZeile, ...ANSCHRIFT });
        }
      }
    }
    for (const [id, art] of arten)
      if (istAlsVertraulichMarkiert(art))
        for (const [feld, wert] of alleWerte(art))
          if (verraet(wert) !== undefined)
            funde.push({
              art: 'vokabular',
              id: 'angebotsarten',
              feld: [id, ...feld],
              ...ANSCHRIFT,
            });
    // A provider of nothing else is where its shelter is; a county office with a shelter among its offers is not.
    const nurGeheime = new Set([...eintraege.angebote.values()].map(({ anbieter }) => anbieter));
    for (const id of nurGeheime.difference(mitOffenen)) {
      const eintrag = eintraege.anbieter.get(id);
      const kopf = fundstellen.dokument('anbieter', id)?.kopf ?? '';
      if (eintrag?.kommune !== undefined)
        funde.push({ art: 'anbieter', id, feld: ['kommune'], ...SITZ });
      for (const [feld, wert] of alleWerte(eintrag))
        if (feld[0] !== 'web' && verraet(wert) !== undefined)
          funde.push({ art: 'anbieter', id, feld, ...ANSCHRIFT });
      for (const { kopfZeile, kommentar } of kommentareVon(kopf))
        if (verraet(kommentar) !== undefined)
          funde.push({ art: 'anbieter', id, feld: [], kopfZeile, ...ANSCHRIFT });
    }
    return funde;
  },
};

/** What it takes from the vocabularies stands on its page as well. */
function pruefeBausteine(
  id: string,
  angebot: AngebotEintrag,
  { vokabular }: Eintraege,
  verraet: ReturnType<typeof createVerraet>,
): Fund[] {
  return (['unterlagen', 'schritte'] as const).flatMap((menge) =>
    (angebot[menge] ?? []).flatMap((baustein, i): Fund[] => {
      if (!('id' in baustein)) return [];
      const texte = alleWerte(vokabular[menge].get(baustein.id));
      return texte.some(([, wert]) => verraet(wert) !== undefined)
        ? [{ art: 'angebot', id, feld: [menge, i], ...ANSCHRIFT }]
        : [];
    }),
  );
}

/** The names of its file, old ones included: they are addresses of pages. */
function pruefeNamen(
  id: string,
  { weiterleitungen }: Eintraege,
  verraet: ReturnType<typeof createVerraet>,
  ortsteile: readonly string[],
): Fund[] {
  const verraetName = (name: string) => verraet(name.replaceAll('-', ' ')) !== undefined;
  const worte = new Set(id.split('-'));
  const ortsteil = ortsteile.find((einer) =>
    alsKennung(einer)
      .split('-')
      .every((wort) => worte.has(wort)),
  );
  return [
    ...(ortsteil
      ? [{ art: 'angebot' as const, id, feld: '(dateiname)' as const, ...imOrtsteil(ortsteil) }]
      : []),
    ...(verraetName(id)
      ? [{ art: 'angebot' as const, id, feld: '(dateiname)' as const, ...ANSCHRIFT }]
      : []),
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
    const lesbar = lesbarerText(/%[0-9a-f]{2}/i.test(text) ? decodeURIComponentSafely(text) : text);
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

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
