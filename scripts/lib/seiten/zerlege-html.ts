/**
 * Splits HTML into tags, and is fast where it is written as plainly as ours: names and values in double quotes, nothing left out. Such
 * HTML can be read in one way only. Everything else is for the tokenizer of the HTML standard, which takes ten times as long.
 */

export interface Marke {
  /** In small letters, as those of attributes. */
  tagName: string;
  attrs: readonly { name: string; value: string }[];
  selfClosing: boolean;
}

type Tag = { auf: Marke } | { zu: string };
export type Stueck = Tag | { text: string };

const DOCTYPE = /^<!doctype html>/i;
const TAG =
  /<(?:\/([a-z][a-z0-9]*)|([a-z][a-z0-9]*(?:-[a-z0-9]+)*)((?:[ \t\n\f]+[a-z][a-z0-9:_-]*(?:="[^"\0\r]*")?)*)[ \t\n\f]*(\/?))>/iy;
const ATTRIBUT = /[ \t\n\f]+([a-z][a-z0-9:_-]*)(?:="([^"]*)")?/gi;
/** All that our writers escape with. */
const VERWEIS = /&(?:(amp|lt|gt|quot)|#(34|38|39|60|62)|#x(22|26|27|3[ce]));/gi;
const ZEICHEN: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Tags by how they are written: most stand on all pages of a language. Each keeps the text of its page in memory, so they are few. */
const bekannte = new Map<string, Tag>();
const MERKE_HOECHSTENS = 2000;

/**
 * Elements whose content is text and no markup, as browsers read them.
 * @param svg whether it stands within a drawing
 */
export function isRohtext(tagName: string, svg: boolean): boolean {
  return tagName === 'script' || tagName === 'noscript' || (tagName === 'title' && !svg);
}

/**
 * @returns tags in their order, and the texts of elements that {@link isRohtext} names, references resolved; undefined where it is not
 *   plain enough for this function
 */
export function zerlegeHtml(html: string): Stueck[] | undefined {
  const stuecke: Stueck[] = [];
  let stelle = DOCTYPE.exec(html)?.[0].length ?? 0;
  let svg = 0;
  while ((stelle = html.indexOf('<', stelle)) !== -1) {
    const tag = tagAn(html, stelle);
    if (!tag) return undefined;
    stuecke.push(tag.tag);
    stelle = tag.ende;
    if ('zu' in tag.tag) {
      if (tag.tag.zu === 'svg' && svg > 0) svg--;
      continue;
    }
    const marke = tag.tag.auf;
    if (marke.tagName === 'svg' && !marke.selfClosing) svg++;
    if (!isRohtext(marke.tagName, svg > 0)) continue;
    const ende = html.indexOf(`</${marke.tagName}>`, stelle);
    const roh = ende === -1 ? '' : html.slice(stelle, ende);
    // Browsers know more ways in and out of such elements than their end tag.
    if (ende === -1 || /[\0\r]|<!--|<\/?(script|title|noscript)/i.test(roh)) return undefined;
    const text = marke.tagName === 'title' ? aufgeloest(roh) : roh;
    if (text === undefined) return undefined;
    stuecke.push({ text });
    stelle = ende;
  }
  return stuecke;
}

/** The tag that begins there, and where it ends. */
function tagAn(html: string, stelle: number): { tag: Tag; ende: number } | undefined {
  const bisKlammer = html.slice(stelle, html.indexOf('>', stelle) + 1);
  const bekannt = bekannte.get(bisKlammer);
  if (bekannt) return { tag: bekannt, ende: stelle + bisKlammer.length };
  TAG.lastIndex = stelle;
  const treffer = TAG.exec(html);
  if (!treffer) return undefined;
  const [ganz, zu] = treffer;
  const tag = zu === undefined ? toMarke(treffer) : { zu: zu.toLowerCase() };
  if (!tag) return undefined;
  if (bekannte.size >= MERKE_HOECHSTENS) bekannte.clear();
  // Where a value holds „>“, what was looked up above is no whole tag.
  if (ganz === bisKlammer) bekannte.set(ganz, tag);
  return { tag, ende: stelle + ganz.length };
}

function toMarke([, , name = '', attribute = '', ende]: RegExpExecArray): Tag | undefined {
  const attrs: { name: string; value: string }[] = [];
  for (const [, attribut = '', roh = ''] of attribute.matchAll(ATTRIBUT)) {
    const value = aufgeloest(roh);
    const klein = attribut.toLowerCase();
    if (value === undefined || attrs.some((anderes) => anderes.name === klein)) return undefined;
    attrs.push({ name: klein, value });
  }
  return { auf: { tagName: name.toLowerCase(), attrs, selfClosing: ende === '/' } };
}

/** The text without references; undefined where one is none of ours. */
function aufgeloest(text: string): string | undefined {
  if (!text.includes('&')) return text;
  if (text.replace(VERWEIS, '').includes('&')) return undefined;
  return text.replace(VERWEIS, (_, name?: string, dezimal?: string, hex?: string) =>
    name
      ? ZEICHEN[name.toLowerCase()]!
      : String.fromCodePoint(dezimal ? Number(dezimal) : parseInt(hex!, 16)),
  );
}
