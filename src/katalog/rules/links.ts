import { domainToUnicode } from 'node:url';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Pfad } from '../../domain/befund.ts';
import { email, type Quelle, telefon, webadresse } from '../../domain/felder.ts';
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
 * Links of a text that could run a script, or show one address and open another.
 * @param melde called with the node and what is wrong with it
 */
export function pruefeLinks(
  tree: Root,
  art: ContentText['art'],
  melde: (node: Nodes, einwand: Einwand | undefined) => void,
): void {
  const ziele = new Map<string, string>();
  // As Markdown compares them: by upper case, in which ẞ and SS are the same.
  const key = (identifier: string) => identifier.toLowerCase().toUpperCase();
  visit(tree, 'definition', (node) => {
    const doppelt = ziele.has(key(node.identifier));
    if (!doppelt) ziele.set(key(node.identifier), node.url);
    melde(node, doppelt ? doppeltesZiel(node.identifier) : einwandGegenZiel(node.url, art));
  });
  visit(tree, 'link', (node) => melde(node, einwandGegenZiel(node.url, art)));
  visit(tree, (node) => {
    for (const { erster, text, ziel } of 'children' in node
      ? linkKetten(node.children, (id) => ziele.get(key(id)) ?? '')
      : []) {
      melde(erster, einwandGegenText(text, ziel));
    }
  });
}

/** Links side by side read as one: `[bank](…)[.de](…)`. */
function linkKetten(nodes: readonly Nodes[], zielVon: (identifier: string) => string) {
  const ketten: { erster: Nodes; text: string; ziel: string }[] = [];
  let vorher: Nodes | undefined;
  for (const node of nodes) {
    if (node.type === 'link' || node.type === 'linkReference') {
      const ziel = node.type === 'link' ? node.url : zielVon(node.identifier);
      const kette = ketten.at(-1);
      if (kette && vorher && 'children' in vorher && kette.ziel === ziel)
        kette.text += toString(node);
      else ketten.push({ erster: node, text: toString(node), ziel });
      vorher = node;
    } else vorher = undefined;
  }
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

function einwandGegenZiel(ziel: string, art: ContentText['art']): Einwand | undefined {
  if (/^#[\w-]*$/.test(ziel) || /^tel:(110|112|115|116\d{3})$/.test(ziel)) return undefined;
  // Pages may lead to other pages of the portal.
  if (istSeite(art) && /^\/(?!\/)[\w/#=&.,-]*$/.test(ziel)) return undefined;
  const [, protokoll, rest = ''] = /^(tel|mailto):(\S*)$/.exec(ziel) ?? [];
  const result =
    protokoll === 'tel'
      ? telefon().safeParse(rest)
      : protokoll === 'mailto'
        ? email().safeParse(rest)
        : webadresse().safeParse(ziel);
  if (!result.success) {
    return {
      meldung: `Das Ziel „${ziel.slice(0, 60)}“ des Links ist nicht erlaubt: ${result.error.issues[0]!.message}`,
      tipp: `Erlaubt sind https://…, tel:+49… und mailto:…${istSeite(art) ? ', zu Seiten dieses Portals auch /themen/ und ähnliche' : ''}.`,
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
  const text = beschriftung
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('。', '.')
    .trim();
  if (text === '')
    return {
      meldung: `Der Link zu „${ziel.slice(0, 60)}“ hat keinen Text und wäre unsichtbar.`,
      tipp: 'Bitte zwischen [ und ] schreiben, was man dort findet.',
    };
  if (ziel.startsWith('tel:'))
    return nenntAndereNummer(text, ziel) ? taeuscht(text, ziel) : undefined;
  const host = ziel.startsWith('mailto:') ? ziel.split('@')[1] : URL.parse(ziel)?.hostname;
  if (!host) return undefined;
  const bare = (name: string) => domainToUnicode(name.toLowerCase().replace(/^www\./, ''));
  for (const [, genannt = ''] of text.matchAll(DOMAIN)) {
    const dort = bare(host) === bare(genannt) || bare(host).endsWith(`.${bare(genannt)}`);
    if (!dort && !DATEI.test(genannt)) return taeuscht(genannt, host);
  }
  return undefined;
}

function nenntAndereNummer(text: string, ziel: string): boolean {
  const kurz = /^\D*(110|112|116\d{3})\D*$/.exec(text.replace(/\s/g, ''))?.[1];
  if (kurz) return ziel !== `tel:${kurz}`;
  const genannt = telefon().safeParse(/[+(]?\d[\d ()/.–-]{4,30}\d/.exec(text)?.[0]);
  return genannt.success && genannt.data !== telefon().safeParse(ziel.slice('tel:'.length)).data;
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
