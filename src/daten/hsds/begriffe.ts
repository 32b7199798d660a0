/** Vocabularies as taxonomies of HSDS, and what an offer is filed under. */
import { NIVEAUS } from '../../domain/angebot.ts';
import type { Datensatz } from '../../domain/datensatz.ts';
import { createText } from '../../i18n/texte.ts';
import type { Katalog } from '../../katalog/katalog.ts';
import { uuidVon } from '../herausgabe.ts';
import type { IdVon, Objekt } from './umfeld.ts';
import { type Taxonomie, TAXONOMIEN, toCode } from './worte.ts';

export interface Begriffe {
  taxonomies: Objekt[];
  terms: Objekt[];
  /** German names of ids. */
  worte(feld: Taxonomie, ids: readonly string[]): string[];
  /** The terms of an offer. */
  attribute(angebot: Datensatz, id: IdVon): Objekt[];
}

type Begriff = { id: string; name: string; beschreibung?: string | undefined };

/** All terms, whether an offer uses them or not, in German. Their ids (UUIDv5) are the same in every build. */
export function createBegriffe({ portal, vokabular }: Katalog): Begriffe {
  const t = createText('de');
  const aus = (map: Katalog['vokabular']['themen' | 'angebotsarten' | 'zielgruppen']): Begriff[] =>
    [...map.values()].map(({ id, bezeichnung, beschreibung }) => ({
      id,
      name: bezeichnung['de'] ?? id,
      beschreibung: beschreibung?.['de'],
    }));
  const alle: Record<Taxonomie, Begriff[]> = {
    thema: aus(vokabular.themen),
    angebotsart: aus(vokabular.angebotsarten),
    zielgruppen: aus(vokabular.zielgruppen),
    deutschniveau: NIVEAUS.map((id) => ({ id, name: id === 'alpha' ? t('niveau.alpha') : id })),
    kinderbetreuung: (['ja', 'nein', 'auf-anfrage'] as const).map((id) => ({
      id,
      name: `${t('angabe.kinderbetreuung')}: ${t(`kinderbetreuung.${id}`)}`,
    })),
  };
  const taxonomieId = (feld: Taxonomie) => uuidVon(portal, 'taxonomie', feld);
  const terms = new Map<string, Objekt>();
  for (const feld of FELDER)
    for (const { id, name, beschreibung = name } of alle[feld]) {
      const code = toCode(feld, id);
      terms.set(code, {
        id: uuidVon(portal, 'begriff', feld, id),
        code,
        name,
        description: beschreibung,
        taxonomy: TAXONOMIEN[feld],
        taxonomy_id: taxonomieId(feld),
        language: 'de',
      });
    }
  return {
    taxonomies: FELDER.map((feld) => ({
      id: taxonomieId(feld),
      name: TAXONOMIEN[feld],
      description: `${TAXONOMIEN[feld]}, wie sie das Portal „${portal.name}“ verwendet.`,
    })),
    terms: [...terms.values()],
    worte: (feld, ids) => ids.map((id) => String(terms.get(toCode(feld, id))?.['name'] ?? id)),
    attribute: (angebot, id) =>
      verwendete(angebot).flatMap(([feld, begriff, value]) => {
        const term = terms.get(toCode(feld, begriff));
        if (!term) return [];
        return {
          id: id('attribute', feld, begriff, ...(value ? [value] : [])),
          link_id: angebot.uuid,
          link_type: feld,
          link_entity: 'service',
          ...(value && { value }),
          taxonomy_term: term,
        };
      }),
  };
}

const FELDER = Object.keys(TAXONOMIEN) as Taxonomie[];

/** Field, id, and for levels which end of the range it is. */
function verwendete(angebot: Datensatz): [Taxonomie, string, string?][] {
  const { thema, zielgruppen, angebotsart, deutschniveau = {}, kinderbetreuung } = angebot;
  return [
    ...thema.map((id): [Taxonomie, string] => ['thema', id]),
    ['angebotsart', angebotsart],
    ...zielgruppen.map((id): [Taxonomie, string] => ['zielgruppen', id]),
    ...Object.entries(deutschniveau).map(([ende, id]): [Taxonomie, string, string] => [
      'deutschniveau',
      id,
      ende,
    ]),
    ...(kinderbetreuung ? [['kinderbetreuung', kinderbetreuung] as [Taxonomie, string]] : []),
  ];
}
