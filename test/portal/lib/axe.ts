/** Accessibility rules, checked in the real page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe can check, but does not unless told: too new, or still called experimental. */
const DAZU = [
  'target-size',
  'label-content-name-mismatch',
  'css-orientation-lock',
  'p-as-heading',
  'table-fake-caption',
  'td-has-header',
];
/** What another colour scheme can change. */
const FARBREGELN = ['color-contrast', 'link-in-text-block'];

/** What to look at on a page: colours depend on the kind of page, not on its language. */
export const farbenIn = (pfad: string): ('light' | 'dark')[] =>
  pfad.startsWith('ar/') ? [] : ['light', 'dark'];

interface Axe {
  run(optionen: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What axe finds wrong: rule and first element of each.
 * @param farben the colours to look at; every rule is asked in the first of them, in others only those of colours. None: all rules but those.
 * @param optionen.verdeckt something opened over the page: how large what lies below is cannot be said
 */
export async function verstoesse(
  seite: Page,
  farben: readonly ('light' | 'dark')[] = ['light', 'dark'],
  { verdeckt = false } = {},
): Promise<string[]> {
  await nachOben(seite);
  // Halfway through a fade, no colour is as it will be.
  await seite.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((eine) => eine instanceof CSSTransition)
        .map((eine) => eine.finished),
    ),
  );
  const nurFarben = { runOnly: FARBREGELN };
  const alles = (mitFarben: boolean) => ({
    rules: Object.fromEntries([
      ...DAZU.map((regel) => [regel, { enabled: !(verdeckt && regel === 'target-size') }]),
      ...FARBREGELN.map((regel) => [regel, { enabled: mitFarben }]),
    ]),
  });
  if (farben.length === 0) return frage(seite, alles(false));
  const gefunden: string[] = [];
  for (const [i, farbe] of farben.entries()) {
    await seite.emulateMedia({ colorScheme: farbe });
    const regeln = await frage(seite, i === 0 ? alles(true) : nurFarben);
    gefunden.push(...regeln.map((regel) => `${farbe}: ${regel}`));
  }
  await seite.emulateMedia({ colorScheme: null });
  return gefunden;
}

/** What a bar covers halfway through a page is reached by scrolling on. Waits until nothing else scrolls the page, smoothly or late. */
function nachOben(seite: Page): Promise<void> {
  return seite.evaluate(async () => {
    for (let ruhig = 0; ruhig < 3; ruhig = scrollY === 0 ? ruhig + 1 : 0) {
      scrollTo({ top: 0, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
    }
  });
}

async function frage(seite: Page, optionen: object): Promise<string[]> {
  if (!(await seite.evaluate(() => 'axe' in globalThis))) await seite.evaluate(AXE);
  return seite.evaluate(
    async (optionen) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(optionen);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
    },
    { resultTypes: ['violations'], preload: false, ...optionen },
  );
}
