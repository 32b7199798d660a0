/**
 * The start page of a Land, in each of its languages: to choose a Kreis, and to search in all of them. Files, as what is embedded: there
 * is nothing here that Astro is needed for.
 */
import type { Element, Properties } from 'hast';
import type { Land, Mitglied } from '../domain/land.ts';
import { portalVon, sprachcodes } from '../domain/portal.ts';
import { alsDeutsch, fremd } from '../i18n/fremd.ts';
import { eigenName, locale, richtung, sprachTag } from '../i18n/sprachen.ts';
import { createText, type Text, texteDer } from '../i18n/texte.ts';
import { formatSeite, h } from './element.ts';
import { kontaktVerweise, notrufVerweise, type Verweis } from './kontakt.ts';
import { inSprache } from './kontext.ts';
import { cspMeta } from './kopfzeilen.ts';
import { absolut, basisOf } from './pfade.ts';

/** Files that the page loads, from its root. */
export interface LandGeruest {
  script: string;
  stil: string;
  /** Loaded only where scripts do not run. */
  ohneJs: string;
}

/** What the script of the page needs to know. */
export interface LandKonfig {
  /** Folder of the page on its server. */
  basis: string;
  sprache: string;
  locale: string;
  texte: Record<string, string>;
  /** In the order of the list: where the portal begins in this language. */
  kreise: { name: string; href: string }[];
}

/** Texts of the script: all that begin so. */
const TEXTE =
  /^(land\.|suche\.(anzahl_zu|leer\.titel|weggelassen|korrigiert|meinten|sucht|teilweise_nur|gestoert)|liste\.)/;

/** @returns texts by path from the root of the page */
export function toLandSeiten(
  land: Land,
  mitglieder: readonly Mitglied[],
  geruest: LandGeruest,
): Map<string, string> {
  const seiten = new Map(
    sprachcodes(land).map((sprache) => [
      `${ordnerVon(sprache)}index.html`,
      formatSeite(toSeite({ land, mitglieder, geruest, sprache, t: createText(sprache) })),
    ]),
  );
  return seiten.set(
    '404.html',
    formatSeite(toNichtGefunden({ land, mitglieder, geruest, sprache: 'de', t: createText('de') })),
  );
}

interface Seite {
  land: Land;
  mitglieder: readonly Mitglied[];
  geruest: LandGeruest;
  sprache: string;
  t: Text;
}

function ordnerVon(sprache: string): string {
  return sprache === 'de' ? '' : `${sprache}/`;
}

/** Where the portal of a Kreis begins in a language, if it has that; else in German. */
function portalIn(sprache: string, { kreis, beitrag }: Mitglied): string {
  const hat = beitrag?.portal.sprachen.includes(sprache);
  return portalVon(kreis) + (hat ? ordnerVon(sprache) : '');
}

function rumpf(seite: Seite, pfad: string, ...main: Element[]): Element {
  const { land, geruest, sprache, t } = seite;
  const basis = basisOf(land.url);
  const sprachen = sprachcodes(land).map((code) => ({
    code,
    tag: sprachTag(code),
    href: basis + ordnerVon(code),
  }));
  const deutsch = alsDeutsch(sprache);
  const beschreibung = inSprache(land.beschreibung, sprache);
  const indexiert = !land.probebetrieb && pfad !== '404.html';
  return h(
    'html',
    { lang: sprachTag(sprache), dir: richtung(sprache) },
    h(
      'head',
      {},
      cspMeta(land, basis + pfad),
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', deutsch, land.name),
      h('meta', { name: 'description', content: beschreibung.text }),
      ...(indexiert
        ? [
            h('link', { rel: ['canonical'], href: absolut(land, basis + pfad) }),
            ...sprachen.map(({ tag, href }) =>
              h('link', { rel: ['alternate'], hrefLang: tag, href: absolut(land, href) }),
            ),
          ]
        : [h('meta', { name: 'robots', content: 'noindex' })]),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'format-detection', content: 'telephone=no' }),
      h('link', { rel: ['icon'], href: `${basis}favicon.svg`, type: 'image/svg+xml' }),
      h('link', { rel: ['stylesheet'], href: basis + geruest.stil }),
      h('script', { type: 'module', src: basis + geruest.script }),
    ),
    h(
      'body',
      {},
      h('a', { className: ['sprung'], href: '#inhalt' }, t('nav.inhalt')),
      ...(land.ausstieg ? [ausstieg(land.ausstieg, t)] : []),
      h(
        'header',
        { className: ['kopf'] },
        ...(land.probebetrieb ? [h('p', { className: ['banner'] }, t('probebetrieb'))] : []),
        h(
          'div',
          { className: ['breite', 'kopf-zeile'] },
          h('a', { className: ['marke'], href: basis + ordnerVon(sprache), ...deutsch }, land.name),
        ),
        h(
          'nav',
          { className: ['breite'], ariaLabel: t('nav.sprachen') },
          h(
            'ul',
            { className: ['menue'] },
            ...sprachen.map(({ code, tag, href }) =>
              h(
                'li',
                {},
                h(
                  'a',
                  {
                    href,
                    lang: tag,
                    hrefLang: tag,
                    dir: richtung(code),
                    ...(code === sprache && { ariaCurrent: 'true' }),
                  },
                  eigenName(code),
                ),
              ),
            ),
          ),
        ),
      ),
      h('main', { id: 'inhalt', className: ['breite'] }, ...main),
      fuss(seite),
    ),
  );
}

