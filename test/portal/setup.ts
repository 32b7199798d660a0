/** Builds what the portal tests look at: both Kreise, and the odd but allowed input of the corpus. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { baue, WERKSTATT } from './lib/bauen.ts';

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
  const portal = async (inhalt: string, name: string) => {
    const { code, ausgabe } = await baue(inhalt, join(WERKSTATT, name));
    if (code !== 0) throw new Error(`The build of ${inhalt} failed:\n${ausgabe}`);
  };
  // The first takes longer than the other two together.
  await Promise.all([
    portal('content', 'rhein-sieg'),
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
