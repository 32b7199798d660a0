/**
 * What building again costs: for a Kreis as it is, and for one of 500 offers in all languages.
 *
 *     npm run bench -- wieder
 *
 * From scratch nothing lies at the target and the program is made anew, as on a fresh machine; then a sentence is added to one offer in a
 * hundred; then nothing is. A copy of the content has no history in Git, so feeds of what is new are short.
 */
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OBERFLAECHEN_SPRACHEN } from '../src/i18n/sprachen.ts';
import { ablageVon } from '../src/katalog/ablage.ts';
import { inhaltsordner } from '../src/katalog/umgebung.ts';
import { bearbeite, schreibeInhalt } from './inhalt.ts';
import { type Kosten, median, messeSkript } from './messen.ts';

const ORDNER = resolve('.tmp/bench-wieder');
const INHALT = join(ORDNER, 'inhalt');
const ZIEL = join(ORDNER, 'dist');
const RUNDEN = 3;
/** As `bench/land`: longer texts would make offers in Russian too heavy. */
const WORTE_JE_TEXT = 40;

const PORTALE: readonly { name: string; schreibe: (ordner: string) => void }[] = [
  {
    name: 'The content',
    schreibe: (ordner) => cpSync(inhaltsordner(), ordner, { recursive: true }),
  },
  {
    name: '500 offers in all languages',
    schreibe: (ordner) => void schreibeInhalt(ordner, 500, OBERFLAECHEN_SPRACHEN, 1, WORTE_JE_TEXT),
  },
];

/** @returns a table in Markdown: medians, and what building again costs of building from scratch */
export async function formatWieder(): Promise<string> {
  const zeilen: string[] = [];
  process.once('exit', raeumeAuf);
  for (const { name, schreibe } of PORTALE) {
    rmSync(ORDNER, { recursive: true, force: true });
    schreibe(INHALT);
    const laeufe: Record<'neu' | 'bearbeitet' | 'gleich', Kosten[]> = {
      neu: [],
      bearbeitet: [],
      gleich: [],
    };
    for (let runde = 1; runde <= RUNDEN; runde++) {
      console.error(`${name}: Runde ${runde} von ${RUNDEN} …`);
      rmSync(ZIEL, { recursive: true, force: true });
      laeufe.neu.push(await baue({ PORTAL_NEU: 'ja' }));
      bearbeite(INHALT);
      laeufe.bearbeitet.push(await baue());
      laeufe.gleich.push(await baue());
    }
    zeilen.push(
      zeile(`${name}, from scratch`, laeufe.neu, laeufe.neu),
      zeile('… after 1 % of the offers have changed', laeufe.bearbeitet, laeufe.neu),
      zeile('… after nothing has', laeufe.gleich, laeufe.neu),
    );
  }
  return `| Portal | Wall | CPU | Peak memory | Wall, to scratch | CPU, to scratch |
|---|---|---|---|---|---|
${zeilen.join('\n')}`;
}

/** What was built, and what is kept of it for the next time. */
function raeumeAuf(): void {
  rmSync(ORDNER, { recursive: true, force: true });
  for (const art of ['inhalt', 'baeume', 'analysen'])
    rmSync(ablageVon(art, INHALT), { force: true });
  for (const art of ['bau', 'gelesen']) rmSync(ablageVon(art, ZIEL), { force: true });
}

function baue(env: Readonly<Record<string, string>> = {}): Promise<Kosten> {
  return messeSkript('scripts/build.ts', [], { PORTAL_INHALT: INHALT, PORTAL_ZIEL: ZIEL, ...env });
}

function zeile(name: string, laeufe: readonly Kosten[], zu: readonly Kosten[]): string {
  const mitte = (von: readonly Kosten[], feld: 'sekunden' | 'cpuSekunden') =>
    median(von.map((eine) => eine[feld]));
  const prozent = (feld: 'sekunden' | 'cpuSekunden') =>
    `${((mitte(laeufe, feld) / mitte(zu, feld)) * 100).toFixed(0)} %`;
  const mb = Math.max(...laeufe.map((eine) => eine.mb ?? 0));
  return `| ${name} | ${mitte(laeufe, 'sekunden').toFixed(1)} s | ${mitte(laeufe, 'cpuSekunden').toFixed(1)} s | ${mb.toFixed(0)} MB | ${prozent('sekunden')} | ${prozent('cpuSekunden')} |`;
}