function toSeite(seite: Seite): Element {
  const { land, mitglieder, geruest, sprache, t } = seite;
  const beschreibung = inSprache(land.beschreibung, sprache);
  const maschinell = land.sprachen.find(({ code }) => code === sprache)?.geprueft !== true;
  return rumpf(
    seite,
    ordnerVon(sprache),
    h('h1', {}, h('span', alsDeutsch(sprache), land.name)),
    h('p', { className: ['vorspann'], ...fremd(beschreibung) }, beschreibung.text),
    ...(maschinell
      ? [
          h(
            'p',
            { className: ['ungeprueft'] },
            t('uebersetzung.maschinell'),
            ' ',
            h('a', { href: `mailto:${land.kontakt.email}` }, t('uebersetzung.melden')),
          ),
        ]
      : []),
    h('noscript', {}, h('link', { rel: ['stylesheet'], href: basisOf(land.url) + geruest.ohneJs })),
    suche(seite),
    h(
      'section',
      { ariaLabelledBy: ['kreise'] },
      h('h2', { id: 'kreise' }, t('land.kreise_titel')),
      h(
        'ul',
        { className: ['ortsliste'] },
        ...mitglieder.map((mitglied) => {
          const anzahl = mitglied.beitrag?.angebote.length;
          return h(
            'li',
            {},
            h(
              'a',
              { href: portalIn(sprache, mitglied), rel: ['external'] },
              h('span', alsDeutsch(sprache), mitglied.kreis.name),
              ' ',
              h(
                'small',
                {},
                anzahl === undefined ? t('land.nicht_dabei') : t('liste.angebote', { anzahl }),
              ),
            ),
          );
        }),
      ),
    ),
  );
}

/** The search, and what its script fills in. */
function suche(seite: Seite): Element {
  const { land, mitglieder, sprache, t } = seite;
  const konfig: LandKonfig = {
    basis: basisOf(land.url),
    sprache,
    locale: locale(sprache),
    texte: Object.fromEntries(Object.entries(texteDer(sprache)).filter(([key]) => TEXTE.test(key))),
    kreise: mitglieder.map((mitglied) => ({
      name: mitglied.kreis.name,
      href: portalIn(sprache, mitglied),
    })),
  };
  const feld = (name: string, text: string, eigenschaften: Properties) => [
    h('label', { htmlFor: [name] }, text),
    h('input', {
      id: name,
      maxLength: 200,
      autoComplete: ['off'],
      dataBereich: name,
      ...eigenschaften,
    }),
  ];
  return h(
    'div',
    { className: ['suche'], dataLand: '' },
    h(
      'form',
      {
        className: ['suchformular', 'land-formular', 'nur-mit-js'],
        role: 'search',
        method: 'dialog',
        dataBereich: 'formular',
      },
      ...feld('feld', t('suche.feld'), {
        type: 'search',
        enterKeyHint: 'search',
        ariaDescribedBy: ['beispiel'],
      }),
      h(
        'p',
        { className: ['suchbeispiel'], id: 'beispiel' },
        `${t('suche.beispiel')}. ${t('land.hinweis')}`,
      ),
      ...feld('ort', t('land.ort'), { type: 'text' }),
      h('button', { type: 'submit' }, t('suche.suchen')),
    ),
    // Who hears the page hears the numbers as soon as they are there.
    h('div', { ariaLive: 'polite' }, notruf(seite)),
    h('noscript', {}, h('p', {}, t('land.ohne_js'))),
    h(
      'div',
      { className: ['ersatz'] },
      h(
        'p',
        { className: ['nur-mit-js'] },
        t('ersatz.text'),
        ' ',
        h('a', { href: '#kreise' }, t('land.kreise_titel')),
      ),
    ),
    h('p', { className: ['status'], role: 'status', dataBereich: 'status' }),
    h('div', { className: ['deutung'], role: 'status', dataBereich: 'deutung' }),
    h('div', { dataBereich: 'ergebnisse' }),
    h(
      'script',
      { type: 'application/json', dataBereich: 'konfig' },
      JSON.stringify(konfig).replaceAll('<', '\\u003c'),
    ),
  );
}

