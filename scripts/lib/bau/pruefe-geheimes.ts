/**
 * Looks for the places of confidential offers in everything that was built. The rules keep them out of the content and the Katalog
 * drops them; should both fail some day, nothing is published all the same.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { istAlsVertraulichMarkiert } from '../../../src/domain/angebot.ts';
import { decode } from '../../../src/domain/fragment.ts';
import { entpackeDateien } from '../../../src/domain/offline-paket.ts';
import type { OrtEintrag } from '../../../src/domain/ort.ts';
import { sprachcodes } from '../../../src/domain/portal.ts';
import { istVertraulichesAngebot } from '../../../src/katalog/create-angebot.ts';
import type { Eintraege, Katalog } from '../../../src/katalog/katalog.ts';
import { ortsworte, schlicht } from '../../../src/katalog/ortsworte.ts';
import { teileName } from '../../../src/katalog/uebersetzungen.ts';
import { createPfade } from '../../../src/site/pfade.ts';
import { type Ausgabe, ortVon } from './ausgabe.ts';
import { liesSeite } from '../seiten/lies-seite.ts';

/** How a text tells the place of an offer. */
interface Spur {
  /** „des vertraulichen Angebots „…““. */
  wessen: string;
  /** „die Straße“; never the secret itself: logs of builds are public. */
  was: string;
  in: (text: Lesarten) => boolean;
}

/** A text as it stands, and in letters and digits only. */
interface Lesarten {
  roh: string;
  schlicht: string;
}

/**
 * @param dateien all files of the portal, from its root
 * @param eintraege what the files of the content say, before anything was left out
 * @returns German sentences; empty where all is well
 */
export function pruefeGeheimes(
  ausgabe: Ausgabe,
  katalog: Katalog,
  eintraege: Eintraege,
  dateien: readonly string[],
): string[] {
  const spuren = toSpuren(eintraege);
  const einwaende = anschriftAufSeiten(ausgabe, katalog, dateien);
  // Nearly always: the content has no such place, so there is nothing to look for.
  if (spuren.length === 0) return einwaende;
  for (const datei of dateien)
    for (const [name, text] of texteIn(ortVon(ausgabe, datei), datei)) {
      const lesarten = toLesarten(text);
      for (const { wessen, was } of spuren.filter((spur) => spur.in(lesarten)))
        einwaende.push(`In der Datei ${name} steht ${was} ${wessen}.`);
    }
  return einwaende;
}

/** The pages of confidential offers show no address and lead to no map, not even to that of their providers' other offers. */
function anschriftAufSeiten(
  ausgabe: Ausgabe,
  katalog: Katalog,
  dateien: readonly string[],
): string[] {
  const vorhanden = new Set(dateien);
  const vertrauliche = [...katalog.angebote.values()].filter(({ vertraulich }) => vertraulich);
  return sprachcodes(katalog.portal).flatMap((sprache) => {
    const pfade = createPfade('', sprache, katalog.geschuetzt);
    return vertrauliche
      .flatMap(({ id }) => [pfade.angebot(id), pfade.zettelVon(id)])
      .map((pfad) => `${pfad}index.html`)
      .filter((datei) => vorhanden.has(datei))
      .filter((datei) => {
        const html = readFileSync(ortVon(ausgabe, datei), 'utf8');
        const { links } = liesSeite(html);
        return html.includes('<address') || links.some(({ href }) => /^geo:|\/maps?\b/.test(href));
      })
      .map((datei) => `Auf der Seite /${datei} steht eine Anschrift; ihr Angebot ist vertraulich.`);
  });
}

/** Every text in a file: packages hold many, and Pagefind's files are compressed. */
function* texteIn(pfad: string, name: string): Iterable<[name: string, text: string]> {
  if (name.endsWith('.png')) return;
  const bytes = readFileSync(pfad);
  const roh = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  if (!name.endsWith('.paket')) yield [name, roh.toString('utf8')];
  else
    for (const [adresse, inhalt] of entpackeDateien(new Uint8Array(roh)))
      yield [`${name} (${adresse || 'Startseite'})`, new TextDecoder().decode(inhalt)];
}

/**
 * What would tell a place. A street or a house that a public entry names as well is no secret, and where it is found nobody could say
 * whose it is: it is left out, while the street with its number is looked for as long as no public entry has just that. Towns alone,
 * and points rounded to a kilometre, are everywhere.
 */
