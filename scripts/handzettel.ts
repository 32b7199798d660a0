/**
 * Prints the hand-outs of a Kommune as a booklet, for waiting rooms and advice centres.
 *
 *     npm run handzettel -- --kommune <id> --sprache <code> [--thema <id>] [--format a4|a5] [--gross] [--ausgabe <file.pdf>]
 *
 * Takes the hand-outs from the built portal, which must be of today's content.
 *
 * PORTAL_INHALT  content folder (default `content`)
 * PORTAL_ZIEL    folder of the built portal (default `dist`)
 * STICHTAG       the day the portal was built for (default today in Germany)
 * Exit code 1 where it cannot be printed, 2 where the call is wrong.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fehlerIn } from '../src/domain/befund.ts';
import { sprachcodes } from '../src/domain/portal.ts';
import { letzteAenderung } from '../src/katalog/content-files.ts';
import type { Katalog } from '../src/katalog/katalog.ts';
import { readKatalog } from '../src/katalog/read-katalog.ts';
import { inhaltsordner, zielordner } from '../src/katalog/umgebung.ts';
import { toHeft } from '../src/site/heft.ts';
import { createKontext, formatDatum } from '../src/site/kontext.ts';
import { basisOf, createPfade } from '../src/site/pfade.ts';
import { liesAufruf, liesWahl } from './lib/aufruf.ts';
import { starteBrowser } from './lib/browser.ts';
import { ende } from './lib/ende.ts';
import { FORMATE, mehrzahl } from './lib/format-befunde.ts';
import { zeigeFortschritt } from './lib/fortschritt.ts';
import { druckeHeft } from './lib/heft-drucken.ts';
import { PRUEFSUMMEN } from './lib/pruefsummen.ts';
import { pruefeSchreibbar, schreibeDatei } from './lib/schreibe-datei.ts';
import { serveFolder } from './lib/server.ts';
import { ohneSteuerzeichen } from './lib/steuerzeichen.ts';

const HILFE = `Aufruf: npm run handzettel -- --kommune <Kürzel> --sprache <Kürzel> [weitere Angaben]
  --kommune   für die Menschen welcher Stadt oder Gemeinde, zum Beispiel aus vokabular/kommunen.yaml
  --sprache   welche Sprache neben Deutsch, zum Beispiel ar
  --thema     nur Angebote zu einem Thema aus vokabular/themen.yaml
  --format    a4 (sonst) oder a5
  --gross     große Schrift
  --ausgabe   Name der Datei; sonst handzettel-<Kommune>-<Sprache>.pdf`;

const portal = zielordner();
const aufruf = readAufruf();
const { katalog, befunde } = readKatalog(inhaltsordner(), aufruf.stichtag);
const fehler = fehlerIn(befunde);
if (!katalog || fehler.length > 0) ende(FORMATE.text(fehler), 1);
const einwand = einwandGegenAufruf(katalog);
if (einwand) ende(`${einwand}\n\n${HILFE}`);

const kontext = createKontext(katalog, aufruf.sprache);
const heft = toHeft(kontext, aufruf.kommune, aufruf.thema);
const codes = heft.kapitel.flatMap(({ eintraege }) => eintraege.map(({ code }) => code));
if (codes.length === 0) ende('Dafür gibt es kein Angebot; es wurde kein Heft geschrieben.', 1);
const veraltet = einwandGegenPortal(katalog);
if (veraltet) ende(`${veraltet} Bitte zuerst: npm run build`, 1);

try {
  pruefeSchreibbar(aufruf.ausgabe);
  const seiten = await drucken();
  console.log(
    `${mehrzahl(codes.length, 'Angebot steht', 'Angebote stehen')} auf ${mehrzahl(seiten, 'Seite', 'Seiten')} in „${ohneSteuerzeichen(aufruf.ausgabe)}“.`,
  );
} catch (error) {
  ende((error as Error).message, 1);
}

/** Reads the hand-outs, prints and writes them. Returns the number of pages. */
async function drucken(): Promise<number> {
  const zettel = new Map<string, string>();
  let stile: string[] = [];
  for (const [nr, code] of codes.entries()) {
    const html = readFileSync(seiteVon(code), 'utf8');
    zettel.set(
      code,
      html.slice(html.indexOf('<article class="zettel'), html.indexOf('</article>') + 10),
    );
    stile = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
    zeigeFortschritt('Lese Handzettel', nr + 1, codes.length);
  }
  const basis = basisOf(katalog!.portal.url);
  const server = await serveFolder(portal, basis, 0, katalog!.portal);
  const { port } = server.address() as AddressInfo;
  const browser = await starteBrowser();
  try {
    const { pdf, seiten } = await druckeHeft(
      browser,
      `http://localhost:${port}${kontext.pfade.zettel}`,
      heft,
      {
        stile,
        css: readFileSync('src/styles/heft.css', 'utf8'),
        zettel,
        format: aufruf.format,
        gross: aufruf.gross,
      },
      (was) => console.error(was),
    );
    schreibeDatei(aufruf.ausgabe, pdf);
    return seiten;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** The built page of a hand-out. */
function seiteVon(code: string): string {
  return join(portal, createPfade('', aufruf.sprache, {}).zettel, code, 'index.html');
}

/** What the caller wants; ends the program where that is not to be understood. */
function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      options: {
        kommune: { type: 'string' },
        sprache: { type: 'string' },
        thema: { type: 'string' },
        format: { type: 'string', default: 'a4' },
        gross: { type: 'boolean', default: false },
        ausgabe: { type: 'string' },
      },
    },
    ({ values }, stichtag) => {
      const { kommune, sprache, thema, gross } = values;
      if (!kommune || !sprache) throw new Error('Es fehlt die Kommune oder die Sprache.');
      const format = liesWahl('Das Format', values.format, ['a4', 'a5']);
      const ausgabe = values.ausgabe ?? `handzettel-${kommune}-${sprache}.pdf`;
      if (!/\.pdf$/i.test(ausgabe)) throw new Error('Der Name der Datei muss auf .pdf enden.');
      return { kommune, sprache, thema, format, gross, ausgabe, stichtag };
    },
  );
}