/** Emergency numbers; the script shows those that help with what somebody fears. */
function notruf({ land, sprache, t }: Seite): Element {
  return h(
    'section',
    { className: ['notruf'], ariaLabelledBy: ['notruf'], dataBereich: 'notruf', hidden: true },
    h('h2', { id: 'notruf' }, t('suche.notruf')),
    h('ul', {}, ...nummern(land, sprache)),
  );
}

function nummern(land: Land, sprache: string): Element[] {
  return notrufVerweise(land, sprache).map(({ bezeichnung, telefon, href, bei = [] }) =>
    h(
      'li',
      { dataBei: bei.join(' ') },
      h('span', fremd(bezeichnung), bezeichnung.text),
      ' ',
      h('a', { href, dir: 'ltr' }, telefon),
    ),
  );
}

/** As `Ausstieg.astro`, without the page that explains it: that stands in the portals. */
function ausstieg(ziel: string, t: Text): Element {
  const verlassen = { href: ziel, rel: ['nofollow', 'noreferrer'], dataAusstieg: '' };
  const lichter = [1, 2, 3].map(() => h('i', { dataLicht: '' }));
  return h(
    'section',
    { className: ['ausstieg'], ariaLabel: t('ausstieg.knopf') },
    h(
      'div',
      { className: ['breite', 'ausstieg-zeile'] },
      h(
        'a',
        {
          ...verlassen,
          className: ['knopf', 'ausstieg-knopf'],
          draggable: 'false',
          dataAusstiegKnopf: '',
        },
        t('ausstieg.knopf'),
        h('span', { className: ['ausstieg-lichter'], ariaHidden: 'true' }, ...lichter),
      ),
      h('span', {
        className: ['unsichtbar'],
        role: 'status',
        dataAusstiegStatus: '',
        dataZweimal: t('ausstieg.noch-zweimal'),
        dataEinmal: t('ausstieg.noch-einmal'),
        dataAbgelaufen: t('ausstieg.abgelaufen'),
        dataLaeuft: t('ausstieg.laeuft'),
      }),
    ),
  );
}

function fuss({ land, sprache, t }: Seite): Element {
  const { telefon, email } = land.kontakt;
  const wege = Object.values(kontaktVerweise({ ...(telefon && { telefon }), email })) as Verweis[];
  const alle = nummern(land, sprache);
  return h(
    'footer',
    { className: ['fuss'] },
    h(
      'div',
      { className: ['breite', 'fuss-spalten'] },
      h(
        'section',
        { ariaLabelledBy: ['fuss-kontakt'] },
        h('h2', { id: 'fuss-kontakt' }, t('fuss.kontakt')),
        h('p', { lang: 'de', dir: 'ltr' }, land.kontakt.stelle),
        h(
          'p',
          { className: ['fuss-kontakt'] },
          ...wege.map(({ href, text }) => h('a', { href, dir: 'ltr' }, text)),
        ),
      ),
      ...(alle.length > 0
        ? [
            h(
              'section',
              { ariaLabelledBy: ['fuss-notruf'] },
              h('h2', { id: 'fuss-notruf' }, t('fuss.notruf')),
              h('ul', { className: ['ohne-punkte'] }, ...alle),
            ),
          ]
        : []),
      ...(land.verweise
        ? [
            h(
              'nav',
              { ariaLabel: t('nav.hilfe') },
              h(
                'ul',
                { className: ['ohne-punkte'] },
                ...land.verweise.map(({ bezeichnung, url }) => {
                  const text = inSprache(bezeichnung, sprache);
                  return h('li', {}, h('a', { href: url, ...fremd(text) }, text.text));
                }),
              ),
            ),
          ]
        : []),
    ),
  );
}

/** What the server shows where there is no page; in German, with the way to every language in its head. */
function toNichtGefunden(seite: Seite): Element {
  const { land, t } = seite;
  return rumpf(
    seite,
    '404.html',
    h('h1', {}, t('fehlt.titel')),
    h('p', {}, h('a', { href: basisOf(land.url) }, t('nav.start'))),
  );
}
