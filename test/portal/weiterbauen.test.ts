import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { listPfade } from '../../scripts/lib/dateiliste.ts';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import { baue, WERKSTATT } from './lib/bauen.ts';

/** Building on what the last build left must give the very portal that building anew gives, whatever has changed meanwhile. */
const inhalt = join(WERKSTATT, 'inhalt-weiter');
const weiter = join(WERKSTATT, 'weiter');
const neu = join(WERKSTATT, 'von-vorn');

const aendere = (datei: string, tun: (text: string) => string) => {
  const path = join(inhalt, datei);
  const vorher = readFileSync(path, 'utf8');
  const nachher = tun(vorher);
  expect(nachher, datei).not.toBe(vorher);
  writeFileSync(path, nachher);
};

/** Builds on what is there. */
async function baueWeiter(env: Record<string, string> = {}): Promise<void> {
  const { code, ausgabe } = await baue(inhalt, weiter, env);
  expect(code, ausgabe).toBe(0);
}

/** Compares file by file with what was last built anew. */
function vergleiche(): void {
  const alles = (ordner: string) => readdirSync(ordner, { recursive: true }).sort();
  expect(alles(weiter)).toEqual(alles(neu));
  const verschieden = listPfade(neu).filter(
    (pfad) => !readFileSync(join(weiter, pfad)).equals(readFileSync(join(neu, pfad))),
  );
  expect(verschieden).toEqual([]);
}

async function baueBeide(env: Record<string, string> = {}): Promise<void> {
  await baueWeiter(env);
  const { code, ausgabe } = await baue(inhalt, neu, { ...env, PORTAL_NEU: 'ja' });
  expect(code, ausgabe).toBe(0);
  vergleiche();
}

/** A page that is taken over is the same file on the disk. */
const datei = (pfad: string) => statSync(join(weiter, pfad)).ino;
const lies = (pfad: string) => readFileSync(join(weiter, pfad), 'utf8');
const seite = (id: string) => `angebote/${id}/index.html`;
const ZETTEL = `ar/zettel/${kurzcode('jugendtreff')}/index.html`;

beforeAll(async () => {
  for (const ordner of [inhalt, weiter, neu]) rmSync(ordner, { recursive: true, force: true });
  cpSync('test/fixtures/musterkreis', inhalt, { recursive: true });
  // So many that lists have a second page.
  const eines = readFileSync(join(inhalt, 'angebote/kleiderstube.md'), 'utf8');
  for (let nr = 1; nr <= 48; nr++)
    writeFileSync(
      join(inhalt, `angebote/kleiderstube-${nr}.md`),
      eines.replace(/^titel: .*$/m, `titel: Stube ${nr}`),
    );
  await baueWeiter();
});

test('offers that are edited, renamed alike, new, gone and ended change what shows them, and nothing else is made again', async () => {
  const bleibt = [
    seite('jugendtreff'),
    ZETTEL,
    `${seite('jugendtreff')}.br`,
    'ar/anbieter/vhs-musterland/index.html',
    'ar/themen/arbeit/index.html',
    'kontakte/probeburg/index.html',
  ].map((pfad) => ({
    pfad,
    war: datei(pfad),
  }));
  aendere('angebote/deutschkurs-frauen.md', (text) =>
    text.replace('+49 221 4710123', '+49 221 4710199').replace('von 9 bis 12', 'von 10 bis 13'),
  );
  // Two that are called the same name their providers, so the page of the other one changes, too.
  const titel = /^titel: .*$/m.exec(
    readFileSync(join(inhalt, 'angebote/familienpaten.md'), 'utf8'),
  )![0];
  aendere('angebote/kleiderstube.md', (text) => text.replace(/^titel: .*$/m, titel));
  aendere('angebote/spielgruppe.md', (text) =>
    text.replace(/^geprueft_am:/m, 'status: beendet\ngeprueft_am:'),
  );
  rmSync(join(inhalt, 'angebote/sprachtreff-online.md'));
  cpSync(join(inhalt, 'angebote/naehstube.md'), join(inhalt, 'angebote/zweite-naehstube.md'));
  const familienpaten = datei(seite('familienpaten'));
  await baueBeide();
  expect(listPfade(weiter)).toEqual(
    expect.arrayContaining([
      'themen/familie/seite/2/index.html',
      'anbieter/beispielverein/seite/2/index.html',
    ]),
  );
  expect(lies(seite('deutschkurs-frauen'))).toContain('tel:+492214710199');
  expect(datei(seite('familienpaten'))).not.toBe(familienpaten);
  for (const { pfad, war } of bleibt) expect(datei(pfad), pfad).toBe(war);
});

test('what many offers share changes all of them: a provider, a word, whom to ask about the portal', async () => {
  aendere('anbieter/beispielverein.yaml', (text) => text.replace('4710123', '4710177'));
  aendere('portal.yaml', (text) => text.replace(/^( +stelle: )(.+)$/m, '$1Neue Stelle'));
  aendere('vokabular/themen.yaml', (text) => text.replace(/^( +de: )(.+)$/m, '$1Neues Wort'));
  await baueBeide();
  expect(lies('themen/index.html')).toContain('Neues Wort');
  expect(lies('ar/kommunen/probeburg/index.html')).toContain('Neue Stelle');
});

test('where nothing has changed, nothing is written but what tells the time', async () => {
  const zeiten = () =>
    new Map(listPfade(weiter).map((pfad) => [pfad, statSync(join(weiter, pfad)).mtimeMs]));
  const vorher = zeiten();
  const ordner = statSync(weiter).ino;
  await baueWeiter();
  const andere = [...zeiten()].filter(([pfad, zeit]) => vorher.get(pfad) !== zeit);
  expect(andere.map(([pfad]) => pfad)).toEqual(['.pruefsummen']);
  expect(statSync(weiter).ino).toBe(ordner);
});

test('a file that somebody changed in the finished portal is not taken over, nor a copy of one, and the rest is not moved', async () => {
  const vorher = statSync(weiter).ino;
  writeFileSync(join(weiter, seite('jugendtreff')), 'von Hand');
  writeFileSync(join(weiter, `${seite('familienpaten')}.br`), '');
  const [paket] = globSync('offline/de-*.paket', { cwd: weiter });
  writeFileSync(join(weiter, paket!), 'von Hand');
  writeFileSync(join(weiter, 'notiz.html'), 'von Hand');
  rmSync(join(weiter, 'daten/angebote.csv'));
  await baueWeiter();
  vergleiche();
  expect(statSync(weiter).ino).toBe(vorher);
  mkdirSync(join(weiter, 'angebote/leer/leer'), { recursive: true });
  await baueWeiter();
  vergleiche();
});

test('two builds of the same portal do not get in each other’s way', async () => {
  const beide = await Promise.all([baue(inhalt, weiter), baue(inhalt, weiter)]);
  expect(beide.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(beide.find(({ code }) => code === 1)!.ausgabe).toContain('Gerade arbeitet schon jemand');
  vergleiche();
});

test('on another day nothing is taken over that says how old it is', async () => {
  const vorher = lies(seite('jugendtreff'));
  // Nor is a compressed copy left over that nobody wants any more.
  await baueBeide({ STICHTAG: '2027-11-20', PORTAL_KOMPRIMIERT: 'nein' });
  expect(lies(seite('jugendtreff'))).not.toBe(vorher);
});
