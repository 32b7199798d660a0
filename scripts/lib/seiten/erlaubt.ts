/**
 * What may stand on a page. Lists of what is allowed, for nobody can list everything that is dangerous; whoever needs something new
 * writes it down here. Raw text like <style> and <textarea>, in which browsers and tools disagree most, is in none of them.
 */

const worte = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of HTML. */
export const ELEMENTE = worte(`
  a abbr address article aside b bdi bdo blockquote body br button caption cite code datalist dd del details dfn div dl dt em
  fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label legend li link main
  mark meta nav noscript ol optgroup option output p pre progress q rp rt ruby s samp script search section select small span
  strike strong sub summary sup table tbody td template tfoot th thead time title tr tt ul var wbr`);

/** Elements within an <svg>. No <style>, no <foreignObject>, and nothing that moves by itself: animation can write attributes. */
export const SVG_ELEMENTE = worte(`
  a circle defs desc ellipse g image line path pattern polygon polyline rect svg symbol text title tspan use`);

/** Attributes beside `data-*`, `aria-*` and those of {@link SVG_ATTRIBUTE}. */
export const ATTRIBUTE = worte(`
  action align alt async as autocapitalize autocomplete charset checked cite class cols colspan content crossorigin datetime dir disabled download
  draggable enterkeyhint fetchpriority for height headers hidden href hreflang http-equiv id inert inputmode is itemprop lang list loading
  max maxlength media method min minlength multiple name open optional pattern placeholder property readonly rel required reversed role
  rows rowspan scope selected sizes spellcheck src srcset start step tabindex target title translate type value width`);

/** Attributes of drawings; the tokenizer writes them small. */
export const SVG_ATTRIBUTE = worte(`
  cx cy d direction dx dy fill fill-opacity fill-rule font-family font-size font-weight focusable offset opacity points
  preserveaspectratio r rx ry shape-rendering stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity
  stroke-width text-anchor transform vector-effect version viewbox x x1 x2 xmlns y y1 y2`);

/** Attributes that name elements of the same page by their ids. */
export const VERWEISE_AUF_IDS = worte(`
  aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby aria-owns
  for headers list`);

/** Where links may lead, by the scheme of the address and what it must look like. */
export const SCHEMATA: Readonly<Record<string, RegExp>> = {
  'http:': /^/,
  'https:': /^/,
  'webcal:': /^/,
  'tel:': /^tel:\+?\d{3,15}$/,
  'sms:': /^sms:(\+?\d{3,15})?(\?&?body=[^&]*)?$/,
  'mailto:': /^mailto:([^?@]+@[^?@]+)?(\?(subject|body)=[^&]*(&body=[^&]*)?)?$/,
  'geo:': /^geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/,
};

/** `rel` of <link>: files it loads, and addresses it names. No `preconnect` or `prefetch`: they tell others about visitors. */
export const LINK_LAEDT = worte(
  'stylesheet icon apple-touch-icon manifest search preload modulepreload',
);
export const LINK_NENNT = worte('canonical alternate');

/** Data for scripts and search engines, never run. */
export const DATEN_TYPEN = worte('application/ld+json application/json');
