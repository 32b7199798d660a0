/** Development: how it is said what is wrong with the content: on the screen, over a page, and instead of one. */
import type { Befund } from '../domain/befund.ts';

const TITEL = 'Im Inhalt ist etwas zu berichtigen';

/** For the screen; empty where nothing is wrong. */
export function alsText(fehler: readonly Befund[]): string {
  return fehler
    .map(
      ({ datei, zeile, feld, meldung, tipp }) =>
        `${datei}:${zeile} ${feld}: ${meldung}${tipp ? `\n  ${tipp}` : ''}`,
    )
    .join('\n\n');
}

/**
 * What Vite sends to open pages, so that it stands over them.
 * @param text plain
 */
export function alsUeberdeckung(text: string) {
  return {
    type: 'error' as const,
    // Else Astro takes it for an error of the program, and escapes it once more.
    __isEnhancedAstroErrorPayload: true,
    err: {
      name: 'Inhalt',
      title: TITEL,
      // There is no stack to show, and this is the only way to where its empty box stands.
      message: `${escape(text)}<style>#stack { display: none; }</style>`,
      stack: '',
    },
  };
}

/**
 * A page for any address, where the content is such that no page can be made. It makes way as soon as there is something else to say.
 * @param text plain
 */
export function alsSeite(text: string): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${TITEL}</title>
<style>
body { max-width: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif; }
pre { white-space: pre-wrap; font: inherit; }
</style>
</head>
<body>
<h1>${TITEL}</h1>
<p>Bis dahin lässt sich keine Seite zeigen. Danach erscheint sie hier von selbst.</p>
<pre>${escape(text)}</pre>
<script type="module">
const gesagt = (seite) => seite.querySelector('pre')?.textContent;
setInterval(async () => {
  try {
    const text = await (await fetch(location.href)).text();
    const seite = new DOMParser().parseFromString(text, 'text/html');
    if (gesagt(seite) !== gesagt(document)) location.reload();
  } catch {
    // The server starts again.
  }
}, 1000);
</script>
</body>
</html>
`;
}

/** Messages quote what anybody may have written. Without its colon, no address becomes a link. */
function escape(text: string): string {
  return text.replace(/[&<>":]/g, (zeichen) => `&#${zeichen.charCodeAt(0)};`);
}
