/** From cells as people fill them to values of fields. What would be a guess is refused, or left out with a remark. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { istZusammengesetzt, readZelle } from '../../../src/daten/tabelle.ts';
import { deutschesDatum, isDatum, plusTage } from '../../../src/domain/datum.ts';
import { telefon } from '../../../src/domain/felder.ts';
import type { Baum } from '../../../src/katalog/read-yaml.ts';
import { findeAlle, unbekannt, unbekannteSprache, type Verzeichnisse } from './vokabeln.ts';
import { readZeiten } from './zeiten.ts';

/** A cell cannot be used; the message is a German sentence. */
export class Ablehnung extends Error {}

export interface Deutung {
  wert: Baum;
  /** What was left out or changed, in German. */
  bemerkung?: string;
  /** What found no field and goes into the text of the offer. */
  text?: string;
}

/**
 * The value of a field.
 * @param ziel field, or a part of one (`ort.plz`)
 * @param werte what the table means by its own words for this field
 * @throws Ablehnung
 */
export function deute(
  ziel: string,
  zelle: string,
  verzeichnisse: Verzeichnisse,
  werte: Readonly<Record<string, string>> = {},
): Deutung {
  const eigene = new Map(Object.entries(werte));
  const roh = eigene.get(zelle.trim()) ?? zelle.trim();
  // Our own way of writing a field, which may hold more than anybody else's.
  if (istZusammengesetzt(ziel) && /^[[{]/.test(roh)) return eigeneForm(ziel, roh);
  const { text, bemerkung } = ohneHtml(roh, ziel);
  const knapp = ziel === 'text' ? text : text.replace(/[ \t\u00a0]+/g, ' ');
  const deutung = lies(ziel, knapp, verzeichnisse, eigene);
  const bemerkungen = [bemerkung, deutung.bemerkung].filter(Boolean).join(' ');
  return { ...deutung, ...(bemerkungen && { bemerkung: bemerkungen }) };
}

function lies(
  ziel: string,
  text: string,
  verzeichnisse: Verzeichnisse,
  eigene: ReadonlyMap<string, string>,
): Deutung {
  const zeile = text.replace(/\s+/g, ' ');
  const finde = (wort: string) => {
    const gemeint = eigene.get(wort) ?? wort;
    return verzeichnisse[ziel]!.finde(gemeint);
  };
  switch (ziel) {
    case 'angebotsart':
    case 'termin':
    case 'status':
    case 'kinderbetreuung':
    case 'gebaerdensprache':
    case 'ort.kommune':
      return { wert: finde(zeile) ?? lehneAb(unbekannt(zeile, verzeichnisse[ziel]!)) };
    case 'thema':
    case 'zielgruppen':
    case 'einzugsgebiet':
    case 'kanal':
    case 'schutz': {
      const gefunden = findeAlle(text, { finde });
      const fremd = gefunden.unbekannt[0];
      if (fremd !== undefined) lehneAb(unbekannt(fremd, verzeichnisse[ziel]!));
      return { wert: gefunden.ids };
    }
    case 'unterlagen':
    case 'schritte': {
      const bausteine = readZelle(ziel, text) as Baum[];
      return {
        wert: bausteine.map((baustein) => {
          const wort =
            typeof baustein === 'string' ? baustein : (baustein as { text: string }).text;
          return finde(wort) ?? baustein;
        }),
      };
    }
    case 'sprachen':
      return { wert: liesSprachen(text, finde, verzeichnisse) };
    case 'telefon':
      return liesTelefon(text);
    case 'email':
      return liesEmail(text);
    case 'web':
      return liesWeb(text);
    case 'zeiten':
      return liesZeiten(text);
    case 'kosten':
      return liesKosten(zeile, finde);
    case 'geprueft_am':
    case 'gueltig_bis':
    case 'kurs.start':
    case 'kurs.ende':
    case 'kurs.stand':
    case 'hinweis.bis':
      return { wert: liesDatum(zeile) };
    case 'kurs':
    case 'termine':
      return eigeneForm(ziel, mitIsoDaten(text));
    case 'text':
    case 'hinweis.text':
      return { wert: text };
    case 'orte':
      return eigeneForm(
        ziel,
        text.includes('\n') && !/\n.*\n|[,;]/.test(text) ? text.replace('\n', ', ') : text,
      );
    case 'ort.plz':
      return { wert: zeile.replace(/^D\s?-\s?/i, '') };
    case 'ort.lat':
    case 'ort.lon':
    case 'kosten.betrag':
      return { wert: zeile.replace(/^(-?\d+),(\d+)$/, '$1.$2').replace(/\s*(€|Euro|EUR)$/i, '') };
    case 'ort.rollstuhl':
    case 'ort.wc':
    case 'ort.aufzug':
    case 'ort.parkplatz':
    case 'ort.induktion':
    case 'ort.ruhig':
      return { wert: verzeichnisse['gebaerdensprache']!.finde(zeile) ?? zeile.toLowerCase() };
    default:
      return istZusammengesetzt(ziel) ? eigeneForm(ziel, text) : { wert: zeile };
  }
}

function lehneAb(grund: string): never {
  throw new Ablehnung(grund);
}

function eigeneForm(ziel: string, text: string): Deutung {
  const wert = readZelle(ziel, text);
  return wert === undefined
    ? lehneAb(
        `„${kurz(text)}“ ist nicht so geschrieben, wie dieses Feld es braucht. ${BEISPIEL[ziel] ?? 'Wie das aussieht, zeigt eine ausgegebene Tabelle (npm run ausgeben).'}`,
      )
    : { wert };
}

const BEISPIEL: Readonly<Record<string, string>> = {
  alter: 'Bitte „12–18“, „ab 12“ oder „bis 18“ schreiben.',
  deutschniveau: 'Bitte „A1–B1“, „ab A1“ oder „bis B1“ schreiben.',
  orte: 'Bitte „Name des Hauses, Straße 1, 12345 Ort“ schreiben.',
};

function kurz(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const HTML = /<\/?[a-z][a-z0-9]*(\s[^>]{0,500})?\/?>|&(nbsp|amp|lt|gt|quot|#\d+|[aou]uml|szlig);/i;

/** What a browser would show of a cell out of a web page. */
function ohneHtml(text: string, ziel: string): { text: string; bemerkung?: string } {
  if (ziel === 'web' || !HTML.test(text)) return { text };
  const zeilen = nurText(parseFragment(text)).split('\n');
  const rein = zeilen.map((zeile) => zeile.replace(/[ \u00a0\t]+/g, ' ').trim()).join('\n');
  return {
    text: rein.replace(/\n{3,}/g, '\n\n').trim(),
    bemerkung: 'HTML wurde entfernt, der Text blieb.',
  };
}

function nurText(knoten: DefaultTreeAdapterTypes.ParentNode): string {
  return knoten.childNodes
    .map((kind) => {
      if (kind.nodeName === '#text') return (kind as DefaultTreeAdapterTypes.TextNode).value;
      if (!('childNodes' in kind) || ['script', 'style'].includes(kind.nodeName)) return '';
      const innen = nurText(kind);
      if (kind.nodeName === 'br') return '\n';
      if (kind.nodeName === 'li') return `\n- ${innen.trim()}`;
      return ['p', 'div', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3'].includes(kind.nodeName)
        ? `\n\n${innen}\n\n`
        : innen;
    })
    .join('');
}

/** `2026-03-01` out of „1.3.2026“, „01.03.26“, a point of time, or the number by which spreadsheets count days. */
function liesDatum(text: string): string {
  const [, tag, monat, jahr] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})$/.exec(text) ?? [];
  if (tag) return deutschesDatum(`${tag}.${monat}.20${jahr}`) ?? text;
  const [ohneZeit = text] = /^\d{4}-\d\d-\d\d(?=[T ]\d\d:\d\d)/.exec(text) ?? [];
  if (isDatum(ohneZeit)) return ohneZeit;
  if (/^[3-6]\d{4}$/.test(text)) return plusTage('1899-12-30', Number(text));
  return deutschesDatum(text) ?? text;
}

function mitIsoDaten(text: string): string {
  return text.replace(
    /\b\d{1,2}\.\d{1,2}\.\d{4}\b( (?=\d\d:\d\d))?/g,
    (datum, zeit: string | undefined) =>
      (deutschesDatum(datum.trim()) ?? datum.trim()) + (zeit ? 'T' : ''),
  );
}

/** Something that is written like a number. */
const NUMMER = /(?:\+|\(?0)[\d\u00a0 ()./–-]{4,40}\d|\b116 ?\d{3}\b/g;

/** The first number that is no fax; what else stands there is only told, for it may be a person's own. */
function liesTelefon(text: string): Deutung {
  const istNummer = (wert: string) => telefon().safeParse(wert).success;
  if (istNummer(text)) return { wert: text };
  const stuecke = text
    .split(/[,;|\n]|\s+(?:oder|und|od\.|u\.)\s+|\s\/\s|(?=\b(?:tele)?fax\b)|(?=\bmobil\b)/i)
    .map((stueck) => stueck.trim())
    .filter(Boolean);
  const nummern = stuecke
    .filter((stueck) => !/fax/i.test(stueck))
    .flatMap((stueck) => stueck.match(NUMMER) ?? [])
    .map((nummer) => nummer.replace(/[\s(./–-]+$/, ''));
  const erste = nummern.find(istNummer);
  // Without one that is surely right, the schema says what is wrong with the cell.
  if (erste === undefined || erste !== nummern[0]) return { wert: text.replace(/\s+/g, ' ') };
  const rest = text
    .replace(erste, '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:[\s,;/]|(?:oder|und)\s)+|[\s,;/]+$/g, '');
  return {
    wert: erste,
    ...(!/^(tel(efon)?\.?:?)?$/i.test(rest) && {
      bemerkung: `Aus „${kurz(text.replace(/\s+/g, ' '))}“ wurde die erste Nummer übernommen, nicht: „${kurz(rest)}“.`,
    }),
  };
}

function liesEine(text: string, muster: RegExp, was: string): Deutung {
  const alle = text.match(muster) ?? [];
  const [erste] = alle;
  if (erste === undefined) return { wert: text.replace(/\s+/g, ' ') };
  return {
    wert: erste,
    ...(alle.length > 1 && {
      bemerkung: `Nur die erste ${was} wurde übernommen, nicht: ${alle.slice(1).join(', ')}.`,
    }),
  };
}

/** Of `info buero@verein.de`, the part behind the space may be the address of somebody else: all of it is left to be refused. */
function liesEmail(text: string): Deutung {
  const ohne = text.replace(/mailto:|\be-?mail:?[ \t]+/gi, '');
  return /^[^@]*[^\s:<(,;|][ \t]+[^\s<>(),;|]+@/.test(ohne)
    ? { wert: ohne.replace(/\s+/g, ' ') }
    : liesEine(ohne, /[^\s<>(),;|]+@[^\s<>(),;|]+/g, 'E-Mail-Adresse');
}

function liesWeb(text: string): Deutung {
  const { wert, bemerkung } = liesEine(
    text.replace(/\b(https?):\/\/(?=https?:\/\/)/gi, ''),
    /https?:\/\/\S+|\bwww\.\S+|^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/gi,
    'Webadresse',
  );
  const adresse = String(wert).replace(String(wert).includes('(') ? /[,;]+$/ : /[,;)]+$/, '');
  if (/^https?:/i.test(adresse) || /\s/.test(adresse) || !adresse.includes('.'))
    return { wert: adresse, ...(bemerkung && { bemerkung }) };
  return {
    wert: `https://${adresse}`,
    bemerkung: [bemerkung, '„https://“ wurde vor die Webadresse gesetzt; bitte einmal öffnen.']
      .filter(Boolean)
      .join(' '),
  };
}

/** A line as the portal writes it itself. */
const EIGENE_ZEIT =
  /^(?:mo|di|mi|do|fr|sa|so)(?:(?:–|, )(?:mo|di|mi|do|fr|sa|so))*(?: (?:ab )?\d\d:\d\d(?:–\d\d:\d\d)?)?(?: \(.*\))?$/;

function liesZeiten(text: string): Deutung {
  const eigene = text.split('\n').some((zeile) => EIGENE_ZEIT.test(zeile.trim()));
  const gelesen = eigene ? readZelle('zeiten', text) : undefined;
  if (gelesen !== undefined) return { wert: gelesen };
  const zeiten = readZeiten(text);
  if (zeiten) return { wert: zeiten };
  const satz = text.replace(/\s*\n\s*/g, '; ').replace(/\s+/g, ' ');
  const bemerkung = `Die Zeiten „${kurz(satz)}“ sind nicht eindeutig und`;
  return satz.length <= 200
    ? {
        wert: [{ hinweis: satz }],
        bemerkung: `${bemerkung} stehen nun wörtlich als Hinweis bei den Zeiten.`,
      }
    : { wert: '', text: `Zeiten: ${satz}`, bemerkung: `${bemerkung} stehen nun wörtlich im Text.` };
}

function liesKosten(text: string, finde: (wort: string) => string | undefined): Deutung {
  const art = finde(text);
  if (art !== undefined) return { wert: art };
  const euro = text
    .replace(/^(?:€|EUR)\s*(\d+(?:[.,]\d{1,2})?)/i, '$1 Euro')
    .replace(/(\d)(?:,-+)?\s*(?:€|EUR\b|Euro\b)/i, '$1 Euro');
  const wert = readZelle('kosten', euro);
  if (wert !== undefined) return { wert };
  if (text.length > 200)
    return {
      wert: '',
      text: `Kosten: ${text}`,
      bemerkung: 'Die Kosten stehen nun wörtlich im Text.',
    };
  return {
    wert: { hinweis: text },
    bemerkung: `Die Kosten „${kurz(text)}“ stehen nun wörtlich als Hinweis bei den Kosten.`,
  };
}

function liesSprachen(
  text: string,
  finde: (wort: string) => string | undefined,
  verzeichnisse: Verzeichnisse,
): Baum {
  const ohneKlammer = (wort: string) => wort.replace(/\s*\(.*\)$/s, '');
  const stuecke = text.split(/[,;/\n|](?![^(]*\))|\s+(?:und|u\.|&)\s+(?![^(]*\))/);
  return stuecke
    .map((stueck) => stueck.trim())
    .filter(Boolean)
    .map((stueck) => {
      const code =
        finde(ohneKlammer(stueck)) ??
        lehneAb(unbekannteSprache(ohneKlammer(stueck), verzeichnisse['sprachen']!));
      const klammer = /\((.*)\)$/s.exec(stueck)?.[1];
      if (klammer === undefined) return code;
      if (/^(mit )?dolmetsch(er|erin|en|ung)?$/i.test(klammer)) return { code, art: 'dolmetschen' };
      const [eigene] = (readZelle('sprachen', `${code} (${klammer})`) as Baum[] | undefined) ?? [];
      return eigene ?? { code, hinweis: klammer };
    });
}
