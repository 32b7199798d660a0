/** Reads a built page as browsers do: what it refers to, and what must not be on it. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import {
  ATTRIBUTE,
  DATEN_TYPEN,
  ELEMENTE,
  LINK_LAEDT,
  LINK_NENNT,
  SVG_ATTRIBUTE,
  SVG_ELEMENTE,
  VERWEISE_AUF_IDS,
} from './erlaubt.ts';
import { isRohtext, type Marke, zerlegeHtml } from './zerlege-html.ts';

/** Something that must not be. */
export interface Mangel {
  /** Findings of the same kind are counted together. */
  art: string;
  /** The end of a German sentence that begins with „Auf der Seite …“. */
  was: string;
}

export interface Seite {
  lang: string;
  dir: string;
  /** `<title>`; empty where there is none. */
  titel: string;
  /** `og:title`, for previews. */
  vorschau: string | undefined;
  ids: ReadonlySet<string>;
  /** Where its links lead, as written; what they claim about themselves. */
  links: readonly Link[];
  /** What a browser loads by itself: addresses as written, each with its element or the `rel` of its <link>. */
  geladenes: ReadonlyMap<string, string>;
  /** The policy in its head. */
  csp: string | undefined;
  /** Where it leads at once. */
  weiter?: string;
  maengel: readonly Mangel[];
}

export interface Link {
  href: string;
  rel: string;
}

const ROHTEXT: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  noscript: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

const SKRIPT_IM_HTML =
  'steht ein Skript mitten im HTML: Skripte gehören in Dateien unter src/browser';

type Attribute = Readonly<Record<string, string | undefined>>;

/** @param html a whole page */
export function liesSeite(html: string): Seite {
  const leser = createLeser();
  leser.lies(html);
  return leser.ende();
}

/** What must not be in a file of its own with a drawing: the same as in one within a page. */
export function liesZeichnung(svg: string): readonly Mangel[] {
  const leser = createLeser();
  // Entities of a DOCTYPE, instructions to XML and unread text can bring in what nobody sees here.
  if (!/^(<\?xml [^>]*\?>\s*)?<svg[\s>][^]*<\/svg>\s*$/.test(svg) || /<[!?]/.test(svg.slice(2)))
    leser.melde('element', 'steht nicht nur eine Zeichnung (<svg>)');
  leser.lies(svg);
  for (const [href, was] of leser.geladenes)
    leser.melde('datei', `lädt <${was}> etwas von außen: „${href}“`);
  return leser.maengel;
}

type Melde = (art: string, was: string) => void;

