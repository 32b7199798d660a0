import { type Dublettenpaar, findeDubletten, GRUND_WORTE } from '../dubletten.ts';
import { heissenGleich } from './gleiche-titel.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';

type Art = Dublettenpaar['art'];

const WAS: Record<Art, string> = {
  angebot: 'dasselbe Angebot',
  anbieter: 'derselbe Anbieter',
  ort: 'derselbe Ort',
};

const ZUSAMMENFUEHREN: Record<Art, string> = {
  angebot:
    'alles in eine Datei schreiben und die andere mit „status: beendet“ stilllegen (war sie nie veröffentlicht: löschen)',
  anbieter: 'alles in eine Datei schreiben, überall deren Kennung eintragen und die andere löschen',
  ort: 'alles in eine Datei schreiben, überall deren Kennung eintragen und die andere löschen',
};

/** Nobody should have to keep the same thing up to date twice, and no visitor find two versions of it. */
export const dubletten: Regel = {
  name: 'dubletten',
  zweck: 'Of two entries for one thing, one is soon outdated; visitors cannot know which.',
  pruefe(kontext) {
    const paare = findeDubletten(kontext.eintraege);
    const gefunden = new Set(
      paare.flatMap(({ art, ids: [a, b] }) => [`${art} ${a} ${b}`, `${art} ${b} ${a}`]),
    );
    const ausnahmen = alleAusnahmen(kontext);
    const ausgenommen = new Set(ausnahmen.map(({ art, id, ziel }) => `${art} ${id} ${ziel}`));
    const { beendete, anbieter } = kontext.katalog;
    return [
      ...paare
        .filter(
          ({ art, ids: [a, b] }) =>
            !ausgenommen.has(`${art} ${a} ${b}`) && !ausgenommen.has(`${art} ${b} ${a}`),
        )
        .filter(({ art, ids }) => art !== 'angebot' || !ids.some((id) => beendete.has(id)))
        .filter(
          ({ art, ids: [a, b] }) =>
            art !== 'anbieter' || !heissenGleich(anbieter.get(a), anbieter.get(b)),
        )
        .map((paar) => fund(paar, kontext)),
      ...ausnahmen
        .filter(({ art, id, ziel, bekannt }) => bekannt && !gefunden.has(`${art} ${id} ${ziel}`))
        .map(({ art, id, ziel, i }): Fund => ({
          art,
          id,
          feld: ['kein_duplikat', i],
          stufe: 'hinweis',
          meldung: `„${ziel}“ steht hier unnötig: Die beiden werden nicht für ${WAS[art]} gehalten.`,
          tipp: 'Bitte den Eintrag löschen; so fällt es auf, wenn sie sich einmal gleichen.',
        })),
    ];
  },
};

function fund(
  { art, ids: [id, anderes], gruende }: Dublettenpaar,
  { fundstellen }: RegelKontext,
): Fund {
  const datei = fundstellen.dokument(art, anderes)?.datei ?? anderes;
  return {
    art,
    id,
    feld: [art === 'angebot' ? 'titel' : 'name'],
    stufe: 'hinweis',
    meldung: `Das ist vielleicht ${WAS[art]} wie ${datei}. Gemeinsam: ${gruende.map((grund) => GRUND_WORTE[grund]).join(', ')}.`,
    tipp: `Ist es ${WAS[art]}, bitte ${ZUSAMMENFUEHREN[art]}. Sonst bitte hier ergänzen: kein_duplikat: [${anderes}]`,
  };
}

/** What entries say about not being the same as others. */
function alleAusnahmen({ eintraege: { angebote, anbieter, orte } }: RegelKontext) {
  const mengen = { angebot: angebote, anbieter, ort: orte } as const;
  return (Object.keys(mengen) as Art[]).flatMap((art) =>
    [...mengen[art]].flatMap(([id, { kein_duplikat = [] }]) =>
      kein_duplikat.map((ziel, i) => ({ art, id, ziel, i, bekannt: mengen[art].has(ziel) })),
    ),
  );
}
