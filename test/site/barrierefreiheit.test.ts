/** What is said of accessibility: the same everywhere, nothing left out, and nothing that no test holds. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mitTabelle } from '../../scripts/lib/format-kriterien.ts';
import { toBarrieren, toVereinbarkeit } from '../../src/site/barrierefreiheit/erklaerung.ts';
import { ALLE_KRITERIEN, WCAG } from '../../src/site/barrierefreiheit/kriterien.ts';

/** How many criteria of levels A and AA each guideline of WCAG 2.2 has; numbers of level AAA are missing between them. */
const WCAG_NUMMERN = [
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5',
  '1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13',
  '2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1',
  '2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11',
  '2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8',
  '3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3',
].flatMap((zeile) => zeile.split(' '));

describe('the table of criteria', () => {
  it('has every criterion of WCAG 2.2, levels A and AA, once', () => {
    expect(WCAG.map(({ id }) => id)).toEqual(WCAG_NUMMERN);
    expect(WCAG).toHaveLength(55);
  });

  it('names only tests that exist', () => {
    const dateien = ALLE_KRITERIEN.flatMap(({ tests = [] }) => tests);
    expect(dateien.length).toBeGreaterThan(50);
    expect(dateien.filter((datei) => !existsSync(datei))).toEqual([]);
  });

  it('says what is open where something is, and only there', () => {
    const falsch = ALLE_KRITERIEN.filter(
      ({ ergebnis, offen }) =>
        ['teilweise', 'nicht geprüft'].includes(ergebnis) !== (offen !== undefined),
    );
    expect(falsch).toEqual([]);
  });

  it('stands in the documentation as it is; else: npm run barrierefreiheit', () => {
    const dokument = readFileSync('docs/barrierefreiheit.md', 'utf8');
    expect(mitTabelle(dokument)).toBe(dokument);
    expect(dokument).toContain('| 2.4.11 | Fokus nicht verdeckt (Minimum) | erfüllt |');
  });

  it('is refused a place in a document that has none', () => {
    expect(() => mitTabelle('# Ohne Tabelle')).toThrow('Im Dokument fehlt');
  });
});

describe('the statement', () => {
  it('says partly compliant while anything is open, and names all of it', () => {
    const offene = ALLE_KRITERIEN.filter(({ offen }) => offen);
    expect(offene.length).toBeGreaterThan(0);
    expect(toVereinbarkeit().stand).toBe('teilweise');
    expect(
      toBarrieren()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(offene.map(({ offen }) => offen).sort());
  });

  it('counts every criterion once', () => {
    const { zahlen, anzahl } = toVereinbarkeit();
    expect(Object.values(zahlen).reduce((a, b) => a + b)).toBe(anzahl);
  });
});