function createLeser() {
  const maengel: Mangel[] = [];
  const ids = new Set<string>();
  const links: Link[] = [];
  const geladenes = new Map<string, string>();
  /** Ids that are referred to, each with the attribute that does. */
  const gemeint = new Map<string, string>();
  let wurzel: Attribute = {};
  /** How many <svg> are open: within them other elements are known, and no text is raw. */
  let svg = 0;
  /** Collects the text of an element whose text is no markup. */
  let text: { von: string; typ?: string | undefined; stuecke: string } | undefined;

  const melde: Melde = (art, was) => void maengel.push({ art, was });
  const kopf = createKopf(melde);
  const gliederung = createGliederung(melde);

  function attributeVon({ tagName, attrs }: Marke): Attribute {
    const werte: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const { name, value } of attrs) {
      werte[name] = value;
      const mangel = mangelAmAttribut(tagName, name, svg > 0);
      if (mangel) maengel.push(mangel);
      if (name === 'id') {
        if (ids.has(value)) melde('id', `kommt die Kennung id="${value}" mehr als einmal vor`);
        ids.add(value);
      }
      if (VERWEISE_AUF_IDS.has(name)) for (const id of value.split(/\s+/)) gemeint.set(id, name);
    }
    return werte;
  }

  function oeffne(marke: Marke): void {
    const { tagName } = marke;
    if (tagName === 'svg' && !marke.selfClosing) svg++;
    if (!(svg > 0 ? SVG_ELEMENTE : ELEMENTE).has(tagName))
      melde(
        'element',
        `steht das Element <${tagName}>${svg > 0 ? ' in einer Zeichnung' : ''}, das nicht erlaubt ist`,
      );
    const attribute = attributeVon(marke);
    merkeGeladenes(tagName, attribute);
    if (/^h[1-6]$/.test(tagName)) gliederung.ueberschrift(Number(tagName[1]));
    if (isRohtext(tagName, svg > 0)) text = { von: tagName, typ: attribute['type'], stuecke: '' };
    pruefeElement(tagName, attribute);
  }

  function merkeGeladenes(tagName: string, { href, src, srcset }: Attribute): void {
    if (src !== undefined) geladenes.set(src, tagName);
    for (const bild of srcset?.split(',') ?? [])
      geladenes.set(bild.trim().split(/\s/)[0]!, tagName);
    if (svg > 0 && tagName !== 'a' && href !== undefined) geladenes.set(href, tagName);
  }

  /** What is asked of some elements, beside what is allowed. */
  function pruefeElement(tagName: string, attribute: Attribute): void {
    const { href, src, rel = '' } = attribute;
    switch (tagName) {
      case 'html':
        wurzel = attribute;
        break;
      case 'script':
        if (src === undefined && !DATEN_TYPEN.has(attribute['type'] ?? ''))
          melde('skript', SKRIPT_IM_HTML);
        break;
      case 'meta': {
        const ziel = kopf.meta(attribute);
        if (ziel !== undefined) links.push({ href: ziel, rel: 'refresh' });
        break;
      }
      case 'link':
        if (LINK_LAEDT.has(rel)) geladenes.set(href ?? '', rel);
        else if (LINK_NENNT.has(rel)) links.push({ href: href ?? '', rel });
        else melde('element', `steht <link rel="${rel}">, das nicht erlaubt ist`);
        break;
      case 'a':
        if (href !== undefined) links.push({ href, rel: `a ${rel}` });
        if (attribute['target'] !== undefined && !/\bno(opener|referrer)\b/.test(rel))
          melde('ziel', `öffnet der Link zu „${href}“ ein Fenster ohne rel="noopener"`);
        break;
      case 'form':
        links.push({ href: attribute['action'] ?? '', rel: 'form' });
        break;
      case 'img':
        if (attribute['alt'] === undefined)
          melde('bild', `hat das Bild „${src}“ keinen Ersatztext (alt)`);
        break;
      default:
        if (href !== undefined && svg === 0)
          melde('attribut', `steht an <${tagName}> das Attribut „href“, das nicht erlaubt ist`);
    }
  }

  function schliesse(tagName: string): void {
    if (tagName === 'svg' && svg > 0) svg--;
    if (text?.von !== tagName) return;
    const { typ = '', stuecke } = text;
    text = undefined;
    if (tagName === 'title') kopf.titel(stuecke.trim());
    // With scripts its content is text, without it is markup: both must be harmless.
    else if (tagName === 'noscript') lies(stuecke);
    else if (DATEN_TYPEN.has(typ) && !istJson(stuecke))
      melde('skript', `sind die Daten in <script type="${typ}"> kein lesbares JSON`);
    else if (!DATEN_TYPEN.has(typ) && stuecke.trim()) melde('skript', SKRIPT_IM_HTML);
  }

  function lies(html: string): void {
    const stuecke = zerlegeHtml(html);
    if (!stuecke) return liesWieBrowser(html);
    for (const stueck of stuecke)
      if ('auf' in stueck) oeffne(stueck.auf);
      else if ('zu' in stueck) schliesse(stueck.zu);
      else text!.stuecke += stueck.text;
  }

  function liesWieBrowser(html: string): void {
    const schreibe = ({ chars }: Token.CharacterToken) => {
      if (text) text.stuecke += chars;
    };
    const nichts = () => {};
    const tokenizer = new Tokenizer(
      {},
      {
        onStartTag: (token) => {
          oeffne(token);
          if (text) tokenizer.state = ROHTEXT[text.von]!;
          tokenizer.inForeignNode = svg > 0;
        },
        onEndTag: (token) => {
          schliesse(token.tagName);
          tokenizer.inForeignNode = svg > 0;
        },
        onCharacter: schreibe,
        onWhitespaceCharacter: schreibe,
        onNullCharacter: schreibe,
        onComment: nichts,
        onDoctype: nichts,
        onEof: nichts,
      },
    );
    tokenizer.write(html, true);
  }

  function ende(): Seite {
    if (text || svg > 0)
      melde('element', `ist das Element <${text?.von ?? 'svg'}> nicht geschlossen`);
    for (const [id, attribut] of gemeint)
      if (!ids.has(id)) melde('id', `nennt ${attribut}="${id}" etwas, das es dort nicht gibt`);
    gliederung.ende();
    return {
      lang: wurzel['lang'] ?? '',
      dir: wurzel['dir'] ?? '',
      ...kopf.ende(),
      ids,
      links,
      geladenes,
      maengel,
    };
  }

  return { lies, ende, melde, geladenes, maengel };
}

