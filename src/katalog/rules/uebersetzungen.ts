import { parsePfad } from '../../domain/befund.ts';
import { naechsterWert, tippMeintenSie } from '../../domain/naechster-wert.ts';
import { sprachcodes } from '../../domain/portal.ts';
import { LEICHT } from '../../domain/sprache.ts';
import { textfelder, type UebersetzungEintrag } from '../../domain/uebersetzung.ts';
import { fehlendeAngabe, fremdeAngabe } from '../angaben-vergleich.ts';
import { fingerabdruck, teileName } from '../uebersetzungen.ts';
import { stelle } from './texte.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';

/** A translation belongs to a German text, and says no number and no address that the German does not say. */
export const uebersetzungen: Regel = {
  name: 'uebersetzungen',
  zweck:
    'A translation outlives the text it was made from; and few editors notice a wrong phone number in a script they cannot read.',
  pruefe(kontext) {
    const { angebote, seiten } = kontext.eintraege;
    return [...pruefeAlle(kontext, 'angebot', angebote), ...pruefeAlle(kontext, 'seite', seiten)];
  },
};

type Quelle = Parameters<typeof textfelder>[0];

function pruefeAlle(
  { eintraege, fundstellen }: RegelKontext,
  art: 'angebot' | 'seite',
  quellen: ReadonlyMap<string, Quelle>,
): Fund[] {
  const sprachen = sprachcodes(eintraege.portal);
  const aeltere: Aeltere[] = [];
  const alle = eintraege.uebersetzungen[art === 'angebot' ? 'angebote' : 'seiten'];
  const funde = [...alle].flatMap(([name, uebersetzung]): Fund[] => {
    const ort = { art: `${art}-uebersetzung`, id: name } as const;
    const { von, sprache } = teileName(name);
    const quelle = quellen.get(von);
    if (!quelle) {
      // Where the German file is there but broken, that is the finding.
      if (fundstellen.gibtEs(art, von)) return [];
      return [
        {
          ...ort,
          feld: '(dateiname)',
          meldung: `Das ist eine Übersetzung von „${von}“; eine deutsche Fassung davon gibt es nicht.`,
          tipp: tippOhneDeutsch(name, uebersetzung, quellen),
        },
      ];
    }
    const { funde, veraltet } = pruefeFelder(ort, textfelder(quelle), uebersetzung);
    if (veraltet.length > 0) aeltere.push({ von, sprache, felder: veraltet });
    if (!sprachen.includes(sprache))
      funde.push({
        ...ort,
        feld: '(dateiname)',
        stufe: 'hinweis',
        meldung: `Die Sprache „${sprache}“ steht nicht unter „sprachen“ in portal.yaml; diese Übersetzung sieht niemand.`,
        tipp: `Sprachen dieses Portals: ${sprachen.join(', ')}. Wie eine weitere dazukommt, steht in docs/neue-sprache.md.`,
      });
    return funde;
  });
  return [...funde, ...wordAeltere(art, aeltere)];
}

/** A translation that the German text is newer than, and in which fields. */
interface Aeltere {
  von: string;
  sprache: string;
  felder: string[];
}

/** Who has changed one sentence is told so once, where it stands, and not in each of its translations. */
function wordAeltere(art: 'angebot' | 'seite', aeltere: readonly Aeltere[]): Fund[] {
  const gleiche = Map.groupBy(aeltere, ({ von, felder }) => [von, ...felder].join(' '));
  return [...gleiche.values()].map((gruppe): Fund => {
    const { von, felder } = gruppe[0]!;
    return {
      art,
      id: von,
      feld: felder[0] === 'text' ? '(text)' : parsePfad(felder[0]!),
      stufe: 'hinweis',
      meldung: `Der deutsche Text ist neuer als die Übersetzung (${felder.join(', ')}) in: ${gruppe.map(({ sprache }) => sprache).join(', ')}. Besucher sehen dort beides, mit einem Hinweis.`,
      tipp: `Bitte neu übersetzen. Hat sich der Sinn nicht geändert: npm run uebersetzungen -- bestaetigen ${von}`,
    };
  });
}

/** The German file has another name now, which its text tells; or it has gone, and its translations have to go as well. */
function tippOhneDeutsch(
  name: string,
  { fassung }: UebersetzungEintrag,
  quellen: ReadonlyMap<string, Quelle>,
): string {
  const { von, sprache } = teileName(name);
  const stand = Object.entries(fassung);
  const istSeine = (quelle: Quelle) => {
    const deutsch = textfelder(quelle);
    return stand.every(([feld, wert]) => fingerabdruck(deutsch.get(feld) ?? '') === wert);
  };
  const [jetzt] = stand.length > 0 ? ([...quellen].find(([, eine]) => istSeine(eine)) ?? []) : [];
  if (jetzt !== undefined)
    return `Der deutsche Text steht jetzt unter „${jetzt}“. Bitte diese Datei ebenso umbenennen, in „${jetzt}.${sprache}“ mit derselben Endung.`;
  const nahe = naechsterWert(von, quellen.keys());
  return `${nahe ? `Gehört sie zu „${nahe}“? Dann bitte in „${nahe}.${sprache}“ umbenennen, mit derselben Endung. ` : ''}Gibt es den deutschen Text nicht mehr, bitte auch diese Datei löschen.`;
}

