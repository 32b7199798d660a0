/**
 * A list somebody puts together: offers by their short names, in an order, each with a note. It stands in the address, behind `#` so
 * that no server sees it: `#merk=nc73mk,2bc3df~montags%20um%2010`.
 */
import { anfangVon, decode, type FragmentFeld } from './fragment.ts';
import { isKurzcode } from './kurzcode.ts';

export interface Gemerktes {
  /** See `domain/kurzcode`. */
  code: string;
  /** What somebody wrote beside it; empty for nothing. */
  notiz: string;
  /** The note came with a link, and the reader has not written anything else. */
  ausLink?: boolean;
}

const FELD = 'merk' satisfies FragmentFeld;
/** Behind a note that came with a link, where a list is kept. */
const AUS_LINK = 'link';
export const MAX_NOTIZ = 200;
/** More does not fit into an address that messengers pass on whole. */
export const MAX_GEMERKT = 40;

/**
 * Reads the list from the part of an address behind `#`, among other fields. What is no entry is left out; an entry that comes
 * twice counts once.
 */
export function parseMerkliste(fragment: string): Gemerktes[] {
  const feld = fragment
    .replace(/^#/, '')
    .split('&')
    .find((teil) => teil.startsWith(`${FELD}=`));
  const liste = new Map<string, Gemerktes>();
  for (const eintrag of feld?.slice(FELD.length + 1).split(',') ?? []) {
    const [code = '', notiz = '', herkunft] = eintrag.split('~');
    if (isKurzcode(code) && !liste.has(code) && liste.size < MAX_GEMERKT)
      liste.set(code, {
        code,
        notiz: toNotiz(notiz),
        ...(herkunft === AUS_LINK && { ausLink: true }),
      });
  }
  return [...liste.values()];
}

/** {@link parseMerkliste} the other way round: the field without `#`; empty for an empty list. */
export function formatMerkliste(liste: readonly Gemerktes[]): string {
  return formatFeld(liste, eintragVon);
}

/** The same for the device and the tab: they keep which notes came with a link; no address can say that, whoever wrote it. */
export function formatGehaltene(liste: readonly Gemerktes[]): string {
  return formatFeld(liste, (eintrag) =>
    eintrag.notiz && eintrag.ausLink ? `${eintragVon(eintrag)}~${AUS_LINK}` : eintragVon(eintrag),
  );
}

function formatFeld(liste: readonly Gemerktes[], format: typeof eintragVon): string {
  return liste.length === 0 ? '' : `${FELD}=${liste.map(format).join(',')}`;
}

function eintragVon({ code, notiz }: Gemerktes): string {
  return notiz ? `${code}~${encodeURIComponent(notiz).replaceAll('~', '%7E')}` : code;
}

/**
 * A fragment with this list in place of the one it has; its other fields, and the name of a part of the page, stay.
 * @param fragment with or without `#`
 * @returns without `#`
 * @example mitMerkliste('#thema=arbeit', [{ code: 'nc73mk', notiz: '' }]) // 'thema=arbeit&merk=nc73mk'
 */
export function mitMerkliste(fragment: string, liste: readonly Gemerktes[]): string {
  const andere = fragment
    .replace(/^#/, '')
    .split('&')
    .filter((teil) => !teil.startsWith(`${FELD}=`));
  return [...andere, formatMerkliste(liste)].filter(Boolean).join('&');
}

/** Control characters and line breaks have no place in a note; joiners do, which Persian words and some signs consist of. */
function toNotiz(text: string): string {
  const notiz = decode(text)
    .replace(/(?:(?![\u200C-\u200F])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+/gu, ' ')
    .trim();
  return anfangVon(notiz, MAX_NOTIZ);
}
