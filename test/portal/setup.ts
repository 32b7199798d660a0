/** Builds what the portal tests look at: both Kreise, and what is odd or hostile but allowed: the corpus, and such texts in every field. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { baue, WERKSTATT } from './lib/bauen.ts';
import { feindlicheDateien } from './lib/feindlich.ts';

interface Fall {
  muss: string[];
  dateien: string[];
  nur_im_test_erzeugen?: boolean;
}

export default async function setup(): Promise<void> {
  rmSync(WERKSTATT, { recursive: true, force: true });
  const korpus = join(WERKSTATT, 'inhalt-korpus');
  cpSync('test/fixtures/musterkreis', korpus, { recursive: true });
  const { faelle } = JSON.parse(readFileSync('test/fixtures/eingaben/index.json', 'utf8')) as {
    faelle: Fall[];
  };
  for (const { dateien } of faelle.filter(isSicherAngenommen)) {
    for (const datei of dateien)
      cpSync(join('test/fixtures/eingaben', datei), join(korpus, 'angebote', datei));
  }
  for (const [name, inhalt] of Object.entries(feindlicheDateien())) {
    const pfad = join(korpus, name);
    mkdirSync(dirname(pfad), { recursive: true });
    writeFileSync(pfad, inhalt!);
  }
  const portal = async (inhalt: string, name: string, env: Record<string, string> = {}) => {
    const { code, ausgabe } = await baue(inhalt, join(WERKSTATT, name), env);
    if (code !== 0) throw new Error(`The build of ${inhalt} failed:\n${ausgabe}`);
  };
  // The first takes longer than the other two together.
  await Promise.all([
    // The others show what servers do with compressed copies.
    portal('content', 'rhein-sieg', { PORTAL_KOMPRIMIERT: 'nein' }),
    portal('test/fixtures/musterkreis', 'musterkreis').then(() => portal(korpus, 'korpus')),
  ]);
}

/** Cases that our reader accepts, among them hostile titles that must be harmless on the page. */
function isSicherAngenommen(fall: Fall): boolean {
  if (fall.nur_im_test_erzeugen || fall.dateien.length !== 1) return false;
  const [datei] = fall.dateien;
  return (
    !fall.muss.includes('abgelehnt') ||
    ['124-titel-attribut.md', '128-titel-vorlage.md', '132-titel-formel-dde.md'].includes(datei!)
  );
}
