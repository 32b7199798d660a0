import type { Angebot } from '../../domain/angebot.ts';
import type { Katalog } from '../katalog.ts';
import { eintraegeDer, SCHUTZ_ARTEN, type SchutzArt } from '../schutz.ts';
import type { Fund, Regel } from './regel.ts';

/** What is about violence: with a way out, and nowhere with an address that says so. */
export const schutz: Regel = {
  name: 'schutz',
  zweck:
    'Somebody who is watched reads these pages, and somebody else the history of their browser.',
  pruefe({ katalog }) {
    return [...ohneAusstieg(katalog), ...ungeschuetzteWorte(katalog)];
  },
};

function ohneAusstieg(katalog: Katalog): Fund[] {
  const { angebot, seite } = katalog.geschuetzt;
  const anzahl = (angebot?.size ?? 0) + (seite?.size ?? 0);
  if (katalog.portal.ausstieg || anzahl === 0) return [];
  return [
    {
      art: 'portal',
      id: 'portal',
      feld: ['ausstieg'],
      stufe: 'warnung',
      meldung:
        'Es gibt Angebote oder Seiten zum Schutz vor Gewalt, aber keine Adresse, zu der „Seite schnell verlassen“ führt. Den Knopf gibt es deshalb nicht.',
      tipp: 'Bitte „ausstieg“ ergänzen: eine harmlose Seite anderswo, zum Beispiel das Wetter.',
    },
  ];
}

const WO: Record<Exclude<SchutzArt, 'seite'>, { vokabular?: string; was: string }> = {
  thema: { vokabular: 'themen', was: 'dieses Themas' },
  angebotsart: { vokabular: 'angebotsarten', was: 'dieser Art' },
  zielgruppe: { vokabular: 'zielgruppen', was: 'für diese Zielgruppe' },
  anbieter: { was: 'dieses Anbieters' },
};

/** Words and providers that stand for nothing but protected offers: their pages tell as much as the offers. */
function ungeschuetzteWorte(katalog: Katalog): Fund[] {
  const arten = SCHUTZ_ARTEN.filter((art) => art !== 'seite');
  const angebote = [...katalog.angebote.values()];
  return arten.flatMap((art) => {
    const worte = (liste: readonly Angebot[]) =>
      new Set(liste.flatMap((angebot) => worteVon(angebot, art)));
    const nurGeschuetzt = worte(angebote).difference(
      worte(angebote.filter(({ schnellVerlassen }) => !schnellVerlassen)),
    );
    return [...eintraegeDer(art, katalog)].flatMap(([id, eintrag]): Fund[] => {
      if (eintrag.schutz !== undefined || !nurGeschuetzt.has(id)) return [];
      const { vokabular, was } = WO[art];
      return [
        {
          ...(vokabular
            ? { art: 'vokabular', id: vokabular, feld: [id] }
            : { art: 'anbieter', id, feld: ['name'] }),
          stufe: 'warnung',
          meldung: `Alle Angebote ${was} sind geschützt; Adresse und Titel der Seite verraten aber noch, worum es geht.`,
          tipp: 'Bitte „schutz: [schnell-verlassen]“ ergänzen.',
        },
      ];
    });
  });
}

function worteVon(
  { thema, angebotsart, zielgruppen, anbieter }: Angebot,
  art: Exclude<SchutzArt, 'seite'>,
): readonly string[] {
  return { thema, angebotsart: [angebotsart], zielgruppe: zielgruppen, anbieter: [anbieter] }[art];
}
