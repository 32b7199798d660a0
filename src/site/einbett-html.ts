/** The page in the frame: small, without script and without menu. A file, for Astro would take too long for so many. */
import type { Element } from 'hast';
import { fremd } from '../i18n/fremd.ts';
import { umLuecke } from '../i18n/luecke.ts';
import { richtung, sprachTag } from '../i18n/sprachen.ts';
import type { AngebotKarte } from './angebot-karte.ts';
import { type EinbettListe, toEinbettung } from './einbetten.ts';
import { formatSeite, h } from './element.ts';
import { type Beschriftung, deutsch, formatDatum, type Kontext } from './kontext.ts';
import { cspMeta } from './kopfzeilen.ts';
import { basisOf } from './pfade.ts';
import { isMaschinell, notrufNummern } from './rahmen.ts';

/** The portal never opens inside the frame. */
const OBEN = { target: '_top', rel: ['noopener'] };

/** A whole document in the language of the Kontext; its links leave the frame. @param liste one of `einbettListen` */
export function toEinbettHtml(kontext: Kontext, liste: EinbettListe): string {
  const { sprache, t } = kontext;
  const { portal } = kontext.katalog;
  const { titel, href, gruppen, anzahl, neutral, schutz } = toEinbettung(kontext, liste);
  const inhalt =
    anzahl === 0
      ? [h('p', {}, t('liste.leer'))]
      : gruppen.flatMap((gruppe) => [
          h('h2', {}, gruppe.titel),
          h('ul', {}, ...gruppe.karten.map((karte) => eintrag(kontext, karte))),
        ]);
  const gezeigt = gruppen.reduce((summe, { karten }) => summe + karten.length, 0);
  const seite = h(
    'html',
    { lang: sprachTag(sprache), dir: richtung(sprache) },
    h(
      'head',
      {},
      cspMeta(portal, kontext.pfade.einbetten(liste.art, liste.id)),
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      neutral
        ? h('title', fremd(deutsch(sprache, portal.name)), portal.name)
        : h('title', fremd(titel), `${titel.text} – ${portal.name}`),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('link', { rel: ['stylesheet'], href: `${basisOf(portal.url)}einbetten.css` }),
    ),
    h(
      'body',
      {},
      h(
        'main',
        {},
        ...(portal.probebetrieb ? [h('p', { className: ['banner'] }, t('probebetrieb'))] : []),
        h('h1', {}, verweis(titel, href)),
        ...(schutz ? [notruf(kontext)] : []),
        ...inhalt,
        ...(gezeigt < anzahl
          ? [h('p', {}, verweis({ text: t('liste.weitere', { anzahl }) }, href))]
          : []),
      ),
      fuss(kontext),
    ),
  );
  return formatSeite(seite);
}

function verweis(text: Beschriftung, href: string): Element {
  return h('a', { href, ...OBEN, ...fremd(text) }, text.text);
}

function eintrag({ t }: Kontext, karte: AngebotKarte): Element {
  const { titel, kurz, ort, art, stand, veraltet } = karte;
  return h(
    'li',
    {},
    h('h3', {}, verweis(titel, karte.href)),
    h('p', fremd(kurz), kurz.text),
    h(
      'p',
      { className: ['leise'] },
      h('span', fremd(ort), ort.text),
      ' · ',
      h('span', fremd(art), art.text),
      ' · ',
      h('span', {}, stand),
      ...(veraltet ? [' · ', h('strong', {}, t('stand.veraltet'))] : []),
    ),
  );
}

function notruf(kontext: Kontext): Element {
  const nummern = notrufNummern(kontext).map(({ bezeichnung, telefon, href }) =>
    h(
      'li',
      {},
      h('span', fremd(bezeichnung), bezeichnung.text),
      ' ',
      h('a', { href, dir: 'ltr', ...OBEN }, telefon),
    ),
  );
  return h(
    'div',
    { className: ['notruf'] },
    h('strong', {}, kontext.t('notruf.kurz')),
    h('ul', {}, ...nummern),
  );
}

/** Whose list this is, of which day, and who has translated it. */
function fuss(kontext: Kontext): Element {
  const { katalog, sprache, t, pfade } = kontext;
  const { name } = katalog.portal;
  const [vor, nach] = umLuecke(t, 'angebot.quelle', 'name');
  return h(
    'footer',
    {},
    h(
      'p',
      {},
      vor,
      verweis(deutsch(sprache, name), pfade.start),
      nach,
      ' · ',
      h('span', {}, t('einbetten.vom', { datum: formatDatum(katalog.stichtag, sprache) })),
    ),
    ...(isMaschinell(kontext) ? [h('p', {}, t('uebersetzung.maschinell'))] : []),
  );
}
