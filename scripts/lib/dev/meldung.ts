/** How it is said what is wrong with the content: on the screen, over a page, and instead of one. */
import type { Befund } from '../../../src/domain/befund.ts';
import { feldname } from '../format-befunde.ts';

/** What is to be mended until a page can be shown. */
const ZU_BERICHTIGEN = {
  inhalt: 'Im Inhalt ist etwas zu berichtigen',
  programm: 'Im Programm ist etwas zu berichtigen',
} as const;

/** For the screen, and over a page; empty where nothing is wrong. */
export function alsText(fehler: readonly Befund[]): string {
  return fehler
    .map(
      ({ datei, zeile, feld, meldung, tipp }) =>
        `${[`${datei}:${zeile}`, feldname(feld)].filter(Boolean).join(' ')}: ${meldung}${tipp ? `\n  ${tipp}` : ''}`,
    )
    .join('\n\n');
}

/**
 * A page for any address that no page can be made for.
 * @param grund why, plain
 * @param kopf elements for its head; they see to it that it makes way
 */
export function alsSeite(wo: keyof typeof ZU_BERICHTIGEN, grund: string, kopf: string): string {
  const titel = ZU_BERICHTIGEN[wo];
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${titel}</title>
<style>
body { max-width: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif; }
pre { white-space: pre-wrap; font: inherit; }
</style>
${kopf}
</head>
<body>
<h1>${titel}</h1>
<p>Bis dahin lässt sich keine Seite zeigen. Danach erscheint sie hier von selbst.</p>
<pre>${escape(grund)}</pre>
</body>
</html>
`;
}

/** Messages quote what anybody may have written. */
function escape(text: string): string {
  return text.replace(/[&<>]/g, (zeichen) => `&#${zeichen.charCodeAt(0)};`);
}
