/** Accessibility rules, checked in the real page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong: rule and first element of each. In dark colours only what colours can change. */
export async function verstoesse(seite: Page): Promise<string[]> {
  const gefunden: string[] = [];
  for (const farben of ['light', 'dark'] as const) {
    await seite.emulateMedia({ colorScheme: farben });
    await seite.evaluate(axe);
    const nur = farben === 'dark' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {};
    const regeln = await seite.evaluate(async (optionen) => {
      const { violations } = await (
        globalThis as unknown as {
          axe: {
            run(
              optionen: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run(optionen);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
    }, nur);
    gefunden.push(...regeln.map((regel) => `${farben}: ${regel}`));
  }
  return gefunden;
}
