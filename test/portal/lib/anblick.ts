/** What somebody sees who needs a page otherwise than it was drawn: narrow, enlarged, with wider text, without colours or motion. */
import type { Page } from 'playwright-core';
import { verstoesse } from './axe.ts';
import type { Besuch } from './browser.ts';

/** 1280 × 1024 px at 400 % (WCAG 1.4.10). */
const VIERHUNDERT_PROZENT = { width: 320, height: 256 };

/** A page in a window of 400 %. */
export async function besucheEng(besuch: Besuch): Promise<Page> {
  const seite = await besuch.seite();
  await seite.setViewportSize(VIERHUNDERT_PROZENT);
  return seite;
}

/**
 * Everything that keeps somebody from using the page in the state it is in.
 * @param farben whether to look at its colours, light and dark
 * @param optionen.verdeckt as in {@link verstoesse}
 */
export async function maengel(
  seite: Page,
  farben: boolean,
  optionen?: { verdeckt: boolean },
): Promise<string[]> {
  return [
    ...(await verstoesse(seite, farben ? ['light', 'dark'] : [], optionen)),
    ...(await engstellen(seite)),
    ...(await bewegtes(seite)),
    ...(await farbloses(seite)),
  ];
}

/** WCAG 1.4.12: what people set who read better with more space. */
const TEXTABSTAND = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;
/** WCAG 1.4.4: the text alone. */
const DOPPELTE_SCHRIFT = 'html { font-size: 200% !important; }';

/** What is cut off, as the page is and with wider and with larger text. */
export async function engstellen(seite: Page): Promise<string[]> {
  const gefunden = await abgeschnittenes(seite);
  for (const [was, css] of [
    ['text spacing', TEXTABSTAND],
    ['text 200 %', DOPPELTE_SCHRIFT],
  ] as const) {
    // As a reader's own style sheet, which no policy of a page forbids.
    await seite.evaluate((text) => {
      const blatt = new CSSStyleSheet();
      blatt.replaceSync(text);
      document.adoptedStyleSheets = [blatt];
    }, css);
    gefunden.push(...(await abgeschnittenes(seite)).map((mangel) => `${was}: ${mangel}`));
    await seite.evaluate(() => (document.adoptedStyleSheets = []));
  }
  return gefunden;
}

/** Texts that are wider than the window, or cut off by an element around them. */
function abgeschnittenes(seite: Page): Promise<string[]> {
  return seite.evaluate(() => {
    const nenne = (element: Element) =>
      `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 40)}`;
    const gefunden: string[] = [];
    const fenster = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > fenster)
      gefunden.push(`scrolls sideways: ${document.documentElement.scrollWidth} px`);
    /** What may be outside: out of sight on purpose, scrolled by itself, or a map. */
    const ausgenommen = '.unsichtbar, .sprung, .tabelle, .leaflet-container, svg, input, select';
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest(ausgenommen) || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const verdeckt = (wert: string) => wert === 'hidden' || wert === 'clip';
      if (verdeckt(overflowX) && element.scrollWidth > element.clientWidth + 1)
        gefunden.push(`cut off at the side: ${nenne(element)}`);
      if (verdeckt(overflowY) && element.scrollHeight > element.clientHeight + 1)
        gefunden.push(`cut off below: ${nenne(element)}`);
      if (textOverflow !== 'clip') gefunden.push(`shortened: ${nenne(element)}`);
      if (![...element.childNodes].some((kind) => kind.nodeType === 3 && kind.nodeValue?.trim()))
        continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > fenster + 1))
        gefunden.push(`outside of the window: ${nenne(element)}`);
    }
    return [...new Set(gefunden)];
  });
}

/** Words of the elements of a selector that stand in two lines, cut where there was no room. */
export function zerschnittene(seite: Page, auswahl: string): Promise<string[]> {
  return seite.locator(auswahl).evaluateAll((elemente) =>
    elemente.flatMap((element) => {
      const gefunden: string[] = [];
      const texte = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texte.nextNode(); text; text = texte.nextNode())
        for (const { 0: wort, index } of text.nodeValue!.matchAll(/[\p{L}\p{M}\u200c·’ʼ]+/gu)) {
          const bereich = document.createRange();
          bereich.setStart(text, index);
          bereich.setEnd(text, index + wort.length);
          const zeilen = new Set([...bereich.getClientRects()].map(({ top }) => Math.round(top)));
          if (zeilen.size > 1) gefunden.push(wort);
        }
      return gefunden;
    }),
  );
}

/** What still moves although somebody asked that nothing moves. */
async function bewegtes(seite: Page): Promise<string[]> {
  await seite.emulateMedia({ reducedMotion: 'reduce' });
  const gefunden = await seite.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll('*')].flatMap((element) => {
      const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
      // What takes no time does not move: it only appears.
      const sofort = (dauern: string) => dauern.split(', ').every((dauer) => dauer === '0s');
      const ruhig =
        sofort(animationDuration) && sofort(transitionDuration) && scrollBehavior === 'auto';
      return ruhig ? [] : [`<${element.localName} class="${element.getAttribute('class') ?? ''}">`];
    }),
  );
  await seite.emulateMedia({ reducedMotion: null });
  return [...new Set(gefunden)];
}

/** Where the colours of the system alone tell too little: controls without an edge, states that look like none. */
async function farbloses(seite: Page): Promise<string[]> {
  await seite.emulateMedia({ forcedColors: 'active' });
  const gefunden = await seite.evaluate(() => {
    const sichtbar = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const nenne = (element: Element) =>
      `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 40)}`;
    const alle = (auswahl: string) =>
      [...document.querySelectorAll<HTMLElement>(auswahl)].filter(sichtbar);
    /** Everything about an element that does not need its ground to be seen. */
    const aussehen = (element: Element) => {
      const stil = getComputedStyle(element);
      const vorn = getComputedStyle(element, '::before').content;
      return [
        stil.outlineStyle === 'none' ? '' : stil.outlineWidth + stil.outlineColor,
        stil.borderBlockEndColor + stil.borderBlockEndWidth + stil.borderBlockEndStyle,
        stil.color,
        stil.textDecorationLine,
        vorn,
      ].join();
    };
    const ohneRand = alle(
      'button:not(.als-link), .knopf, input:not([type=checkbox], [type=radio]), select, textarea',
    ).filter((element) => {
      const stil = getComputedStyle(element);
      const grund = getComputedStyle(document.body).backgroundColor;
      return stil.borderBlockEndWidth === '0px' || stil.borderBlockEndColor === grund;
    });
    /** Marked elements beside their like that are not. */
    const unmarkiert = alle(
      '[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]',
    ).filter((element) => {
      const attribut = ['aria-current', 'aria-pressed', 'aria-selected'].find((name) =>
        element.hasAttribute(name),
      )!;
      const mit = aussehen(element);
      const wert = element.getAttribute(attribut)!;
      if (attribut === 'aria-current') element.removeAttribute(attribut);
      else element.setAttribute(attribut, 'false');
      const ohne = aussehen(element);
      element.setAttribute(attribut, wert);
      return mit === ohne;
    });
    return [
      ...ohneRand.map((element) => `no edge: ${nenne(element)}`),
      ...unmarkiert.map((element) => `state looks like none: ${nenne(element)}`),
    ];
  });
  await seite.emulateMedia({ forcedColors: null });
  return [...new Set(gefunden)];
}
