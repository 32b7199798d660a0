import { domainToUnicode } from 'node:url';
import type { Heading, Link, LinkReference, Nodes, Paragraph, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Pfad } from '../../domain/befund.ts';
import { email, type Quelle, telefon, webadresse } from '../../domain/felder.ts';
import { lateinischeZiffern } from '../../domain/ziffern.ts';
import { einwandGegenSprung, type PruefeAdresse } from '../adressen.ts';
import { UHRZEIT } from '../angaben-vergleich.ts';
import type { ContentText } from './texte.ts';
import type { Fund, Regel } from './regel.ts';

/** Addresses of entries are what they look like. Links in texts are checked with the rest of their Markdown. */
export const links: Regel = {
  name: 'links',
  zweck: 'An address can look like another one, letter by letter.',
  pruefe({ eintraege }) {
    return [
      ...[...eintraege.angebote].flatMap(([id, eintrag]) => pruefeAdressen('angebot', id, eintrag)),
      ...[...eintraege.anbieter].flatMap(([id, eintrag]) =>
        pruefeAdressen('anbieter', id, eintrag),
      ),
      ...[...eintraege.projekte].flatMap(([id, eintrag]) => [
        ...pruefeAdressen('projekt', id, eintrag),
        ...pruefeAdressen('projekt', id, eintrag.kontakt ?? {}, ['kontakt']),
      ]),
      ...[...eintraege.kontakte].flatMap(([id, { stellen }]) =>
        stellen.flatMap((stelle, i) => pruefeAdressen('kontakte', id, stelle, ['stellen', i])),
      ),
      ...pruefeHost('portal', 'portal', ['ausstieg'], eintraege.portal.ausstieg),
    ];
  },
};

/** The web address of an entry, and that of its source. */
function pruefeAdressen(
  art: Fund['art'],
  id: string,
  { web, quelle }: { web?: string | undefined; quelle?: Quelle | undefined },
  pfad: Pfad = [],
): Fund[] {
  const einwand = quelle?.url && einwandGegenText(quelle.name, quelle.url);
  return [
    ...pruefeHost(art, id, [...pfad, 'web'], web),
    ...pruefeHost(art, id, [...pfad, 'quelle', 'url'], quelle?.url),
    ...(einwand ? [{ art, id, feld: [...pfad, 'quelle', 'name'], ...einwand }] : []),
  ];
}

type Einwand = Pick<Fund, 'meldung' | 'tipp'>;

/**
 * Links of a text that could run a script, lead nowhere within the portal, or show one address and open another.
 * @param nodes all that its tree holds
 * @param pruefeAdresse knows the pages of the portal
 * @param melde called with the node and what is wrong with it
 */
export function pruefeLinks(
  nodes: readonly Nodes[],
  art: ContentText['art'],
  pruefeAdresse: PruefeAdresse,
  melde: (node: Nodes, einwand: Einwand | undefined) => void,
): void {
  const ziele = new Map<string, string>();
  // As Markdown compares them: by upper case, in which ẞ and SS are the same.
  const key = (identifier: string) => identifier.toLowerCase().toUpperCase();
  for (const node of nodes) {
    if (node.type !== 'definition') continue;
    const doppelt = ziele.has(key(node.identifier));
    if (!doppelt) ziele.set(key(node.identifier), node.url);
    melde(
      node,
      doppelt ? doppeltesZiel(node.identifier) : einwandGegenZiel(node.url, art, pruefeAdresse),
    );
  }
  const links = nodes.filter((node) => node.type === 'link' || node.type === 'linkReference');
  if (links.length === 0) return;
  for (const node of links)
    if (node.type === 'link') melde(node, einwandGegenZiel(node.url, art, pruefeAdresse));
  const zielVon = (node: Verweis) =>
    node.type === 'link' ? node.url : (ziele.get(key(node.identifier)) ?? '');
  for (const node of nodes.filter(istBlock))
    for (const kette of linkKetten(node)) {
      for (const link of kette) melde(link, einwandGegenText(toString(link), zielVon(link)));
      const text = kette.map((link) => toString(link)).join('');
      const alle = kette.length > 1 ? new Set(kette.map(zielVon)) : [];
      for (const ziel of alle) melde(kette[0]!, einwandGegenText(text, ziel));
    }
}

type Verweis = Link | LinkReference;

/** What stands in lines of its own. */
function istBlock(node: Nodes): node is Paragraph | Heading | TableCell {
  return ['paragraph', 'heading', 'tableCell'].includes(node.type);
}

