/**
 * A style sheet that never comes would leave the page white: browsers show nothing before. After a while it has to come beside the
 * page. Not a module, for those wait for style sheets, too.
 */
const STIL_GEDULD_MS = 6000;

/** Those of the page itself; scripts load others with `crossorigin`, and wait for these very elements. */
const BLAETTER = 'link[rel=stylesheet]:not([crossorigin])';

setTimeout(() => {
  for (const alt of document.querySelectorAll<HTMLLinkElement>(BLAETTER)) {
    if (alt.sheet) continue;
    const neu = alt.cloneNode() as HTMLLinkElement;
    // For this, no browser waits.
    neu.media = 'print';
    neu.onload = () => (neu.media = 'all');
    alt.replaceWith(neu);
  }
}, STIL_GEDULD_MS);
