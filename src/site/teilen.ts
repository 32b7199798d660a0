/** What somebody passes on of an offer. It leaves the device only when they tap and send. */
import type { Angebot } from '../domain/angebot.ts';
import { kurzcode } from '../domain/kurzcode.ts';
import { richtung } from '../i18n/sprachen.ts';
import { kurzVon, titelVon } from './angebot-karte.ts';
import { formatTelefon } from './kontakt.ts';
import { type Beschriftung, isoliert, type Kontext } from './kontext.ts';
import { leichter, mailto } from './mailto.ts';
import { absolut } from './pfade.ts';

export interface Teilen {
  /** The short address in the page's language. */
  adresse: string;
  /** The same in pieces, to read it out: protocol, server, each folder, the code in two halves. */
  vorlesen: { protokoll: string; ort: string[]; code: [string, string] };
  /** Address of its QR code. */
  qr: string;
  /** For the device's own menu of apps; the address comes beside it. */
  titel: string;
  text: string;
  /** Links that open a message which is already written, without a recipient. */
  wege: Record<'sms' | 'email' | 'whatsapp' | 'telegram', string>;
  /** Whoever reads along on a device may be dangerous: the message names nothing but numbers. */
  schutz: boolean;
}

/** Of an offer with `schnellVerlassen`, only phone number and short address are passed on, under the name of the portal. */
export function toTeilen(kontext: Kontext, angebot: Angebot): Teilen {
  const { katalog, pfade } = kontext;
  const schutz = angebot.schnellVerlassen;
  const adresse = absolut(katalog.portal, pfade.kurz(angebot.id));
  const telefon = telefonzeile(kontext, angebot);
  const name = schutz ? [] : namen(kontext, angebot);
  // A text message costs by its length, and with Arabic letters 70 of them are one.
  const kurz = [...name, ...telefon];
  const lang = schutz ? kurz : [...name, kurzVon(kontext, angebot).text, ...telefon];
  // Alone on the last line: what stands beside an address, visible or not, is taken for a part of it.
  const mitAdresse = (zeilen: string[]) => [...zeilen, adresse].join('\n');
  const titel = schutz ? katalog.portal.name : titelVon(kontext, angebot).text;
  const text = lang.join('\n');
  return {
    adresse,
    vorlesen: zumVorlesen(adresse, kurzcode(angebot.id)),
    qr: pfade.qr(angebot.id),
    titel,
    text,
    wege: {
      // `?&`: Android wants the first, the iPhone the second.
      sms: `sms:?&body=${encode(mitAdresse(kurz))}`,
      email: mailto('', { betreff: titel, text: mitAdresse(lang) }),
      whatsapp: `https://wa.me/?text=${encode(mitAdresse(lang))}`,
      telegram: `https://t.me/share/url?url=${encode(adresse)}&text=${encode(text)}`,
    },
    schutz,
  };
}

function encode(text: string): string {
  return leichter(encodeURIComponent(text));
}

/** The name in the reader's language, and what stands on the door. */
function namen(kontext: Kontext, angebot: Angebot): string[] {
  const titel = titelVon(kontext, angebot);
  const hier = zeile(kontext, titel);
  return titel.text === angebot.titel
    ? [hier]
    : [hier, zeile(kontext, { text: angebot.titel, lang: 'de' })];
}

function telefonzeile(kontext: Kontext, { kontakt: { telefon } }: Angebot): string[] {
  if (!telefon) return [];
  // In a line that runs from right to left, the groups of a number would change places.
  const nummer = zeile(kontext, { text: formatTelefon(telefon), lang: 'de' });
  return [kontext.t('teilen.telefon', { nummer })];
}

/** A message has no markup: what is not of its language is isolated where lines run the other way. */
function zeile({ sprache }: Kontext, { text, lang }: Beschriftung): string {
  return lang && richtung(sprache) === 'rtl' ? isoliert(text) : text;
}

function zumVorlesen(adresse: string, code: string): Teilen['vorlesen'] {
  const [protokoll = ''] = /^https?:\/\//.exec(adresse) ?? [];
  const mitte = code.length / 2;
  return {
    protokoll,
    ort: adresse.slice(protokoll.length, adresse.lastIndexOf(code)).split(/(?<=\/)/),
    code: [code.slice(0, mitte), code.slice(mitte)],
  };
}