function pruefeFelder(
  ort: Pick<Fund, 'art' | 'id'>,
  deutsch: ReadonlyMap<string, string>,
  { texte, fassung }: UebersetzungEintrag,
): { funde: Fund[]; veraltet: string[] } {
  const feldOf = (feld: string) => (feld === 'text' ? ('(text)' as const) : [feld]);
  const veraltet: string[] = [];
  const ohneFassung: string[] = [];
  const { sprache } = teileName(ort.id);
  const funde = Object.entries(texte).flatMap(([feld, text]): Fund[] => {
    const quelle = deutsch.get(feld);
    if (quelle === undefined)
      return [
        {
          ...ort,
          feld: feldOf(feld),
          stufe: 'warnung',
          meldung: `Zu „${feld}“ gibt es im deutschen Eintrag keinen Text; die Zeile wird nicht gezeigt.`,
          tipp: `${tippMeintenSie(feld, deutsch.keys())} Ist der deutsche Text weg, bitte auch diese Zeile löschen, hier und unter „fassung“.`,
        },
      ];
    if (sprache !== LEICHT && feld !== 'titel' && istWortgleich(text, quelle))
      return [
        {
          ...ort,
          feld: feldOf(feld),
          stufe: 'hinweis',
          meldung:
            'Das ist Wort für Wort der deutsche Text; als Übersetzung steht er ungekennzeichnet auf der Seite.',
          tipp: 'Bitte übersetzen oder löschen: Wo eine Übersetzung fehlt, zeigt das Portal den deutschen Text und kennzeichnet ihn.',
        },
      ];
    if (fassung[feld] === undefined) ohneFassung.push(feld);
    else if (fassung[feld] !== fingerabdruck(quelle)) veraltet.push(feld);
    const form = feld === 'text' ? 'markdown' : 'text';
    const fremd = fremdeAngabe(text, quelle, form);
    // What is outdated has to be translated anew anyway.
    const fehlt =
      fassung[feld] === fingerabdruck(quelle) ? fehlendeAngabe(text, quelle, form) : undefined;
    if (fremd === undefined && fehlt !== undefined)
      return [
        {
          ...ort,
          feld: feldOf(feld),
          stufe: 'hinweis',
          meldung: `Im deutschen Text steht „${kurz(fehlt)}“, in der Übersetzung nicht.`,
          tipp: 'Bitte prüfen, ob hier etwas verloren ging.',
        },
      ];
    if (fremd === undefined) return [];
    return [
      {
        ...ort,
        ...stelle([feld], text, Math.max(0, text.indexOf(fremd))),
        meldung: `Die Übersetzung nennt „${kurz(fremd)}“; im deutschen Text steht das nicht.`,
        tipp: 'Nummern, Adressen und Links müssen genau die des deutschen Textes sein. Bitte hier berichtigen oder weglassen.',
      },
    ];
  });
  if (ohneFassung.length > 0)
    funde.push({
      ...ort,
      feld: feldOf(ohneFassung[0]!),
      stufe: 'hinweis',
      meldung: `Es steht nicht da, aus welcher deutschen Fassung übersetzt wurde (${ohneFassung.join(', ')}). Solange gilt die Übersetzung als veraltet.`,
      tipp: `Passt sie zum jetzigen deutschen Text, bitte im Kopf ergänzen: fassung: { ${ohneFassung.map((feld) => `${/[[]/.test(feld) ? `"${feld}"` : feld}: "${fingerabdruck(deutsch.get(feld)!)}"`).join(', ')} }`,
    });
  for (const feld of Object.keys(fassung).filter((name) => !(name in texte)))
    funde.push({
      ...ort,
      feld: ['fassung', feld],
      stufe: 'hinweis',
      meldung: `Unter „fassung“ steht „${feld}“, übersetzt ist dieses Feld aber nicht.`,
      tipp: 'Bitte die Zeile löschen.',
    });
  return { funde, veraltet };
}

/** Names, and texts of a few words, may well be the same in two languages. */
const MIN_WORTE = 6;

function istWortgleich(text: string, quelle: string): boolean {
  const worte = (eines: string) => eines.match(/\p{L}+/gu) ?? [];
  const gelesene = worte(text);
  return gelesene.length >= MIN_WORTE && gelesene.join(' ') === worte(quelle).join(' ');
}

function kurz(angabe: string): string {
  return angabe.length > 60 ? `${angabe.slice(0, 60)}…` : angabe;
}
