import { visit } from 'unist-util-visit';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { sprachcodes } from '../../domain/portal.ts';
import { textfelder, type UebersetzungEintrag } from '../../domain/uebersetzung.ts';
import { lateinischeZiffern } from '../../domain/ziffern.ts';
import { parseMarkdown, parseMdx } from '../parse-markdown.ts';
import { zeilenVon } from '../text-auszug.ts';
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
  const ohneFassung: string[] = [];
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
    if (fassung[feld] === undefined) ohneFassung.push(feld);
    else if (fassung[feld] !== fingerabdruck(quelle)) veraltet.push(feld);
    const fremd = fremdeAngabe(text, quelle, feld === 'text');
    if (fremd === undefined) return [];
    const zitat = fremd.length > 60 ? `${fremd.slice(0, 60)}…` : fremd;
    return [
      {
        ...ort,
        ...stelle([feld], text, Math.max(0, text.indexOf(fremd))),
        meldung: `Die Übersetzung nennt „${zitat}“; im deutschen Text steht das nicht.`,
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

/** Digits that read as one number, whatever stands between them. */
const NUMMER = /\d(?:[^\p{L}\p{N}\n]{0,2}\d){2,}/gu;
/** Web and mail addresses; `St.Anna` is a missing space, no address. */
const ADRESSE =
  /(?<![\p{L}\d.+_-])(?:[\p{L}\d.+_-]{1,64}@[\p{L}\d.-]{1,100}|(?:[\p{L}\d-]{1,63}\.){1,6}(?!\p{Lu}\p{Ll})\p{L}{2,63})/gu;
/** A time or a span of times that stands by itself: `9.00-12.30`. */
const UHRZEIT =
  /(?<![\d.:/+-]|[\d/+-] )(?:[01]?\d|2[0-4])[.:][0-5]\d(?: ?[-–] ?(?:[01]?\d|2[0-4])[.:][0-5]\d)?(?!\d|[.:]\d|[ /-]{1,2}\d)/g;
/** A date in digits, whatever order its parts have. */
const DATUM = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

/** What a text says to call, to write to or to open. */
interface Angaben {
  /** As readers see it, in one script of digits and without invisible characters. */
  lesbar: string;
  adressen: string[];
  /** Targets of its links. */
  ziele: string[];
}

function angabenVon(text: string, markdown: boolean): Angaben {
  const mdx = /^<\/?[A-Z]/m.test(text);
  const lesbar = lateinischeZiffern(
    (markdown ? zeilenVon(text, mdx) : text).normalize('NFKC'),
  ).replace(/\p{Cf}/gu, '');
  return {
    lesbar,
    ziele: markdown ? linkziele(text, mdx) : [],
    adressen: [...lesbar.matchAll(ADRESSE)].map(([adresse]) => adresse.toLowerCase()),
  };
}

function linkziele(text: string, mdx: boolean): string[] {
  const ziele: string[] = [];
  try {
    visit(mdx ? parseMdx(text) : parseMarkdown(text), (node) => {
      if ('url' in node) ziele.push(node.url);
    });
  } catch {
    // A page that cannot be read is a finding of the rule `seiten`.
  }
  return ziele;
}

/** The first number, address or link target that stands in the translation only. */
function fremdeAngabe(text: string, deutsch: string, markdown: boolean): string | undefined {
  const hier = angabenVon(text, markdown);
  const dort = angabenVon(deutsch, markdown);
  const zahlen = new Set(dort.lesbar.match(/\d+/g));
  const nummern = new Set([...dort.lesbar.matchAll(NUMMER)].map(([nummer]) => waehlbar(nummer)));
  const steht = (nummer: string) => {
    const teile = nummer.match(/\d+/g) ?? [];
    if (DATUM.test(nummer))
      return teile.some((teil) => /^(19|20)\d\d$/.test(teil) && zahlen.has(teil));
    return nummern.has(waehlbar(nummer)) || teile.every((teil) => zahlen.has(teil));
  };
  const ohneZeiten = hier.lesbar.replace(UHRZEIT, (zeit) => 'x'.repeat(zeit.length));
  return (
    hier.ziele.find((ziel) => !dort.ziele.includes(ziel)) ??
    [...ohneZeiten.matchAll(NUMMER)].map(([nummer]) => nummer).find((nummer) => !steht(nummer)) ??
    hier.adressen.find((adresse) => !dort.adressen.includes(adresse))
  );
}

/** The digits of a number, the same with and without the country in front. */
function waehlbar(nummer: string): string {
  return nummer.replace(/\D/g, '').replace(/^(?:00)?49(?=\d{7})|^0/, '');
}
