/** A visitor without a mouse: presses keys, and looks at every stop whether the focus is to be seen. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page of the Musterkreis has. */
const HOECHSTENS = 400;

export interface Besucher {
  /** Presses keys and looks where the focus is then. */
  druecke(...tasten: string[]): Promise<void>;
  /** Tabs on until something has the focus, to the end of the page at most. */
  geheZu(ziel: Locator): Promise<void>;
  /** Tabs from the beginning of the page to its end and round: everything is reached, in order, and nothing holds the focus. */
  rundgang(): Promise<number>;
}

/** @param seite opened with reduced motion, for what still scrolls is nowhere */
export function ohneMaus(seite: Page): Besucher {
  const besucher: Besucher = {
    async druecke(...tasten) {
      for (const taste of tasten) {
        await seite.keyboard.press(taste);
        expect(await seite.evaluate(mangelBeimFokus)).toBeUndefined();
      }
    },
    async geheZu(ziel) {
      const da = () => ziel.evaluate((element) => element === document.activeElement);
      for (let i = 0; i < HOECHSTENS && !(await da()); i++) await besucher.druecke('Tab');
      expect(await da()).toBe(true);
    },
    async rundgang() {
      // A second tour begins anew.
      await seite.evaluate(() => (document.activeElement as HTMLElement).blur());
      const halte: string[] = [];
      let erreicht = await merkeHalt(seite);
      expect(erreicht.art).toBe('ende');
      do {
        await besucher.druecke('Tab');
        erreicht = await merkeHalt(seite);
        halte.push(erreicht.name);
        expect(['weiter', 'ende'], `${erreicht.name}: ${erreicht.art}`).toContain(erreicht.art);
      } while (erreicht.art === 'weiter' && halte.length < HOECHSTENS);
      expect(erreicht.art, 'the end of the page').toBe('ende');
      expect(await seite.evaluate(nieErreicht)).toEqual([]);
      await besucher.druecke('Tab');
      expect((await merkeHalt(seite)).name).toBe(halte[0]);
      return halte.length - 1;
    },
  };
  return besucher;
}

/** In the page: what is wrong with how the focus looks; undefined where nothing is, or nothing has it. */
function mangelBeimFokus(): string | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const name = `<${element.localName}> ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60)}`;
  const stil = getComputedStyle(element);
  const linie = stil.outlineStyle !== 'none' && parseFloat(stil.outlineWidth) >= 2;
  // A part of a drawing is outlined itself.
  const strich = [...element.querySelectorAll('path, circle, rect')].some((teil) => {
    const { stroke, strokeWidth } = getComputedStyle(teil);
    return stroke !== 'none' && parseFloat(strokeWidth) >= 2;
  });
  if (!linie && !strich) return `focus not visible: ${name}`;
  const sichtbar = [...element.getClientRects()].some(({ left, top, width, height }) =>
    [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const da = document.elementFromPoint(left + x * width, top + y * height);
        return (
          da !== null && (element.contains(da) || da.contains(element)) && da !== document.body
        );
      }),
    ),
  );
  return sichtbar ? undefined : `focus covered or outside: ${name}`;
}

interface Halt {
  name: string;
  /** `zurück`: before the one before; `wieder`: was there already. */
  art: 'weiter' | 'ende' | 'zurück' | 'wieder';
}

/** Notes in the page where the focus is. At the end of the page it is nowhere, and the tour is over. */
function merkeHalt(seite: Page): Promise<Halt> {
  return seite.evaluate(() => {
    const tour = ((globalThis as { tour?: Element[] }).tour ??= []);
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', art: 'ende' as const };
    const name = `<${element.localName}> ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? ''}`;
    const davor = tour.at(-1);
    const art = tour.includes(element)
      ? ('wieder' as const)
      : davor && !(davor.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
        ? ('zurück' as const)
        : ('weiter' as const);
    tour.push(element);
    return { name, art };
  });
}

/** In the page: what a mouse reaches and the tour did not. Of a group of radio buttons one is enough. */
function nieErreicht(): string[] {
  const { tour = [] } = globalThis as { tour?: Element[] };
  return [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
  ]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.matches(':disabled, [type=radio]:not(:checked)'))
    .filter((element) => !tour.includes(element))
    .map((element) => element.outerHTML.slice(0, 120));
}
