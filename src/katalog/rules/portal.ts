import { sprachcodes } from '../../domain/portal.ts';
import { tippMeintenSie } from '../../domain/naechster-wert.ts';
import { tippSprachkuerzel } from '../../domain/sprache.ts';
import { OBERFLAECHEN_SPRACHEN, sprachName } from '../../i18n/sprachen.ts';
import { texteDer } from '../../i18n/texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Pages every portal must have by law or for its readers. */
const PFLICHTSEITEN = ['impressum', 'datenschutz', 'barrierefreiheit'];

/** The portal as a whole: languages that exist, pages that must be there, nothing provisional in public. */
export const portal: Regel = {
  name: 'portal',
  zweck: 'A portal without Impressum, or with an invented address, must not go online.',
  pruefe({ eintraege }) {
    const { portal: werte, seiten, texte, vokabular } = eintraege;
    const funde: Fund[] = [];
    for (const [i, code] of sprachcodes(werte).entries()) {
      const fehlend = fehlendeTexte(code);
      if (OBERFLAECHEN_SPRACHEN.includes(code) && fehlend.length > 0)
        funde.push({
          art: 'portal',
          id: 'portal',
          feld: ['sprachen', i],
          meldung: `In der Sprache „${code}“ fehlen Texte der Oberfläche: ${fehlend.slice(0, 10).join(', ')}${fehlend.length > 10 ? ` und ${fehlend.length - 10} weitere` : ''}.`,
          tipp: `Bitte in src/i18n/${code}.json ergänzen; docs/neue-sprache.md sagt, wie.`,
        });
      if (OBERFLAECHEN_SPRACHEN.includes(code)) continue;
      funde.push({
        art: 'portal',
        id: 'portal',
        feld: ['sprachen', i],
        meldung: `Für die Sprache „${code}“ gibt es noch keine Texte der Oberfläche.`,
        tipp: tippSprachkuerzel(code, OBERFLAECHEN_SPRACHEN),
      });
    }
    if (!werte.probebetrieb) {
      for (const id of PFLICHTSEITEN.filter((seite) => !seiten.has(seite))) {
        funde.push({
          art: 'portal',
          id: 'portal',
          feld: ['probebetrieb'],
          meldung: `Die Seite „seiten/${id}.md“ fehlt; ohne sie darf das Portal nicht online gehen.`,
          tipp: 'Bitte die Seite anlegen oder vorerst „probebetrieb: ja“ setzen.',
        });
      }
      if (/\.(example|test|invalid)$/.test(new URL(werte.url).hostname)) {
        funde.push({
          art: 'portal',
          id: 'portal',
          feld: ['url'],
          meldung: `„${werte.url}“ ist ein Platzhalter.`,
          tipp: 'Bitte die echte Adresse des Portals eintragen.',
        });
      }
    }
    for (const [code, { bezeichnung }] of vokabular.sprachen) {
      if (bezeichnung || sprachName(code, 'de') !== code) continue;
      funde.push({
        art: 'vokabular',
        id: 'sprachen',
        feld: [code],
        meldung: `Zum Kürzel „${code}“ ist kein Name bekannt.`,
        tipp: 'Bitte das Kürzel prüfen oder „bezeichnung“ ergänzen.',
      });
    }
    for (const [sprache, eigene] of texte) funde.push(...pruefeTexte(sprache, eigene));
    return funde;
  },
};

const stamm = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

/** Texts that German has and a language lacks: on a page, one of them would be an error. */
function fehlendeTexte(sprache: string): string[] {
  const da = new Set(Object.keys(texteDer(sprache)).map(stamm));
  return [...new Set(Object.keys(texteDer('de')).map(stamm))].filter((key) => !da.has(key));
}

/** Whoever has more has taken the wrong file; looking for what each can have meant takes its time. */
const MAX_UNBEKANNTE = 100;

/** A Kreis's own wording: of texts that exist, with the values that the pages have for them. */
function pruefeTexte(sprache: string, eigene: Readonly<Record<string, string>>): Fund[] {
  const ort = { art: 'texte', id: sprache } as const;
  if (!OBERFLAECHEN_SPRACHEN.includes(sprache)) {
    return [
      {
        ...ort,
        feld: '(dateiname)',
        meldung: `Eine Oberfläche in der Sprache „${sprache}“ gibt es nicht.`,
        tipp: tippSprachkuerzel(sprache, OBERFLAECHEN_SPRACHEN),
      },
    ];
  }
  const platzhalter = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);
  const texte = texteDer(sprache);
  const bekannte = Object.keys(texte);
  const unbekannte = Object.keys(eigene).filter((key) => !Object.hasOwn(texte, key));
  const funde = unbekannte.slice(0, MAX_UNBEKANNTE).map((key): Fund => ({
    ...ort,
    feld: [key],
    meldung: `Einen Oberflächentext „${key}“ gibt es nicht.`,
    tipp: tippMeintenSie(
      key,
      bekannte,
      'Bitte den Schlüssel in src/i18n/de.json nachsehen oder die Zeile löschen.',
    ),
  }));
  const fremde = Object.entries(eigene).flatMap(([key, text]): Fund[] => {
    const vorgabe = Object.hasOwn(texte, key) ? texte[key]! : undefined;
    if (vorgabe === undefined) return [];
    const fremd = platzhalter(text).find((wert) => !platzhalter(vorgabe).includes(wert));
    return fremd
      ? [
          {
            ...ort,
            feld: [key],
            meldung: `Den Wert ${fremd} kennt dieser Text nicht.`,
            tipp: `Der Text lautet sonst: ${vorgabe}`,
          },
        ]
      : [];
  });
  return [...funde, ...fremde];
}