/** Why there is no such booklet: a German sentence. */
function einwandGegenAufruf({ portal, vokabular }: Katalog): string | undefined {
  const gibtEsNicht = (was: string, wert: string | undefined, werte: readonly string[]) =>
    wert === undefined || werte.includes(wert)
      ? undefined
      : `${was} „${wert}“ gibt es nicht. Möglich sind: ${werte.join(', ')}`;
  return (
    gibtEsNicht('Die Kommune', aufruf.kommune, [...vokabular.kommunen.keys()]) ??
    gibtEsNicht('Die Sprache', aufruf.sprache, sprachcodes(portal)) ??
    gibtEsNicht('Das Thema', aufruf.thema, [...vokabular.themen.keys()])
  );
}

/** Why the built portal does not say what the content says today: a German sentence. */
function einwandGegenPortal({ stichtag }: Katalog): string | undefined {
  const liste = join(portal, 'angebote', 'index.html');
  if (!existsSync(liste)) return `Im Ordner „${portal}“ liegt kein gebautes Portal.`;
  const tag = formatDatum(stichtag, 'de');
  if (
    !readFileSync(liste, 'utf8').includes(
      createKontext(katalog!, 'de').t('zettel.stand-liste', { datum: tag }),
    )
  )
    return `Das Portal im Ordner „${portal}“ ist nicht vom ${tag}.`;
  // Written by each build, whether the list of offers has changed or not.
  const gebaut = statSync(join(portal, PRUEFSUMMEN), { throwIfNoEntry: false });
  if (!gebaut || letzteAenderung(inhaltsordner()) > gebaut.mtimeMs)
    return `Der Inhalt ist neuer als das Portal im Ordner „${portal}“.`;
  if (codes.some((code) => !existsSync(seiteVon(code))))
    return `Im Ordner „${portal}“ fehlen Handzettel.`;
  return undefined;
}
