/** Open data that came out go in again: the real script, into a folder with the same vocabularies and providers but no offers. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { liesJson } from '../../scripts/lib/import/json.ts';
import { createVerzeichnisse } from '../../scripts/lib/import/vokabeln.ts';
import { alsUri } from '../../src/domain/felder.ts';
import type { Angebot } from '../../src/domain/angebot.ts';
import { readEintraege, readKatalog } from '../../src/katalog/read-katalog.ts';
import { rufe } from '../lib/befehl.ts';
import { MUSTERKREIS, OHNE_ANGEBOTE, STICHTAG } from '../lib/inhalt.ts';
import { offeneDaten } from '../lib/offene-daten.ts';

const angelegt: string[] = [];
afterAll(() => angelegt.forEach((ordner) => rmSync(ordner, { recursive: true, force: true })));

function ordner(): string {
  const neu = mkdtempSync(join(tmpdir(), 'portal-json-'));
  angelegt.push(neu);
  return neu;
}

/** A content folder without its offers and what refers to them. */
function ohneAngebote(von: string): string {
  const ziel = ordner();
  const ohne = Object.keys(OHNE_ANGEBOTE).map((name) => join(von, name));
  cpSync(von, ziel, { recursive: true, filter: (pfad) => !ohne.includes(pfad) });
  return ziel;
}

function datei(json: unknown, name = 'angebote.json'): string {
  const pfad = join(ordner(), name);
  writeFileSync(pfad, typeof json === 'string' ? json : JSON.stringify(json));
  return pfad;
}

const importiere = (inhalt: string, pfad: string, ...args: string[]) =>
  rufe('scripts/import.ts', [pfad, ...args], { STICHTAG, PORTAL_INHALT: inhalt });

const liesKatalog = (inhalt: string) => readKatalog(inhalt, STICHTAG).katalog!;
const KATALOGE = new Map([MUSTERKREIS, 'content'].map((inhalt) => [inhalt, liesKatalog(inhalt)]));

function ausgabe(inhalt: string, pfad: string): string {
  return offeneDaten(KATALOGE.get(inhalt)!).get(pfad)!;
}

const V1 = 'daten/v1/angebote.json';
const HSDS = 'daten/hsds/services.json';

/**
 * Translations and answers to „is that a double?“ come in by other ways; protection that came from a vocabulary stands in the file now, and
 * what follows from it is compared. Addresses are the same in letters that every program takes.
 */
function vergleichbar(angebot: Angebot): Partial<Angebot> {
  const { uebersetzungen: _, kein_duplikat: __, kontakt, quelle, ...rest } = angebot;
  delete (rest as { schutz?: unknown }).schutz;
  return {
    ...rest,
    kontakt: { ...kontakt, web: alsUri(kontakt.web) },
    ...(quelle && { quelle: { ...quelle, url: alsUri(quelle.url) } }),
  };
}

// What HSDS does to offers is tested by itself; the slow way through the script is the same for both.
test.each([
  [MUSTERKREIS, V1],
  [MUSTERKREIS, HSDS],
  ['content', V1],
])(
  '%s comes back as it was out of %s',
  (von, pfad) => {
    const ziel = ohneAngebote(von);
    const quelle = datei(ausgabe(von, pfad), basename(pfad));
    const { stdout, stderr } = importiere(ziel, quelle, '--schreiben');
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/Abgelehnt|Neue Anbieter|Bemerkungen/);
    const [vorher, nachher] = [KATALOGE.get(von)!.angebote, liesKatalog(ziel).angebote];
    for (const [id, eines] of nachher)
      expect(vergleichbar(eines)).toEqual(vergleichbar(vorher.get(id)!));
    // Two offers that look alike wait for an answer, as in every import.
    const wartend = /nicht übernommen \((\d+)\)/.exec(stdout)?.[1] ?? '0';
    expect(nachher.size).toBe(vorher.size - Number(wartend));
    expect(Number(wartend)).toBeLessThan(vorher.size / 20);
  },
  60_000,
);

test('into a folder without providers, they come with their own ids and names', () => {
  const ziel = ohneAngebote(MUSTERKREIS);
  rmSync(join(ziel, 'anbieter'), { recursive: true });
  const quelle = datei(ausgabe(MUSTERKREIS, HSDS), basename(HSDS));
  const { stdout, stderr } = importiere(ziel, quelle, '--schreiben');
  expect(stderr).toBe('');
  expect(stdout).toContain('„Volkshochschule Musterland“ → anbieter/vhs-musterland.yaml');
  expect(stdout).toMatch(/nicht übernommen aus HSDS: .*organization\.phones/);
  const [vorher, nachher] = [KATALOGE.get(MUSTERKREIS)!, liesKatalog(ziel)];
  expect(nachher.angebote.size).toBe(vorher.angebote.size);
  for (const [id, { anbieter }] of nachher.angebote)
    expect(anbieter).toBe(vorher.angebote.get(id)!.anbieter);
  for (const [id, { name }] of nachher.anbieter) expect(name).toBe(vorher.anbieter.get(id)!.name);
});

