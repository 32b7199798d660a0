/** Accessibility rules, checked in the real page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, in both colour schemes: rule and first element of each. */
export async function verstoesse(seite: Page): Promise<string[]> {
  const gefunden: string[] = [];
  for (const farben of ['light', 'dark'] as const) {
    await seite.emulateMedia({ colorScheme: farben });
    await seite.evaluate(axe);
    const regeln = await seite.evaluate(async () => {
      const { violations } = await (
        globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
    });
    gefunden.push(...regeln.map((regel) => `${farben}: ${regel}`));
  }
  return gefunden;
}
