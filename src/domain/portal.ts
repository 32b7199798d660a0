import { z } from 'zod';
import { ARCHIV_NACH } from './stand.ts';
import {
  auswahl,
  email,
  jaNein,
  jeSprache,
  kennung,
  kurzwahl,
  liste,
  seitensprache,
  telefon,
  text,
  verweis,
  webadresse,
  zahl,
  zahlOderNie,
} from './felder.ts';

const LAENDER = [
  'bb',
  'be',
  'bw',
  'by',
  'hb',
  'he',
  'hh',
  'mv',
  'ni',
  'nw',
  'rp',
  'sh',
  'sl',
  'sn',
  'st',
  'th',
] as const;

const grad = zahl({ min: -180, max: 180 });
/** `[smallest, largest]`, in degrees. */
const bereich = z.tuple([grad, grad]).refine(([min, max]) => min < max, {
  message: 'Der kleinere Wert muss zuerst stehen.',
  params: { tipp: 'Bitte die beiden Werte vertauschen.' },
});
/** A server, and a folder on it if need be: everything else would be lost in the addresses of the pages. */
const ADRESSE_DES_PORTALS = /^https?:\/\/[^/?#]+(\/[a-z0-9_-]+)*\/?$/i;

/**
 * A language of the interface. `geprueft` says that a person who speaks it has read interface, vocabularies and glossary;
 * without it visitors are told that a machine wrote them.
 */
const portalsprache = z
  .union([
    seitensprache(),
    z.strictObject({ code: seitensprache(), geprueft: jaNein().optional() }),
  ])
  .transform((wert) => (typeof wert === 'string' ? { code: wert } : wert))
  .transform(
    ({ code, geprueft = code === 'de' }: { code: string; geprueft?: boolean | undefined }) => ({
      code,
      geprueft,
    }),
  );

/** How a neighbour publishes its offers: as a portal of this generator, or as a file of Open Referral (HSDS). */
const NACHBAR_FORMEN = ['portal', 'hsds'] as const;

/** A neighbouring Kreis whose offers are shown after our own. */
const nachbar = z
  .strictObject({
    /** Name of the stored copy, `verbund/<id>.json`. */
    id: kennung(),
    /** The portal's address, or that of its file. */
    url: webadresse().refine((url) => url.startsWith('https://'), {
      message:
        'Angebote anderer werden nur verschlüsselt geholt; die Adresse beginnt mit https://.',
      params: { tipp: 'Bitte die Adresse mit https:// eintragen.' },
    }),
    /** As visitors read where an offer comes from; by default the Kreis that the portal itself names; a file of HSDS names none. */
    name: text(80).optional(),
    form: auswahl(NACHBAR_FORMEN).default('portal'),
  })
  .check((ctx) => {
    const { url, form, name } = ctx.value;
    if (form === 'hsds' && !name)
      ctx.issues.push({
        code: 'custom',
        path: ['name'],
        message: 'Wessen Angebote eine Datei im Format HSDS enthält, sagt sie nicht; „name“ fehlt.',
        params: { tipp: 'Bitte ergänzen, zum Beispiel: name: Kreis Ahrweiler' },
        input: ctx.value,
      });
    if (form !== 'portal' || ADRESSE_DES_PORTALS.test(url)) return;
    ctx.issues.push({
      code: 'custom',
      path: ['url'],
      message: 'Das ist nicht die Adresse der Startseite eines Portals.',
      params: {
        tipp: 'Zum Beispiel: https://www.nachbarkreis.de/integration/ – für eine Datei im Format HSDS bitte „form: hsds“ ergänzen.',
      },
      input: ctx.value,
    });
  });

/** The licence of a portal that names none. */
export const CC_BY = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};

/** `portal.yaml`: everything about this Kreis that is no offer. */
export const portalSchema = z.strictObject({
  /** Name of the portal, on every page. */
  name: text(80),
  /** Name of the Kreis as in a sentence: „Musterkreis“. */
  kreis: text(80),
  /** „im Musterkreis“: the name with its preposition, per language. */
  im_kreis: jeSprache(text(80)),
  beschreibung: jeSprache(text(200)),
  /** Land as in ISO 3166-2:DE, without the prefix: `nw`. */
  land: auswahl(LAENDER),
  /** Public address, with the folder if it is not at the root: https://www.kreis.de/integration/ */
  url: webadresse().refine((url) => ADRESSE_DES_PORTALS.test(url), {
    message:
      'Die Adresse des Portals besteht nur aus dem Server und, wenn nötig, Ordnern aus a–z, Ziffern und Bindestrichen.',
    params: { tipp: 'Zum Beispiel: https://www.kreis.de/integration/' },
  }),
  /** Languages of the interface; the first is the default without a prefix and must be `de`. */
  sprachen: liste(portalsprache, ({ code }) => code).refine(([erste]) => erste?.code === 'de', {
    message: 'Die erste Sprache muss „de“ sein: Sie steht ohne Vorsatz in den Adressen.',
    params: { tipp: 'Bitte „de“ an den Anfang der Liste stellen.' },
  }),
  /** While true: banner on every page, `noindex`, placeholders allowed. */
  probebetrieb: jaNein(),
  /** Who answers for the portal, and where visitors turn when something is wrong. */
  kontakt: z.strictObject({
    stelle: text(120),
    telefon: telefon().optional(),
    email: email(),
  }),
  /** Numbers shown when nothing else helps; of the content, so that each Kreis names its own. */
  notruf: liste(
    z.strictObject({
      bezeichnung: jeSprache(text(120)),
      telefon: kurzwahl(),
      /** Ids of the Anliegen it helps with. A search for one of them names this number first. */
      bei: liste(verweis()).optional(),
    }),
  ).optional(),
  /** A harmless page elsewhere that whoever must leave at once is sent to. */
  ausstieg: webadresse().optional(),
  karte: z.strictObject({
    /** Rectangle in degrees in which every point must lie. */
    gebiet: z.strictObject({ lat: bereich, lon: bereich }),
    /** Background tiles of a third party, loaded only after a click that names it. */
    kacheln: auswahl(['basemapde']).optional(),
  }),
  quelle_hinweis: jeSprache(text(300)).optional(),
  /** Under which others may use the content: pages and open data name it. */
  lizenz: z.strictObject({ name: text(80), url: webadresse() }).default(CC_BY),
  /** After how many review intervals without a check an offer moves to the archive. */
  archiv_nach: zahlOderNie({ min: 1.5, max: 20, stellen: 1 }).default(ARCHIV_NACH),
  /** The project on its forge (GitHub, or a GitLab): providers answer letters there instead of by mail. */
  projekt: webadresse()
    .refine((url) => /^https:\/\/[^/?#]+(\/[^/?#]+){2,}\/?$/.test(url), {
      message: 'Das ist keine Adresse eines Projekts.',
      params: { tipp: 'Zum Beispiel: https://github.com/kreis/integrationsportal' },
    })
    .optional(),
  /** Neighbouring Kreise whose offers are shown, too, after our own. */
  verbund: liste(nachbar, ({ id }) => id).optional(),
});

export type Portal = z.output<typeof portalSchema>;

/** A neighbour as `portal.yaml` names it. */
export type NachbarEintrag = NonNullable<Portal['verbund']>[number];

/** The codes of the languages a portal is in, in its order. */
export function sprachcodes({ sprachen }: Pick<Portal, 'sprachen'>): string[] {
  return sprachen.map(({ code }) => code);
}

/** Where the portal of a Kreis begins, with a slash at the end. */
export function portalVon({ url }: Pick<Portal, 'url'>): string {
  return url.endsWith('/') ? url : `${url}/`;
}