describe('rows', () => {
  const eintraege = readEintraege(MUSTERKREIS).eintraege!;
  const verzeichnisse = createVerzeichnisse(eintraege);
  const hier = eintraege.portal;
  const anderswo = { land: 'nw', kreis: 'Nachbarkreis' } as const;

  function zeilen(pfad: string, portal: Pick<typeof hier, 'kreis' | 'land'> = hier) {
    const { kopf, zeilen } = liesJson(pfad, verzeichnisse, portal);
    return zeilen.map(({ zellen }) =>
      Object.fromEntries(kopf.map((name, i) => [name, zellen[i] ?? ''])),
    );
  }

  test.each([V1, HSDS])(
    '%s of another Kreis never touches an offer that is called alike',
    (pfad) => {
      const quelle = datei(ausgabe(MUSTERKREIS, pfad));
      const titel = 'Offener Jugendtreff im Rathauskeller';
      const eigene = zeilen(quelle).find((eine) => eine['titel'] === titel)!;
      const fremde = zeilen(quelle, anderswo).find((eine) => eine['titel'] === titel)!;
      expect(eigene).toMatchObject({
        kennung: 'jugendtreff',
        'externe_ids.hsds': '',
        'anbieter.kennung': 'musterkreis-fachstelle',
      });
      expect(fremde).toMatchObject({
        kennung: '',
        'externe_ids.hsds': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        anbieter: 'Musterkreis, Fachstelle Integration',
        'anbieter.kennung': '',
        telefon: '+492214710115',
      });
    },
  );

  test('what belongs to the provider is left to it, unless it is new here', () => {
    const json = JSON.parse(ausgabe(MUSTERKREIS, V1)) as { angebote: Record<string, unknown>[] };
    const [bekannt] = json.angebote.filter(({ id }) => id === 'migrationsberatung');
    const neu = { ...bekannt, anbieter: 'neuer', anbieter_name: 'Neuer Verein' };
    const [eine, andere] = zeilen(datei({ ...json, angebote: [bekannt, neu] }), anderswo);
    expect([eine!['telefon'], andere!['telefon']]).toEqual(['', '+492214710101']);
  });

  test('terms are known by their words where ids differ', () => {
    const { contents, ...rest } = JSON.parse(ausgabe(MUSTERKREIS, HSDS)) as {
      contents: { attributes: { link_type: string; taxonomy_term: { code: string } }[] }[];
    };
    for (const { attributes } of contents)
      for (const { link_type, taxonomy_term } of attributes)
        if (link_type === 'thema') taxonomy_term.code = 'thema:anders';
    const quelle = datei({ ...rest, contents });
    expect(zeilen(quelle, anderswo).map(({ thema }) => thema)).toEqual(
      zeilen(datei(ausgabe(MUSTERKREIS, V1))).map(({ thema }) => thema),
    );
  });

  const begriff = (name: string, code: string) => ({ taxonomy_term: { name, code } });
  const service = {
    name: 'Beratung am Abend',
    organization: { name: 'Beispielverein e. V.' },
    attributes: [
      begriff('Arbeit', 'thema:arbeit'),
      begriff('Beratung', 'angebotsart:beratung'),
      begriff('Alle', 'zielgruppen:alle'),
    ],
  };

  test('a term of another portal that nobody here knows is refused by its name', () => {
    const attributes = [
      ...service.attributes,
      begriff('Recht und Rat', 'thema:recht'),
      begriff('Ältere', 'zielgruppen:aeltere'),
    ];
    const [zeile] = zeilen(datei({ services: [{ ...service, attributes }] }));
    expect(zeile).toMatchObject({ thema: 'arbeit, recht', zielgruppen: 'alle, aeltere' });
    const { stdout } = importiere(MUSTERKREIS, datei({ services: [{ ...service, attributes }] }));
    expect(stdout).toMatch(/Spalte „thema“: „recht“ ist nicht bekannt/);
  });

  test('terms and areas of others that nobody here knows are named', () => {
    const quelle = datei({
      services: [
        {
          ...service,
          attributes: [
            ...service.attributes,
            begriff('Legal aid', 'FT-4800'),
            { ...begriff('A1', 'A1'), value: 'von' },
          ],
          service_areas: [{ name: 'Musterstadt' }, { name: 'Nirgendwo' }],
        },
      ],
    });
    expect(zeilen(quelle)[0]).toMatchObject({ thema: 'arbeit', einzugsgebiet: 'musterstadt' });
    expect(liesJson(quelle, verzeichnisse, hier).uebergangen).toEqual([
      'attributes „Legal aid“',
      'service_areas „Nirgendwo“',
    ]);
  });

  test.each([
    ['{', /kein lesbares JSON/],
    [{ version: 2, angebote: [{}] }, /Version 2; gelesen wird Version 1/],
    [{ version: 1, angebote: [{ titel: 7 }] }, /Eintrag 1 .*„titel“/],
    [{ version: 1, angebote: [] }, /stehen keine Angebote/],
    [{ contents: [null] }, /Eintrag 1 ist kein „service“ nach HSDS: Er hat nicht/],
    [{ irgendwas: [] }, /stehen keine Angebote/],
  ])('a file that is none: %j', (json, meldung) => {
    expect(() => zeilen(datei(json))).toThrow(meldung);
  });
});