/** Reads the head of a page. */
function createKopf(melde: Melde) {
  const titel: string[] = [];
  const charsets: string[] = [];
  let vorschau: string | undefined;
  let referrer: string | undefined;
  let csp: string | undefined;
  let weiter: string | undefined;
  return {
    titel: (text: string) => void titel.push(text),

    /** @returns where the page leads at once, if this says so */
    meta(attribute: Attribute): string | undefined {
      const { charset, name, content = '', property, 'http-equiv': befehl } = attribute;
      if (charset !== undefined) charsets.push(charset.toLowerCase());
      if (name === 'referrer') referrer = content;
      if (property === 'og:title') vorschau = content;
      if (befehl === undefined) return undefined;
      // It counts for what comes after it.
      if (befehl === 'Content-Security-Policy' && charsets.length === 0 && csp === undefined) {
        csp = content;
        return undefined;
      }
      const [, ziel] = /^0; url=(\S+)$/.exec(content) ?? [];
      if (befehl === 'refresh' && ziel && weiter === undefined) return (weiter = ziel);
      melde('kopf', `steht <meta http-equiv="${befehl}" content="${content}">`);
      return undefined;
    },

    ende(): Pick<Seite, 'titel' | 'vorschau' | 'csp' | 'weiter'> {
      if (titel.length !== 1 || !titel[0])
        melde('titel', 'fehlt der Titel (<title>) oder ist leer');
      if (charsets.join() !== 'utf-8') melde('kopf', 'fehlt <meta charset="utf-8">');
      if (referrer !== 'no-referrer')
        melde('kopf', 'fehlt <meta name="referrer" content="no-referrer">');
      return { titel: titel[0] ?? '', vorschau, csp, ...(weiter !== undefined && { weiter }) };
    },
  };
}

/** Looks at the headings of a page, one after the other. */
function createGliederung(melde: Melde) {
  let erste = 0;
  let ebene = 0;
  return {
    ueberschrift(neue: number): void {
      if (neue === 1) erste++;
      if (neue > ebene + 1)
        melde(
          'ueberschrift',
          ebene === 0
            ? `ist die erste Überschrift <h${neue}> statt <h1>`
            : `folgt auf eine Überschrift <h${ebene}> gleich <h${neue}>`,
        );
      ebene = neue;
    },
    ende(): void {
      if (erste !== 1) melde('ueberschrift', `gibt es ${erste} Überschriften <h1> statt einer`);
    },
  };
}

/** @param imSvg where others are known */
function mangelAmAttribut(tagName: string, name: string, imSvg: boolean): Mangel | undefined {
  if (name.startsWith('on'))
    return {
      art: 'befehl',
      was: `steht an <${tagName}> das Attribut „${name}“: Befehle gehören in Skriptdateien`,
    };
  if (name === 'style')
    return {
      art: 'stil',
      was: `steht an <${tagName}> das Attribut „style“: Gestaltung gehört in Dateien unter src/styles`,
    };
  if (
    ATTRIBUTE.has(name) ||
    /^(data|aria)-[a-z][a-z-]*$/.test(name) ||
    (imSvg && SVG_ATTRIBUTE.has(name))
  )
    return undefined;
  return {
    art: 'attribut',
    was: `steht an <${tagName}> das Attribut „${name}“, das nicht erlaubt ist`,
  };
}

function istJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