/** Links side by side read as one, bold or not: `[bank](…)**[.de](…)**`; so they do where a line ends within a name. */
function linkKetten(block: Nodes): Verweis[][] {
  const ketten: Verweis[][] = [];
  let zwischen = '-';
  visit(block, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') {
      const kette = ketten.at(-1);
      const vorher = kette ? toString(kette.at(-1)) : '';
      const imNamen = /[.@:/-]$/.test(vorher) || /^[.@:/-]/.test(toString(node));
      if (kette && (zwischen === '' || (imNamen && zwischen.trim() === ''))) kette.push(node);
      else ketten.push([node]);
      zwischen = '';
      return SKIP;
    }
    if (node.type === 'break') zwischen += '\n';
    else if (!('children' in node)) zwischen += 'value' in node ? node.value : '-';
    return undefined;
  });
  return ketten;
}

function istSeite(art: ContentText['art']): boolean {
  return art === 'seite' || art === 'seite-uebersetzung';
}

function doppeltesZiel(name: string): Einwand {
  return {
    meldung: `Das Linkziel „[${name}]“ steht zweimal im Text; nur eines kann gelten.`,
    tipp: 'Bitte eines der beiden löschen.',
  };
}

/** Offers go to neighbours, to programs and on paper, where an address within the portal leads nowhere. */
const NICHT_HIER: Einwand = {
  meldung: 'Links zu anderen Seiten des Portals gibt es nur auf Seiten und in Wegweisern.',
  tipp: 'Bitte nur schreiben, wie es dort heißt, ohne eckige und runde Klammern: Mit diesem Namen findet es die Suche.',
};

