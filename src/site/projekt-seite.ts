/** View models of projects: what was tried, for others to take over. They are in German. */
import { KONTAKT_PRUEFINTERVALL_TAGE } from '../domain/ansprechstelle.ts';
import type { Quelle } from '../domain/felder.ts';
import { isVeraltet } from '../domain/stand.ts';
import type { Abschnitt, Projekt } from '../domain/projekt.ts';
import { angebotVon } from '../katalog/ansprechstellen.ts';
import { standzeile } from './angebot-karte.ts';
import { type StelleAnsicht, toStelle } from './ansprechstelle.ts';
import { hatSeite } from './facetten.ts';
import type { Verweis } from './kontakt.ts';
import {
  type Beschriftung,
  deutsch,
  formatZeitangabe,
  type Kontext,
  label,
  nurDeutsch,
} from './kontext.ts';
import { mailto } from './mailto.ts';
import { renderMarkdown } from './markdown.ts';

export interface ProjektSeite {
  titel: string;
  kurz: string;
  /** Empty for the whole Kreis. */
  kommunen: Verweis[];
  anbieter: Verweis[];
  /** Without a link where no offer is left. */
  themen: (Beschriftung & { href?: string })[];
  zielgruppen: (Beschriftung & { href?: string })[];
  zeitraum?: string;
  status?: string;
  html: string;
  /** Questions that the text leaves open. */
  unbekannt: Abschnitt[];
  /** Whom to ask; the providers, where the project names nobody. */
  kontakte: StelleAnsicht[];
  angebote: Verweis[];
  stand: string;
  veraltet: boolean;
  quelle?: Quelle;
  fehlerMelden: string;
}

const STATUS = {
  laeuft: 'läuft',
  abgeschlossen: 'abgeschlossen',
  verstetigt: 'abgeschlossen, wird dauerhaft weitergeführt',
} as const;

/**
 * In German whatever the Kontext; links stay in its language. Providers without an entry and offers that have ended are
 * left out.
 */
export function toProjektSeite(kontext: Kontext, projekt: Projekt): ProjektSeite {
  const hier = nurDeutsch(kontext);
  const { katalog, pfade } = hier;
  const { kommunen, themen, zielgruppen } = katalog.vokabular;
  const { titel, kurz, status, quelle } = projekt;
  const zeitraum = zeitraumText(projekt.zeitraum);
  const anbieter = projekt.anbieter.flatMap((id) => katalog.anbieter.get(id) ?? []);
  return {
    titel,
    kurz,
    kommunen:
      projekt.kommunen === 'kreisweit'
        ? []
        : projekt.kommunen.map((id) => ({
            ...label(kommunen, id, 'de'),
            href: pfade.wert('kommune', id),
          })),
    anbieter: anbieter.map(({ id, name }) => ({ text: name, href: pfade.anbieter(id) })),
    themen: projekt.thema.map((id) => ({
      ...label(themen, id, 'de'),
      ...(hatSeite(hier, 'thema', id) && { href: pfade.wert('thema', id) }),
    })),
    zielgruppen: projekt.zielgruppen.map((id) => ({
      ...label(zielgruppen, id, 'de'),
      ...(hatSeite(hier, 'zielgruppe', id) && { href: pfade.wert('zielgruppe', id) }),
    })),
    ...(zeitraum && { zeitraum }),
    ...(status && { status: STATUS[status] }),
    html: renderMarkdown(projekt.text),
    unbekannt: projekt.unbekannt,
    kontakte: projekt.kontakt
      ? [toStelle(hier, projekt.kontakt)]
      : anbieter.map(({ id, name, telefon, email, web }) =>
          toStelle(hier, {
            name,
            anbieter: id,
            kontakt: { ...(telefon && { telefon }), ...(email && { email }), ...(web && { web }) },
          }),
        ),
    angebote: (projekt.angebote ?? []).flatMap((id) => {
      const angebot = angebotVon(katalog, id);
      return angebot ? [{ text: angebot.titel, href: pfade.angebot(id) }] : [];
    }),
    stand: standzeile(hier, projekt),
    veraltet: isVeraltet(projekt, KONTAKT_PRUEFINTERVALL_TAGE, katalog.stichtag),
    ...(quelle && { quelle }),
    fehlerMelden: mailto(katalog.portal.kontakt.email, {
      betreff: `Projekt ${projekt.id}: Fehler oder Ergänzung`,
      text: 'Das stimmt nicht:\n\nSo ist es richtig:\n',
    }),
  };
}

function zeitraumText({ von, bis }: NonNullable<Projekt['zeitraum']> = {}): string | undefined {
  const format = (zeit: string) => formatZeitangabe(zeit, 'de');
  if (von && bis) return von === bis ? format(von) : `${format(von)} bis ${format(bis)}`;
  if (von) return `ab ${format(von)}`;
  return bis && `bis ${format(bis)}`;
}

export interface ProjektKarte extends Verweis {
  kurz: string;
  /** Where: names of Kommunen, or the whole Kreis. */
  wo: string;
}

/** All projects under the first of their Themen, in the order of the vocabulary. */
export function toProjektListe(kontext: Kontext): { thema: string; projekte: ProjektKarte[] }[] {
  const { themen } = kontext.katalog.vokabular;
  const alle = [...kontext.katalog.projekte.values()];
  return [...themen.keys()]
    .map((id) => ({
      thema: label(themen, id, 'de').text,
      projekte: alle
        .filter(({ thema }) => thema[0] === id)
        .map((projekt) => toProjektKarte(kontext, projekt)),
    }))
    .filter(({ projekte }) => projekte.length > 0);
}

function toProjektKarte(kontext: Kontext, projekt: Projekt): ProjektKarte {
  const { katalog, t } = nurDeutsch(kontext);
  const { kommunen } = projekt;
  return {
    ...verweis(kontext, projekt),
    kurz: projekt.kurz,
    wo:
      kommunen === 'kreisweit'
        ? t('ort.kreisweit')
        : kommunen.map((id) => label(katalog.vokabular.kommunen, id, 'de').text).join(', '),
  };
}

/** Projects that an offer came of. */
export function projekteZuAngebot(kontext: Kontext, angebot: string): Verweis[] {
  return projekteMit(kontext, ({ angebote = [] }) => angebote.includes(angebot));
}

/** Projects that a provider took part in. */
export function projekteVonAnbieter(kontext: Kontext, id: string): Verweis[] {
  return projekteMit(kontext, ({ anbieter }) => anbieter.includes(id));
}

/** Projects of a Kommune, those of the whole Kreis included. */
export function projekteIn(kontext: Kontext, kommune: string): Verweis[] {
  return projekteMit(
    kontext,
    ({ kommunen }) => kommunen === 'kreisweit' || kommunen.includes(kommune),
  );
}

function projekteMit(kontext: Kontext, passt: (projekt: Projekt) => boolean): Verweis[] {
  return [...kontext.katalog.projekte.values()]
    .filter(passt)
    .map((projekt) => verweis(kontext, projekt));
}

function verweis({ pfade, sprache }: Kontext, { id, titel }: Projekt): Verweis {
  return { ...deutsch(sprache, titel), href: pfade.projekt(id) };
}