function toSpuren(eintraege: Eintraege): Spur[] {
  const { angebote, orte, vokabular } = eintraege;
  const geheime = new Map(
    [...angebote].filter(([, angebot]) =>
      istVertraulichesAngebot(angebot, vokabular.angebotsarten),
    ),
  );
  const eigene = [...geheime].flatMap(([id, angebot]) =>
    (angebot.orte ?? [])
      .map((ort) => (typeof ort === 'string' ? orte.get(ort) : ort))
      .filter((ort) => ort !== undefined)
      .flatMap((ort) => spurenVon(`des vertraulichen Angebots „${id}“`, ort)),
  );
  const fremde = [...eintraege.verbund].flatMap(([id, { geheimeOrte }]) =>
    geheimeOrte.flatMap((ort) => spurenVon(`eines vertraulichen Angebots von „${id}“`, ort)),
  );
  const spuren = [...eigene, ...fremde];
  // All that the content says is long; mostly there is nothing that it could take back.
  if (spuren.length === 0) return [];
  const oeffentlich = toLesarten(oeffentlicherText(eintraege, geheime));
  return spuren.filter((spur) => !spur.in(oeffentlich));
}

function oeffentlicherText(eintraege: Eintraege, geheime: Eintraege['angebote']): string {
  const andere = [...eintraege.angebote].filter(([id]) => !geheime.has(id));
  const genutzt = new Set(andere.flatMap(([, { orte = [] }]) => orte));
  const uebersetzt = [...eintraege.uebersetzungen.angebote].filter(
    ([name]) => !geheime.has(teileName(name).von),
  );
  const verbund = [...eintraege.verbund].map(([id, datei]) => [
    id,
    { ...datei, angebote: datei.angebote.filter((angebot) => !istAlsVertraulichMarkiert(angebot)) },
  ]);
  return JSON.stringify(
    {
      ...eintraege,
      verbund,
      angebote: andere,
      orte: [...eintraege.orte].filter(([id]) => genutzt.has(id)),
      uebersetzungen: { ...eintraege.uebersetzungen, angebote: uebersetzt },
    },
    (name, wert: unknown) =>
      name === 'geheimeOrte'
        ? undefined
        : wert instanceof Map
          ? [...(wert as Map<unknown, unknown>)]
          : wert,
  );
}

function spurenVon(
  wessen: string,
  ort: Pick<OrtEintrag, 'strasse' | 'name' | 'haltestelle' | 'lat' | 'lon'>,
): Spur[] {
  const { lat, lon } = ort;
  const spuren = ortsworte(ort).map(([was, muster]): Spur => ({
    wessen,
    was,
    in: (text) => muster.test(text.schlicht),
  }));
  const punkt = lat !== undefined && lon !== undefined && punktMuster(lat, lon);
  return punkt
    ? [...spuren, { wessen, was: 'der Punkt auf der Karte', in: ({ roh }) => punkt.test(roh) }]
    : spuren;
}

/** Both numbers side by side, in either order, to four digits or more: about ten metres. */
function punktMuster(lat: number, lon: number): RegExp | undefined {
  const stellen = (zahl: number) => {
    const abgeschnitten = Math.trunc(zahl * 1e4) / 1e4;
    const formen = [zahl.toFixed(4), abgeschnitten.toFixed(4)].map((form) =>
      form.replace('.', '[.,]'),
    );
    return `(?<!\\d)(?:${[...new Set(formen)].join('|')})\\d*`;
  };
  if (![lat, lon].every((zahl) => /\.\d{3}/.test(String(zahl)))) return undefined;
  const [breite, laenge] = [stellen(lat), stellen(lon)];
  return new RegExp(`${breite}[^\\d]{1,40}${laenge}|${laenge}[^\\d]{1,40}${breite}`);
}

/** Text without the ways HTML, JSON and addresses write it. */
function toLesarten(text: string): Lesarten {
  const roh = text
    .replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => decode(bytes, bytes))
    .replace(/\\u([0-9a-f]{4})|&#x([0-9a-f]{1,6});|&#(\d{1,7});/gi, (ganz, json, hex, dezimal) =>
      zeichenVon(json || hex ? parseInt((json ?? hex) as string, 16) : Number(dezimal), ganz),
    )
    .replace(/\\[nrt]/g, ' ')
    .replace(/&([aou])uml;/gi, '$1')
    .replaceAll('&szlig;', 'ss')
    .replace(/&[a-z]+;/gi, ' ');
  // Words may stand in attributes, and others be parted by elements.
  return { roh, schlicht: `${schlicht(roh)} ${schlicht(roh.replace(/<[^<>]*>/g, ' '))}` };
}

function zeichenVon(nummer: number, sonst: string): string {
  return nummer <= 0x10ffff ? String.fromCodePoint(nummer) : sonst;
}