function einwandGegenZiel(
  ziel: string,
  art: ContentText['art'],
  pruefeAdresse: PruefeAdresse,
): Einwand | undefined {
  const [, sprung] = /^#([\w-]*)$/.exec(ziel) ?? [];
  if (sprung !== undefined) return einwandGegenSprung(sprung);
  if (/^tel:(110|112|115|116\d{3})$/.test(ziel)) return undefined;
  // Pages may lead to other pages of the portal, and to a search as the browser writes it: `/suche/#q=M%C3%B6bel`.
  if (istSeite(art) && /^\/(?!\/)(?:[\p{L}\p{M}\w/?#=&.,-]|%[0-9a-f]{2})*$/iu.test(ziel))
    return pruefeAdresse(ziel);
  if (!istSeite(art) && /^\/[\p{L}\w-]+\//u.test(ziel)) return NICHT_HIER;
  const [, protokoll, rest = ''] = /^(tel|mailto):(\S*)$/.exec(ziel) ?? [];
  const result =
    protokoll === 'tel'
      ? telefon().safeParse(rest)
      : protokoll === 'mailto'
        ? email().safeParse(rest)
        : webadresse().safeParse(ziel);
  if (!result.success) {
    const gemeint = [`mailto:${ziel}`, `https://${ziel}`].find((adresse, i) =>
      i === 0
        ? email().safeParse(ziel).success
        : /^www\./i.test(ziel) && webadresse().safeParse(adresse).success,
    );
    return {
      meldung: `Das Ziel „${ziel.slice(0, 60)}“ des Links ist nicht erlaubt: ${result.error.issues[0]!.message}`,
      tipp: `${gemeint ? `Meinten Sie „${gemeint}“? ` : ''}Erlaubt sind https://…, tel:+49… und mailto:…${istSeite(art) ? ', zu Seiten dieses Portals auch /themen/ und ähnliche' : ''}.`,
    };
  }
  if (protokoll) return undefined;
  const host = new URL(ziel).hostname;
  return mischtSchriften(host) ? mischschrift(host) : undefined;
}

/** Domain names in a text: `bank.de`, `https://www.bank.de/login`, `info@bank.de`. */
const DOMAIN =
  /(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^\s/@]{1,64}@)?((?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,63})\S*/giu;
const DATEI = /\.(pdf|docx?|xlsx?|odt|ics|jpe?g|png|html?|js)$/i;

/** What a link shows must be where it leads. */
function einwandGegenText(beschriftung: string, ziel: string): Einwand | undefined {
  const text = lateinischeZiffern(beschriftung.normalize('NFKC'))
    .replace(/[\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('。', '.')
    .trim();
  if (text === '')
    return {
      meldung: `Der Link zu „${ziel.slice(0, 60)}“ hat keinen Text und wäre unsichtbar.`,
      tipp: 'Bitte zwischen [ und ] schreiben, was man dort findet.',
    };
  const genannt =
    andereNummer(text, ziel) ?? andereMailadresse(text, ziel) ?? andereDomain(text, ziel);
  return genannt === undefined ? undefined : taeuscht(genannt, ziel.replace(/^mailto:/, ''));
}

/** Phone numbers in a text, with whatever stands between their digits. */
const NUMMER = /(?<!\d)(?:\+|\(?0)[\d ()/.–-]{4,40}\d/g;
const KURZWAHL = /(?<![\d+]|[\d§][ ./-]?)(?:110|112|115|19 ?222|116 ?\d{3})(?!\d|[./-]\d)/g;
/** Dates are no numbers to call. */
const DATUM = /(?<!\d)\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)/g;

const ziffern = (nummer: string) => nummer.replace(/\D/g, '').length;

/** The first number in a text that the link does not call. The page of a short number may have it in its address. */
function andereNummer(text: string, ziel: string): string | undefined {
  const dort = ziel.startsWith('tel:') ? ziel.slice('tel:'.length) : undefined;
  const ohneZeiten = text.replace(DATUM, ' ').replace(UHRZEIT, ' ');
  const nummer = (wert: string | undefined) => telefon().safeParse(wert).data;
  return (
    ohneZeiten
      .match(NUMMER)
      ?.find(
        (hier) =>
          ziffern(hier) > 6 &&
          (dort === undefined || nummer(hier) === undefined || nummer(hier) !== nummer(dort)),
      ) ??
    ohneZeiten
      .replace(NUMMER, (hier) => (ziffern(hier) > 6 ? ' ' : hier))
      .match(KURZWAHL)
      ?.find((hier) => {
        const kurz = hier.replaceAll(' ', '');
        return dort === undefined ? !ziel.includes(kurz) : dort !== kurz;
      })
  );
}

const MAILADRESSE = /[^\s@<>()[\],;:]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,63}/giu;

function andereMailadresse(text: string, ziel: string): string | undefined {
  return text
    .match(MAILADRESSE)
    ?.find((hier) => ziel.toLowerCase() !== `mailto:${hier.toLowerCase()}`);
}

const IP = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/;

function andereDomain(text: string, ziel: string): string | undefined {
  const anruf = ziel.startsWith('tel:');
  const host = ziel.startsWith('mailto:') ? ziel.split('@')[1] : URL.parse(ziel)?.hostname;
  if (!anruf && !host) return undefined;
  const bare = (name: string) => domainToUnicode(name.toLowerCase().replace(/^www\./, ''));
  for (const [, genannt = ''] of text.matchAll(DOMAIN)) {
    if (anruf) {
      // `Tel.Nr` lacks a space and is no domain.
      if (!/\.\p{Lu}\p{Ll}*$/u.test(genannt)) return genannt;
      continue;
    }
    const dort = bare(host!) === bare(genannt) || bare(host!).endsWith(`.${bare(genannt)}`);
    if (!dort && !DATEI.test(genannt)) return genannt;
  }
  return anruf ? undefined : IP.exec(text)?.[0];
}

function taeuscht(genannt: string, ziel: string): Einwand {
  return {
    meldung: `Der Linktext nennt „${genannt}“, der Link führt aber zu „${ziel}“.`,
    tipp: 'Bitte als Linktext schreiben, was man dort findet, oder die richtige Adresse einsetzen.',
  };
}

function pruefeHost(
  art: Fund['art'],
  id: string,
  feld: Fund['feld'],
  adresse: string | undefined,
): Fund[] {
  if (!adresse) return [];
  const host = new URL(adresse).hostname;
  return mischtSchriften(host) ? [{ art, id, feld, ...mischschrift(host) }] : [];
}

function mischschrift(host: string) {
  return {
    meldung: `Die Adresse „${domainToUnicode(host)}“ mischt Buchstaben verschiedener Schriften oder verwendet fremde, die wie lateinische aussehen.`,
    tipp: 'Bitte die Adresse von Hand eintippen und prüfen, ob sie echt ist.',
  };
}

/**
 * True for a host name that mixes scripts (`bеispiel.de` with a Cyrillic `е`), or uses Latin letters that no European
 * language writes. A name wholly in one other script, ending included, is honest; one that cannot be decoded is not.
 */
function mischtSchriften(host: string): boolean {
  const unicode = domainToUnicode(host);
  const fremd = /[^a-z0-9.\u00df-\u00f6\u00f8-\u017e-]/u.test(unicode);
  return (fremd && /\p{Script=Latin}/u.test(unicode)) || /(^|\.)xn--/.test(unicode);
}
