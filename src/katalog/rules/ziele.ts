import { PFLICHT_VOKABULARE, type VokabularName } from '../../domain/vokabular.ts';
import type { RegelKontext } from './regel.ts';

/** Folders whose entries can be referred to, each a file of its own, and what the reader calls such a file. */
const ORDNER = { anbieter: 'anbieter', orte: 'ort', angebote: 'angebot' } as const;

/** What an id can be an entry of. */
export type Menge = VokabularName | keyof typeof ORDNER;

/**
 * The known ids, where an id is not among them. Undefined where it is, and where the file it would come from is missing
 * or broken: then that is the finding, and every reference would only repeat it.
 */
export function bekannteStatt(
  kontext: Pick<RegelKontext, 'eintraege' | 'fundstellen'>,
  id: string,
  menge: Menge,
): Iterable<string> | undefined {
  const { eintraege, fundstellen } = kontext;
  if (menge in ORDNER) {
    const ordner = menge as keyof typeof ORDNER;
    const bekannte: ReadonlyMap<string, unknown> = eintraege[ordner];
    return bekannte.has(id) || fundstellen.gibtEs(ORDNER[ordner], id) ? undefined : bekannte.keys();
  }
  const vokabular = menge as VokabularName;
  const begriffe: ReadonlyMap<string, object> = eintraege.vokabular[vokabular];
  if (begriffe.has(id) || istKaputt(kontext, vokabular)) return undefined;
  return begriffe.keys();
}

/** True where a vocabulary has a file that cannot be used, or lacks one that it must have. */
export function istKaputt(
  { eintraege, fundstellen }: Pick<RegelKontext, 'eintraege' | 'fundstellen'>,
  name: VokabularName,
): boolean {
  return (
    eintraege.vokabular[name].size === 0 &&
    (fundstellen.gibtEs('vokabular', name) || PFLICHT_VOKABULARE.includes(name))
  );
}

/** Where the ids stand that can be named, in a sentence. */
export function fundortVon(menge: Menge): string {
  if (!(menge in ORDNER)) return `Die Kennungen stehen in vokabular/${menge}.yaml.`;
  return `Hier steht der Dateiname aus dem Ordner „${menge}“, ohne „${menge === 'angebote' ? '.md' : '.yaml'}“.`;
}

/** False where a file is not valid: what it names, nobody knows. */
export function sindAlleLesbar({
  eintraege,
  fundstellen,
}: Pick<RegelKontext, 'eintraege' | 'fundstellen'>): boolean {
  const gelesene = [
    ['angebot', eintraege.angebote],
    ['projekt', eintraege.projekte],
    ['kontakte', eintraege.kontakte],
  ] as const;
  return gelesene.every(([art, alle]) => fundstellen.ids(art).every((id) => alle.has(id)));
}
