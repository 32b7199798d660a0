import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { sprachcodes } from '../../domain/portal.ts';
import { textfelder, type UebersetzungEintrag } from '../../domain/uebersetzung.ts';
import { lateinischeZiffern } from '../../domain/ziffern.ts';
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
  const alle = eintraege.uebersetzungen[art === 'angebot' ? 'angebote' : 'seiten'];
  return [...alle].flatMap(([name, uebersetzung]): Fund[] => {
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
          tipp: tippMeintenSie(von, quellen.keys()),
        },
      ];
    }
    const funde = pruefeFelder(ort, textfelder(quelle), uebersetzung);
    if (!sprachen.includes(sprache))
      funde.push({
        ...ort,
        feld: '(dateiname)',
        stufe: 'hinweis',
        meldung: `Die Sprache „${sprache}“ steht nicht unter „sprachen“ in portal.yaml; diese Übersetzung sieht niemand.`,
        tipp: tippMeintenSie(sprache, sprachen),
      });
    return funde;
  });
}

function pruefeFelder(
  ort: Pick<Fund, 'art' | 'id'>,
  deutsch: ReadonlyMap<string, string>,
  { texte, fassung }: UebersetzungEintrag,
): Fund[] {
  const feldOf = (feld: string) => (feld === 'text' ? ('(text)' as const) : [feld]);
  const veraltet: string[] = [];
  const funde = Object.entries(texte).flatMap(([feld, text]): Fund[] => {
    const quelle = deutsch.get(feld);
    if (quelle === undefined)
      return [
        {
          ...ort,
          feld: feldOf(feld),
          meldung: `Zu „${feld}“ gibt es im deutschen Eintrag keinen Text.`,
          tipp: tippMeintenSie(feld, deutsch.keys()),
        },
      ];
    if (fassung[feld] !== fingerabdruck(quelle)) veraltet.push(feld);
    const fremd = fremdeAngabe(text, quelle);
    return fremd === undefined
      ? []
      : [
          {
            ...ort,
            ...stelle([feld], text, fremd.index),
            meldung: `Die Übersetzung nennt „${fremd.text}“; im deutschen Text steht das nicht.`,
            tipp: 'Nummern und Adressen müssen genau die des deutschen Textes sein. Bitte hier berichtigen oder weglassen.',
          },
        ];
  });
  if (veraltet.length > 0)
    funde.push({
      ...ort,
      feld: feldOf(veraltet[0]!),
      stufe: 'hinweis',
      meldung: `Der deutsche Text ist neuer als die Übersetzung (${veraltet.join(', ')}). Besucher sehen beides, mit einem Hinweis.`,
      tipp: `Bitte neu übersetzen. Hat sich der Sinn nicht geändert: npm run uebersetzungen -- bestaetigen ${teileName(ort.id).von}`,
    });
  for (const feld of Object.keys(fassung).filter((name) => !(name in texte)))
    funde.push({
      ...ort,
      feld: ['fassung', feld],
      stufe: 'hinweis',
      meldung: `Unter „fassung“ steht „${feld}“, übersetzt ist dieses Feld aber nicht.`,
      tipp: 'Bitte die Zeile löschen.',
    });
  return funde;
}

/** Numbers long enough to be dialled, web and mail addresses (`St.Anna` is a missing space, no address). */
const NUMMER = /(?<![\p{L}\d])\+?\d(?:[ \u00a0/().-]{0,2}\d){3,}/gu;
const ADRESSE =
  /(?<![\p{L}\d.+_-])(?:[\p{L}\d.+_-]{1,64}@[\p{L}\d.-]{1,100}|(?:[\p{L}\d-]{1,63}\.){1,6}(?!\p{Lu}\p{Ll})\p{L}{2,63}(?:\/[^\s)\]>]{0,200})?)/gu;
/** A time or a span of times that stands by itself: `9.00-12.30`. */
const UHRZEIT =
  /(?<![\d.:/+-]|[\d/+-] )(?:[01]?\d|2[0-4])[.:][0-5]\d(?: ?[-–] ?(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?![\d.:]|[ /-]{1,2}\d)/g;

/** A date in digits, whatever order its parts have. */
const DATUM = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

/** The first number or address that stands in the translation only. */
function fremdeAngabe(text: string, deutsch: string): { text: string; index: number } | undefined {
  const hier = lateinischeZiffern(text)
    .normalize('NFKC')
    .replace(UHRZEIT, (zeit) => ' '.repeat(zeit.length));
  const dort = lateinischeZiffern(deutsch).normalize('NFKC');
  const ziffern = dort.replace(/\D/g, '');
  const nummern = new Set([...dort.matchAll(NUMMER)].map(([nummer]) => waehlbar(nummer)));
  const steht = (nummer: string) =>
    // What is long enough to reach somebody must be that number, not a part of it.
    waehlbar(nummer).length >= 6 && !DATUM.test(nummer)
      ? nummern.has(waehlbar(nummer))
      : ziffern.includes(nummer.replace(/\D/g, ''));
  const nummer = [...hier.matchAll(NUMMER)].find(([fund]) => !steht(fund));
  const adresse = [...hier.matchAll(ADRESSE)].find(
    ([fund]) => !dort.toLowerCase().includes(fund.toLowerCase()),
  );
  const fund = nummer ?? adresse;
  return fund && { text: fund[0].trim(), index: fund.index };
}

/** The digits of a number, the same with and without the country in front. */
function waehlbar(nummer: string): string {
  return nummer.replace(/\D/g, '').replace(/^(?:00)?49(?=\d{7})|^0/, '');
}
