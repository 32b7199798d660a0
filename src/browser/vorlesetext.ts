/** What is read aloud of a page: its text in order, in pieces of one language, as one would say it. */

export interface Stueck {
  text: string;
  lang: string;
  /** The paragraph it is from. */
  absatz: Element;
}

const ABSATZ = 'h1,h2,h3,h4,p,li,dt,dd,summary,address,blockquote,td,th';
const STUMM =
  'button,nav,script,style,noscript,template,[hidden],[aria-hidden=true],[data-vorlesen]';
/** Devices stop in the middle of what takes them longer than some seconds. */
const LAENGE = 180;
/** German phone numbers begin with 0 or +. */
const NUMMER = /(?:\+|(?<!\d)0)\d[\d\s()/-]{3,}\d/g;

/** @param wurzel the part of the page that is read */
export function stueckeVon(wurzel: Element): Stueck[] {
  const stuecke: Stueck[] = [];
  const walker = document.createTreeWalker(wurzel, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !istZuHoeren(element)) continue;
    const text = gesprochen(node.textContent ?? '', element.closest('a[href^="tel:"]') !== null);
    const absatz = element.closest(ABSATZ) ?? element;
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? '';
    const letztes = stuecke.at(-1);
    if (letztes && letztes.absatz === absatz && letztes.lang === lang) letztes.text += text;
    else stuecke.push({ text, lang, absatz });
  }
  return stuecke.flatMap((stueck) =>
    saetze(stueck.text, stueck.lang).map((text) => ({ ...stueck, text })),
  );
}

/** Neither hidden, nor for the hand only, nor in a box that is closed. */
function istZuHoeren(element: Element): boolean {
  if (element.closest(STUMM) || element.getClientRects().length === 0) return false;
  const zu = element.closest('details:not([open])');
  return !zu || element.closest('summary') !== null;
}

/**
 * @param istNummer true for the text of a link that calls: its digits one by one
 * @example gesprochen('Treff·punkt', false) // 'Treffpunkt'
 */
export function gesprochen(text: string, istNummer: boolean): string {
  const einzeln = (nummer: string) => [...nummer.replace(/[^+\d]/g, '')].join(' ');
  return text
    .replace(/[\u2066-\u2069\u00ad]/g, '')
    .replace(/(?<=\p{L})·(?=\p{L})/gu, '')
    .replaceAll('·', ',')
    .replace(istNummer ? /[+\d][\d\s()/-]*\d/g : NUMMER, (nummer) => ` ${einzeln(nummer)} `);
}

/** Sentences, long ones cut where one breathes. */
export function saetze(text: string, lang: string): string[] {
  const glatt = text.replace(/\s+/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(glatt)) return [];
  const ganze =
    'Segmenter' in Intl
      ? [
          ...new Intl.Segmenter([lang, 'de'].filter(Boolean), { granularity: 'sentence' }).segment(
            glatt,
          ),
        ].map(({ segment }) => segment)
      : (glatt.match(/[^.!?؟]+[.!?؟]*\s*/g) ?? [glatt]);
  return ganze.flatMap(teile).filter((satz) => /[\p{L}\p{N}]/u.test(satz));
}

function teile(satz: string): string[] {
  const rest = satz.trim();
  if (rest.length <= LAENGE) return [rest];
  const anfang = rest.slice(0, LAENGE);
  const komma = Math.max(...[', ', '; ', ': ', '، '].map((zeichen) => anfang.lastIndexOf(zeichen)));
  const at = komma > 0 ? komma + 1 : anfang.lastIndexOf(' ');
  const ende = at > 0 ? at : LAENGE;
  return [rest.slice(0, ende).trim(), ...teile(rest.slice(ende))];
}
