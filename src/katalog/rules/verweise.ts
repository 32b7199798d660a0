import { GROSSE_GEBIETE } from '../../domain/vokabular.ts';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import type { ContentDatei } from '../content-files.ts';
import type { Fund, Regel } from './regel.ts';

type Verweis = [feld: Fund['feld'], id: string, was: string, bekannte: ReadonlyMap<string, unknown>, datei?: ContentDatei['art']];

/** Every id an entry mentions must lead somewhere. */
export const verweise: Regel = {
  name: 'verweise',
  zweck: 'A reference to something that does not exist would drop the offer from lists, or its contact from the page.',
  pruefe({ eintraege, fundstellen }) {
    const { vokabular, anbieter, orte, angebote } = eintraege;
    const funde: Fund[] = [];

    const pruefe = (art: Fund['art'], id: string, verweiseDesEintrags: Verweis[]) => {
      for (const [feld, ziel, was, bekannte, datei] of verweiseDesEintrags) {
        // Where the target's own file is broken, that is the finding; here it would only be noise.
        if (bekannte.has(ziel) || (datei ? fundstellen.gibtEs(datei, ziel) : bekannte.size === 0)) continue;
        funde.push({ art, id, feld, meldung: `${was} „${ziel}“ gibt es nicht.`, tipp: tippMeintenSie(ziel, bekannte.keys()) });
      }
    };
    const gebiete = new Map<string, unknown>([...GROSSE_GEBIETE.map((name) => [name, name] as const), ...vokabular.kommunen]);

    for (const [id, angebot] of angebote) {
      pruefe('angebot', id, [
        [['anbieter'], angebot.anbieter, 'Den Anbieter', anbieter, 'anbieter'],
        [['angebotsart'], angebot.angebotsart, 'Die Angebotsart', vokabular.angebotsarten],
        ...angebot.thema.map((ziel, i): Verweis => [['thema', i], ziel, 'Das Thema', vokabular.themen]),
        ...angebot.zielgruppen.map((ziel, i): Verweis => [['zielgruppen', i], ziel, 'Die Zielgruppe', vokabular.zielgruppen]),
        ...(angebot.sprachen ?? []).map((sprache, i): Verweis => [['sprachen', i], sprache.code, 'Die Sprache', vokabular.sprachen]),
        ...(vokabular.kommunen.size > 0 ? (angebot.einzugsgebiet ?? []) : []).map((ziel, i): Verweis => [['einzugsgebiet', i], ziel, 'Die Kommune', gebiete]),
        ...(angebot.orte ?? []).flatMap((ort, i): Verweis[] =>
          typeof ort === 'string'
            ? [[['orte', i], ort, 'Den Ort', orte, 'ort']]
            : ort.kommune
              ? [[['orte', i, 'kommune'], ort.kommune, 'Die Kommune', vokabular.kommunen]]
              : [],
        ),
        ...bausteine(angebot.unterlagen, 'unterlagen', 'Die Unterlage', vokabular.unterlagen),
        ...bausteine(angebot.schritte, 'schritte', 'Den Schritt', vokabular.schritte),
      ]);
    }
    for (const [id, eintrag] of anbieter) {
      if (eintrag.kommune) pruefe('anbieter', id, [[['kommune'], eintrag.kommune, 'Die Kommune', vokabular.kommunen]]);
    }
    for (const [id, ort] of orte) {
      if (ort.kommune) pruefe('ort', id, [[['kommune'], ort.kommune, 'Die Kommune', vokabular.kommunen]]);
    }
    const cluster = new Map([...vokabular.handlungsfelder.values()].flatMap((feld) => Object.entries(feld.cluster)));
    for (const [id, thema] of vokabular.themen) {
      if (thema.cluster) pruefe('vokabular', 'themen', [[[id, 'cluster'], thema.cluster, 'Das Cluster', cluster]]);
    }
    return funde;
  },
};

function bausteine(
  liste: readonly ({ id: string } | { text: string })[] | undefined,
  feld: string,
  was: string,
  bekannte: ReadonlyMap<string, unknown>,
): Verweis[] {
  return (liste ?? []).flatMap((eintrag, i): Verweis[] => ('id' in eintrag ? [[[feld, i], eintrag.id, was, bekannte]] : []));
}
