/** Tables in and out as people run it: the real scripts in processes of their own, on tables as messy as real ones. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { ohneApostroph } from '../../src/daten/csv.ts';
import { liesTabelle } from '../../scripts/lib/import/lies-tabelle.ts';
import { errateSpalten, istBekannteUeberschrift } from '../../scripts/lib/import/spalten.ts';
import { findeAlle } from '../../scripts/lib/import/vokabeln.ts';
import { readZeiten } from '../../scripts/lib/import/zeiten.ts';
import { rufe } from '../lib/befehl.ts';
import { angebot, createInhalt, type Dateien, liesOrdner, STICHTAG } from '../lib/inhalt.ts';

const angelegt: string[] = [];
afterAll(() => angelegt.forEach((ordner) => rmSync(ordner, { recursive: true, force: true })));

function inhalt(dateien: Dateien = {}): string {
  const ordner = createInhalt(dateien);
  angelegt.push(ordner);
  return ordner;
}

/** A folder for tables, with those of the fixtures. */
function tabellen(dateien: Record<string, string | Uint8Array> = {}): string {
  const ordner = mkdtempSync(join(tmpdir(), 'portal-tabellen-'));
  angelegt.push(ordner);
  cpSync('test/fixtures/tabellen', ordner, { recursive: true });
  for (const [name, text] of Object.entries(dateien)) writeFileSync(join(ordner, name), text);
  return ordner;
}

const ruf = (script: 'import' | 'ausgeben', ordner: string, ...args: string[]) =>
  rufe(`scripts/${script}.ts`, args, { STICHTAG, PORTAL_INHALT: ordner });

/** Every file below a folder with its bytes. */
function alles(ordner: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(ordner, { recursive: true, withFileTypes: true })
      .filter((eintrag) => eintrag.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(ordner.length + 1),
        readFileSync(join(parentPath, name), 'latin1'),
      ]),
  );
}

function csvZeilen(pfad: string): Record<string, string>[] {
  const text = readFileSync(pfad, 'utf8').replace(/^\ufeff/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** A row of a table, so that a test only writes what it is about. */
function zeile(felder: Record<string, string>): string {
  const alle = {
    titel: 'Töpfern im Hof',
    anbieter: 'nachbarn-in-probeburg',
    angebotsart: 'kurs',
    thema: 'familie',
    zielgruppen: 'alle',
    geprueft_am: '2026-10-01',
    ...felder,
  };
  return Papa.unparse([alle], { delimiter: ';' });
}

describe('out and back in', () => {
  test.each(['test/fixtures/musterkreis', 'content'])(
    '%s stays as it is, byte by byte',
    (von) => {
      const ordner = mkdtempSync(join(tmpdir(), 'portal-inhalt-'));
      angelegt.push(ordner);
      cpSync(von, ordner, { recursive: true });
      const tabelle = join(tabellen(), 'angebote.csv');
      const vorher = alles(ordner);
      expect(ruf('ausgeben', ordner, tabelle)).toMatchObject({ status: 0, stderr: '' });
      const zeilen = csvZeilen(tabelle);
      expect(zeilen.length).toBeGreaterThan(15);

      const { status, stdout, stderr } = ruf('import', ordner, tabelle, '--schreiben');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`Unverändert: ${zeilen.length}\n`);
      expect(stdout).not.toMatch(/Neu \(|Geändert|Bemerkungen/);
      expect(alles(ordner)).toEqual(vorher);
    },
    120_000,
  );

  test('of one offer it is spoken as of one', () => {
    const ordner = inhalt({ angebote: null, 'angebote/kurs.md': angebot() });
    const tabelle = join(tabellen(), 'angebote.csv');
    expect(ruf('ausgeben', ordner, tabelle).stdout).toBe(
      `1 Angebot steht in „${tabelle}“. Zurück geht es mit: npm run import -- ${tabelle}\n`,
    );
  });

  test('the command for the next step takes names of several words, and reads the same table', () => {
    const ort = tabellen({ 'neue liste.csv': zeile({}) });
    const tabelle = join(ort, 'alle angebote.csv');
    expect(ruf('ausgeben', inhalt(), tabelle).stdout).toContain(`npm run import -- "${tabelle}"\n`);
    const liste = join(ort, 'neue liste.csv');
    ruf('import', inhalt(), liste);
    const spalten = `${liste}.spalten.yaml`;
    expect(ruf('import', inhalt(), liste, '--spalten', spalten).stdout).toContain(
      `Übernehmen: npm run import -- "${liste}" --spalten "${spalten}" --schreiben\n`,
    );
  });

  test('a table that somebody has changed is not written over', () => {
    const tabelle = join(tabellen({ 'angebote.csv': 'kennung;titel\nkurs;Neu\n' }), 'angebote.csv');
    expect(ruf('ausgeben', inhalt(), tabelle)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Die Datei „.*angebote\.csv“ gibt es schon/) as string,
    });
    expect(readFileSync(tabelle, 'utf8')).toBe('kennung;titel\nkurs;Neu\n');
    expect(ruf('ausgeben', inhalt(), join(tabelle, 'x.csv')).stderr).toMatch(
      /x\.csv“ lässt sich nicht schreiben: Wo ein Ordner sein müsste, ist eine Datei\.\n$/,
    );
  });

  test('an offer whose file names a shelter’s place is not given out at all', () => {
    const ordner = inhalt({
      'angebote/zuflucht.md': angebot({ angebotsart: 'schutzunterkunft', web: null, email: null }),
    });
    const tabelle = join(tabellen(), 'angebote.csv');
    const { status, stderr } = ruf('ausgeben', ordner, tabelle);
    expect(status).toBe(1);
    expect(stderr).toContain('angebote/zuflucht.md');
    const text = readFileSync(tabelle, 'utf8');
    expect(text).not.toContain('zuflucht');
    expect(text).toContain('"frauenhaus"');
  });
});

describe('a messy table in Windows-1252', () => {
  const ordner = inhalt();
  const vorher = alles(ordner);
  const ort = tabellen();
  const datei = join(ort, 'liste-windows-1252.csv');
  const vorschau = ruf('import', ordner, datei);
  const nachVorschau = alles(ordner);
  const geschrieben = ruf('import', ordner, datei, '--schreiben');
  const neu = (name: string) => readFileSync(join(ordner, name), 'utf8');

  test('the preview writes nothing into the content and no rows beside the table', () => {
    expect(vorschau).toMatchObject({ status: 1, stderr: '' });
    expect(vorschau.stdout).toMatch(
      /CSV, Windows-1252, getrennt durch Semikolon, Überschriften in Zeile 3/,
    );
    expect(vorschau.stdout).toMatch(/Neu \(2\)\n {2}Zeile 4: .*Nähcafé/);
    expect(vorschau.stdout).toContain('nicht übernommen: Lfd. Nr., Ansprechpartner');
    expect(vorschau.stdout).toContain('Vorschau');
    expect(nachVorschau).toEqual(vorher);
    expect(readdirSync(ort).filter((name) => name.startsWith('liste-windows'))).toEqual([
      'liste-windows-1252.csv',
      'liste-windows-1252.csv.abgelehnt.csv',
      'liste-windows-1252.csv.spalten.yaml',
    ]);
  });

  test('a good row becomes an offer; what is certain becomes structure', () => {
    expect(geschrieben.stdout).toContain('Geschriebene Dateien: 3.');
    const { katalog } = liesOrdner(ordner);
    const cafe = katalog!.angebote.get('probeburg-naehcafe-nadel-faden')!;
    expect(cafe).toMatchObject({
      titel: 'Nähcafé „Nadel & Faden“',
      anbieter: 'nachbarn-in-probeburg',
      angebotsart: 'treffpunkt',
      thema: ['familie', 'sprache'],
      zielgruppen: ['frauen'],
      kosten: { art: 'kostenlos' },
      geprueft_am: '2026-03-01',
      kontakt: {
        telefon: '+492214710145',
        email: 'naehcafe@nachbarn.example',
        web: 'https://www.nachbarn.example/naehcafe',
      },
      zeiten: [{ tage: ['mo'], von: '09:00', bis: '12:00' }, { hinweis: 'Mi nach Vereinbarung' }],
    });
    expect(cafe.sprachen).toEqual([
      { code: 'de', art: 'direkt' },
      { code: 'ar', art: 'dolmetschen' },
      { code: 'fa', art: 'direkt' },
    ]);
    expect(cafe.text).toContain('Wir nähen zusammen.\nMaschinen sind da – und €-Stücke');
  });

  test('the second number, the second address and a person’s name are told and not published', () => {
    expect(geschrieben.stdout).toMatch(/Zeile 4: .*nicht: „0171 2345678 \(Frau Beispiel\)“/);
    expect(geschrieben.stdout).toContain('nicht: zweite@nachbarn.example');
    const text = neu('angebote/probeburg-naehcafe-nadel-faden.md');
    expect(text).not.toMatch(/0171|Frau Beispiel|zweite@/);
  });

  test('what is not certain stays in words: hours as a remark, HTML as its text', () => {
    const rente = liesOrdner(ordner).katalog!.angebote.get('testdorf-offene-sprechstunde-rente')!;
    expect(rente.zeiten).toEqual([{ hinweis: 'jeden ersten Montag im Monat, Mi 9-12' }]);
    expect(rente.kosten).toEqual({ art: 'kostenpflichtig', betrag: 5.5, einheit: 'pro Termin' });
    expect(rente.text.trim()).toBe('Hilfe beim Antrag');
    expect(rente.kontakt.telefon).toBe('+492214710146');
    expect(neu('anbieter/rentenhilfe-musterkreis.yaml')).toBe(
      'name: "Rentenhilfe Musterkreis e.V."\n',
    );
  });

  test('a bad row comes back whole, with its number and a reason for people', () => {
    const zeilen = csvZeilen(join(ort, 'liste-windows-1252.csv.abgelehnt.csv'));
    const grund = Object.fromEntries(zeilen.map(({ Zeile, Grund }) => [Zeile, Grund]));
    expect(Object.keys(grund)).toEqual(['7', '8', '9', '10', '11']);
    expect(grund['7']).toMatch(/Spalte „Tel\.“: „4710148“ ist nicht genau eine Telefonnummer/);
    expect(grund['8']).toMatch(/Spalte „Kategorie“: „Basteln“ ist nicht bekannt\. .*Gesundheit/);
    expect(grund['9']).toMatch(/vertraulich.*Ort darf nirgends stehen/);
    expect(grund['10']).toMatch(/vielleicht schon: „kleiderstube“/);
    expect(grund['11']).toMatch(/Spalte „Geprüft am“: „31\.2\.2026“ ist kein gültiges Datum/);
    expect(zeilen[1]).toMatchObject({
      Angebot: 'Töpferkurs',
      Träger: 'Nachbarn in Probeburg',
      PLZ: '',
    });
    expect(zeilen[4]!['Angebot']).toMatch(/^'=HYPERLINK/);
    expect(ohneApostroph(zeilen[4]!['Angebot']!)).toMatch(/^=HYPERLINK/);
  });

  test('what was written can be published, and the place of the shelter is nowhere in it', () => {
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
    expect(JSON.stringify(alles(ordner))).not.toContain('Geheimgasse');
    expect(geschrieben.stdout).not.toContain('Geheimgasse');
  });

  test('the same table once more adds nothing, and does not write over rows that somebody may be mending', () => {
    const davor = alles(ordner);
    const { stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(stdout).toMatch(/Vielleicht schon da, darum nicht übernommen \(3\)/);
    expect(alles(ordner)).toEqual(davor);
    expect(readdirSync(ort)).toContain('liste-windows-1252.csv.abgelehnt-2.csv');
  });
});

describe('Excel', () => {
  test('reads days, numbers and columns per weekday; a lost zero is not guessed', () => {
    const ordner = inhalt();
    const datei = join(tabellen(), 'liste.xlsx');
    const { status, stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(status).toBe(1);
    const { angebote } = liesOrdner(ordner).katalog!;
    expect(angebote.get('musterstadt-handyhilfe')).toMatchObject({
      geprueft_am: '2026-03-01',
      zeiten: [{ tage: ['mo'], von: '09:00', bis: '12:00' }],
      orte: [{ strasse: 'Beispielallee 12', plz: '53999', kommune: 'musterstadt' }],
      externe_ids: { liste: '101' },
    });
    expect(stdout).toMatch(/Zeile 5 „Spieleabend“: Spalte „Telefon“: „2214710156“/);
    expect(stdout).toMatch(/Zeile 6 „Yoga“: Für ein neues Angebot fehlt: anbieter/);

    // By the id of the other program the offer is known again.
    expect(ruf('import', ordner, datei).stdout).toMatch(/Unverändert: 1\n/);
  });

  test('a file that would fill the memory, a missing sheet and a damaged file are refused', async () => {
    const xlsx = readFileSync('test/fixtures/tabellen/liste.xlsx');
    const bombe = Buffer.from(xlsx);
    const eintrag = bombe.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bombe.writeUInt32LE(4_000_000_000, eintrag + 24);
    const ohneBlatt = Buffer.from(
      xlsx.toString('latin1').replaceAll('xl/worksheets/', 'xl/worksheetz/'),
      'latin1',
    );
    const ort = tabellen({
      'bombe.xlsx': bombe,
      'kaputt.xlsx': xlsx.subarray(0, 900),
      'ohne-blatt.xlsx': ohneBlatt,
    });
    const versuch = (name: string, blatt?: string) =>
      liesTabelle(join(ort, name), blatt, istBekannteUeberschrift);
    await expect(versuch('bombe.xlsx')).rejects.toThrow(/entpackt zu groß/);
    await expect(versuch('kaputt.xlsx')).rejects.toThrow(/lässt sich nicht lesen/);
    await expect(versuch('ohne-blatt.xlsx')).rejects.toThrow(/lässt sich nicht lesen/);
    await expect(versuch('ohne-blatt.xlsx', 'Angebote')).rejects.toThrow(/lässt sich nicht lesen/);
    await expect(versuch('liste.xlsx', 'Fehlt')).rejects.toThrow(/Ein Blatt „Fehlt“/);
    await expect(versuch('liste.xlsx', 'Leer')).rejects.toThrow(/steht nichts/);
  });
});

describe('numbers of another program', () => {
  /** Rows with such a number each. */
  const tabelle = (kopf: string, nummern: readonly string[]) => {
    const zeilen = nummern.map((nummer, i) =>
      zeile({ titel: `${['Töpfern', 'Gärtnern', 'Nähen'][i]} im Hof`, [kopf]: nummer }).split(
        '\r\n',
      ),
    );
    return [zeilen[0]![0], ...zeilen.map(([, werte]) => werte)].join('\n');
  };

  test.each([
    ['externe_ids.liste', ['1', '1', '2']],
    ['externe_ids', ['liste: 1', 'liste: 1', 'liste: 2']],
  ])('the same one twice in %s: the second row is not taken', (kopf, nummern) => {
    const ordner = inhalt();
    const datei = join(tabellen({ 'neu.csv': tabelle(kopf, nummern) }), 'neu.csv');
    const { status, stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(status).toBe(1);
    expect(stdout).toMatch(/Neu \(2\)/);
    expect(stdout).toMatch(/Zeile 3 .*: Die Nummer „1“ \(liste\) steht schon in Zeile 2\./);
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
    // So the next time each row finds its own offer.
    expect(ruf('import', ordner, datei).stdout).toMatch(/Unverändert: 2\n/);
  });

  test('one that another offer has already', () => {
    const ordner = inhalt({ 'angebote/kurs.md': angebot({ externe_ids: '{ liste: "1" }' }) });
    const csv = `kennung;${tabelle('externe_ids.liste', ['1']).replace('\n', '\nneuer-kurs;')}`;
    const datei = join(tabellen({ 'neu.csv': csv }), 'neu.csv');
    expect(ruf('import', ordner, datei).stdout).toMatch(
      /Zeile 2 .*: Die Nummer „1“ \(liste\) gehört schon zum Angebot „kurs“/,
    );
  });
});

describe('offers that are there', () => {
  const GRUND = angebot({
    kurz: 'Kurz und gut.',
    kosten: 'kostenlos',
    zeiten: '[{ tage: [mo], von: 09:00, bis: 11:00 }]',
  }).replace('telefon:', '# nur vormittags besetzt\ntelefon:');

  test('only what differs is changed, an empty cell deletes nothing, comments stay', () => {
    const ordner = inhalt({ 'angebote/kurs.md': GRUND });
    const csv = [
      'kennung;titel;kurz;Tel.;Internet;Öffnungszeiten;Kategorie;Beschreibung',
      'kurs;Deutschkurs für Frauen A1;;(0221) 47101-99;www.beispielverein.example/kurse/;Montags 9 bis 11 Uhr;Sprache lernen;',
    ].join('\n');
    const datei = join(tabellen({ 'stand.csv': csv }), 'stand.csv');
    const { status, stdout, stderr } = ruf('import', ordner, datei, '--schreiben');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /Geändert \(1\)\n {2}Zeile 2: .*\(kurs\)\n {4}telefon: „\+49 221 4710123“ → „\(0221\) 47101-99“\n\n/,
    );
    expect(readFileSync(join(ordner, 'angebote/kurs.md'), 'utf8')).toBe(
      GRUND.replace('"+49 221 4710123"', '"(0221) 47101-99"'),
    );
  });

  test('a file that ends right behind its front matter gets its text', () => {
    const kopf = angebot({ kurz: 'Kurz und gut.' }).replace(/(\n---)\n[^]*$/, '$1');
    const ordner = inhalt({ 'angebote/kurs.md': kopf });
    const datei = join(tabellen({ 'x.csv': 'kennung;text\nkurs;Ein Text.\n' }), 'x.csv');
    expect(ruf('import', ordner, datei, '--schreiben')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(ordner, 'angebote/kurs.md'), 'utf8')).toBe(`${kopf}\n\nEin Text.\n`);
  });

  test('a new address takes nothing of the old one along; several places are left alone', () => {
    const ordner = inhalt({
      'angebote/a.md': angebot({
        orte: '[{ name: Halle, strasse: Alte Str. 1, plz: "53999", ort: Musterstadt, lat: 50.9, lon: 7.1 }]',
      }),
      'angebote/b.md': angebot({
        titel: 'Anderes',
        orte: '[haus-der-begegnung, rathaus-probeburg]',
      }),
    });
    const csv =
      'kennung;Straße;PLZ;Ort\na;Neue Str. 2;53999;Musterstadt\nb;Neue Str. 2;53999;Musterstadt\n';
    const datei = join(tabellen({ 'orte.csv': csv }), 'orte.csv');
    const { stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(stdout).toMatch(/entfällt: lat, lon, name/);
    expect(stdout).toMatch(/„b“ bleibt, wie sie ist/);
    const { angebote } = liesOrdner(ordner).katalog!;
    expect(angebote.get('a')!.orte).toMatchObject([{ strasse: 'Neue Str. 2', ungefaehr: true }]);
    expect(angebote.get('a')!.orte[0]).not.toHaveProperty('name');
    expect(angebote.get('b')!.orte).toHaveLength(2);
  });

  test('a table cannot give a shelter a place', () => {
    const ordner = inhalt();
    const davor = alles(ordner);
    const csv = 'kennung;Straße;PLZ;Ort\nfrauenhaus;Geheimgasse 3;53721;Siegburg\n';
    const datei = join(tabellen({ 'x.csv': csv }), 'x.csv');
    const { status, stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(status).toBe(1);
    expect(stdout).toMatch(/Zeile 2 .*vertraulich.*Anschrift in der Tabelle löschen/);
    expect(alles(ordner)).toEqual(davor);
  });

  test('rows of the same offer, and an id that is none', () => {
    const csv = 'kennung;kurz\ninfotelefon;Erste.\ninfotelefon;Zweite.\nInfo Telefon;Dritte.\n';
    const datei = join(tabellen({ 'x.csv': csv }), 'x.csv');
    const { stdout } = ruf('import', inhalt(), datei);
    expect(stdout).toMatch(/Geändert \(1\)\n {2}Zeile 2/);
    expect(stdout).toMatch(/Zeile 3.*schon in Zeile 2/);
    expect(stdout).toMatch(/Zeile 4.*Für ein neues Angebot fehlt/);
  });
});

test.each([
  ['the end', '"Offen für alle…'],
  ['the next quotation mark', '"Offen" für alle…'],
])('a quotation mark that is not closed merges no rows: up to %s', (_, text) => {
  const csv = [
    'kennung;Beschreibung;intern',
    'infotelefon;Gut.;',
    `kleiderstube;${text};`,
    'jugendtreff;Auch gut.;"0221 4710199"',
    'naehstube;Auch gut.;0221 4710198',
  ].join('\n');
  const datei = join(tabellen({ 'x.csv': csv }), 'x.csv');
  const ordner = inhalt();
  const davor = alles(ordner);
  const { status, stderr } = ruf('import', ordner, datei, '--schreiben');
  expect(status).toBe(2);
  expect(stderr).toMatch(/In Zeile 3 ist ein Anführungszeichen \("\) nicht geschlossen/);
  expect(alles(ordner)).toEqual(davor);
});

describe('new offers', () => {
  test('UTF-16, tabs and a line break in a cell', () => {
    const csv = `\ufeff${zeile({ text: 'Erste Zeile\nzweite Zeile' }).replaceAll(';', '\t')}`;
    const datei = join(tabellen({ 'x.csv': Buffer.from(csv, 'utf16le') }), 'x.csv');
    const ordner = inhalt();
    expect(ruf('import', ordner, datei, '--schreiben')).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(ordner, 'angebote/toepfern-im-hof.md'), 'utf8')).toContain(
      'Erste Zeile\nzweite Zeile\n',
    );
  });

  test('that sound like a shelter are asked about in the preview', () => {
    const csv = zeile({ titel: 'Schutzunterkunft West', strasse: 'Rosenweg 7', ort: 'Probeburg' });
    const { stdout } = ruf('import', inhalt(), join(tabellen({ 'x.csv': csv }), 'x.csv'));
    expect(stdout).toMatch(
      /^Bitte prüfen: angebote\/probeburg-schutzunterkunft-west\.md: Ist das eine Schutzunterkunft/m,
    );
  });

  test('are checked as the whole content: what the check would refuse comes back, the rest is written', () => {
    const kopf = zeile({ text: '', web: '' }).split('\r\n')[0];
    const reihe = (felder: Record<string, string>) =>
      zeile({ text: '', web: '', ...felder })
        .split('\r\n')
        .slice(1)
        .join('\n');
    const csv = [
      kopf,
      reihe({ text: 'Überweisung an DE02 1203 0000 0000 2020 51' }),
      reihe({ titel: 'Gärtnern', thema: 'familie' }),
      reihe({ titel: 'Kochen', web: 'javascript:alert(1)' }),
      reihe({ titel: 'X'.repeat(200) }),
    ].join('\n');
    const datei = join(tabellen({ 'x.csv': csv }), 'x.csv');
    const ordner = inhalt();
    const { status, stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(status).toBe(1);
    expect(stdout).toMatch(/Neu \(1\)\n.*Gärtnern/);
    expect(stdout).toMatch(/Zeile 2 „Töpfern im Hof“: Spalte „text“: /);
    expect(stdout).toMatch(/Zeile 4 „Kochen“: Spalte „web“: „javascript:alert\(1\)“/);
    expect(stdout).toMatch(/Zeile 5 .*200 Zeichen/);
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
    expect(readdirSync(join(ordner, 'angebote'))).not.toContain('kochen.md');
  });

  test('of a provider that is new and called like another: told with the first row that is taken', () => {
    const titel = ['Löten', 'Schach am Abend', 'Nähen für Kinder'];
    const reihen = titel.map((eines) => zeile({ titel: eines, anbieter: 'Nachbarn Probeburg' }));
    const [kopf] = reihen[0]!.split('\r\n');
    const [erste, ...weitere] = reihen.map((reihe) => reihe.split('\r\n')[1]!);
    const csv = [kopf, erste!.replace('familie', 'unsinn'), ...weitere].join('\n');
    const { stdout } = ruf('import', inhalt(), join(tabellen({ 'x.csv': csv }), 'x.csv'));
    expect(stdout).toMatch(/Abgelehnt \(1\)\n {2}Zeile 2 /);
    expect(stdout).toMatch(
      /Bemerkungen \(1\)\n {2}Zeile 3: Der Anbieter „Nachbarn Probeburg“ ist neu; ähnlich heißt „nachbarn-in-probeburg“\./,
    );
  });

  test('no part of a mail address is taken for it, and no language by its spelling', () => {
    const kopf = zeile({ email: '', sprachen: '' }).split('\r\n')[0];
    const reihe = (felder: Record<string, string>) =>
      zeile({ email: '', sprachen: '', ...felder }).split('\r\n')[1];
    const csv = [
      kopf,
      reihe({ titel: 'Malen', email: 'info buero@nachbarn.example' }),
      reihe({ titel: 'Singen', sprachen: 'Deutsch, UA' }),
      reihe({ titel: 'Tanzen', sprachen: 'de; no' }),
      reihe({ titel: 'Weben', email: 'E-Mail: a@nachbarn.example', sprachen: 'Ukrainisch' }),
      reihe({ titel: 'Nähen', email: 'Büro <b@nachbarn.example>' }),
    ].join('\n');
    const datei = join(tabellen({ 'x.csv': csv }), 'x.csv');
    const ordner = inhalt();
    const { stdout } = ruf('import', ordner, datei, '--schreiben');
    expect(stdout).toMatch(/„Malen“: Spalte „email“: „info buero@nachbarn.example“ ist keine/);
    expect(stdout).toMatch(/„Singen“: .*„UA“ ist nicht bekannt\. Meinten Sie „Ukrainisch \(uk\)“/);
    expect(stdout).toMatch(/„Tanzen“: .*„no“ ist nicht bekannt\. Bekannt sind/);
    const { katalog } = liesOrdner(ordner);
    expect(katalog!.angebote.get('weben')!.kontakt.email).toBe('a@nachbarn.example');
    expect(katalog!.angebote.get('naehen')!.kontakt.email).toBe('b@nachbarn.example');
  });

  test('what the table does not say, and its own words, come from the mapping', () => {
    const csv =
      'Angebot;Träger;Kategorie;Merkwürdiges\nWerkbank;Beispielverein;Basteln und Bauen;17\n';
    const yaml = `spalten: { Angebot: titel, Träger: anbieter, Kategorie: thema, Merkwürdiges: "-" }
werte: { thema: { Basteln und Bauen: familie } }
vorgaben: { angebotsart: treffpunkt, zielgruppen: [alle], geprueft_am: unbekannt }
`;
    const ort = tabellen({
      'x.csv': csv,
      'z.yaml': yaml,
      'falsch.yaml': yaml.replace('titel', 'titl'),
    });
    const ordner = inhalt();
    const gut = ruf(
      'import',
      ordner,
      join(ort, 'x.csv'),
      '--spalten',
      join(ort, 'z.yaml'),
      '--schreiben',
    );
    expect(gut).toMatchObject({ status: 0, stderr: '' });
    expect(liesOrdner(ordner).katalog!.angebote.get('werkbank')).toMatchObject({
      anbieter: 'beispielverein',
      thema: ['familie'],
      geprueft_am: 'unbekannt',
    });
    expect(
      ruf('import', ordner, join(ort, 'x.csv'), '--spalten', join(ort, 'falsch.yaml')),
    ).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/„titl“ gibt es nicht\. Meinten Sie „titel“/) as string,
    });
  });

  test('an answered double is taken', () => {
    const felder = {
      titel: 'Kleiderstube',
      anbieter: 'beispielverein',
      orte: 'Beispielallee 12, 53999 Musterstadt',
    };
    const ort = tabellen({
      'a.csv': zeile(felder),
      'b.csv': zeile({ ...felder, kein_duplikat: 'kleiderstube' }),
    });
    const ordner = inhalt();
    expect(ruf('import', ordner, join(ort, 'a.csv')).stdout).toMatch(/Vielleicht schon da/);
    const { status, stdout } = ruf('import', ordner, join(ort, 'b.csv'), '--schreiben');
    expect(status).toBe(0);
    expect(stdout).toContain('angebote/musterstadt-kleiderstube.md');
    expect(liesOrdner(ordner).fehlerZu()).toEqual([]);
  });
});

describe('rows that are not taken come into a file of the name one says', () => {
  const tabelle = zeile({ titel: 'Ohne Thema', thema: '' });
  const lege = () => tabellen({ 'x.csv': tabelle, 'notiz.csv': 'von Hand' });

  test('a new one, and only where rows are taken', () => {
    const ort = lege();
    const args = [join(ort, 'x.csv'), '--abgelehnt', join(ort, 'zurueck.csv')];
    expect(ruf('import', inhalt(), ...args).status).toBe(1);
    expect(existsSync(join(ort, 'zurueck.csv'))).toBe(false);
    expect(ruf('import', inhalt(), ...args, '--schreiben').status).toBe(1);
    expect(csvZeilen(join(ort, 'zurueck.csv'))).toMatchObject([{ titel: 'Ohne Thema' }]);
  });

  test.each([
    ['the table itself', 'x.csv', /x\.csv“ gibt es schon; .* anderen Namen wählen\.\n$/],
    ['what somebody has written', 'notiz.csv', /notiz\.csv“ gibt es schon/],
    ['a folder that is not there', 'fehlt/x.csv', /Den Ordner gibt es nicht/],
    ['a folder', '.', /gibt es schon/],
  ])('never %s: nothing at all is written then', (_, name, satz) => {
    const ort = lege();
    const ordner = inhalt();
    const vorher = [alles(ort), alles(ordner)];
    for (const mehr of [[], ['--schreiben']]) {
      const args = [join(ort, 'x.csv'), '--abgelehnt', join(ort, name), ...mehr];
      expect(ruf('import', ordner, ...args)).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(satz) as string,
      });
    }
    expect([alles(ort), alles(ordner)]).toEqual(vorher);
  });
});

test('no table comes to lie in the content, where it would be proposed with all it says', () => {
  const ordner = inhalt();
  const ort = tabellen({ 'x.csv': zeile({ titel: 'Ohne Thema', thema: '' }) });
  const vorher = alles(ordner);
  const drin = join(ordner, 'angebote', 'neu.csv');
  for (const { status, stderr } of [
    ruf('ausgeben', ordner, drin),
    ruf('import', ordner, join(ort, 'x.csv'), '--abgelehnt', drin),
    ruf('import', ordner, join(ort, 'x.csv'), '--abgelehnt', drin, '--schreiben'),
  ]) {
    expect(status).toBe(2);
    expect(stderr).toContain('käme in den Ordner des Inhalts');
  }
  expect(alles(ordner)).toEqual(vorher);
});

test('where rows that are refused cannot be written down, none is taken', () => {
  // Its mapping lies elsewhere; the name of what is refused would be too long for a file.
  const lang = `${'x'.repeat(240)}.csv`;
  const gut = zeile({ titel: 'Mit Thema', thema: 'sprache' });
  const ort = tabellen({
    [lang]: `${gut}\r\n${zeile({ titel: 'Ohne Thema', thema: '' }).split('\r\n')[1]}`,
    'x.csv': gut,
  });
  const ordner = inhalt();
  ruf('import', ordner, join(ort, 'x.csv'));
  const vorher = alles(ordner);
  const args = ['--spalten', join(ort, 'x.csv.spalten.yaml'), '--schreiben'];
  const { status, stdout, stderr } = ruf('import', ordner, join(ort, lang), ...args);
  expect(stdout).toMatch(/Neu \(1\)/);
  expect(stderr).toContain('Der Name ist zu lang.');
  expect(status).toBe(2);
  expect(alles(ordner)).toEqual(vorher);
});

test('HSDS: what is certain is taken, what is not is named', () => {
  const ordner = inhalt();
  const datei = join(tabellen(), 'hsds.json');
  const { status, stdout } = ruf('import', ordner, datei, '--schreiben');
  expect(status).toBe(1);
  expect(stdout).toContain(
    'nicht übernommen aus HSDS: attributes „Homework Clubs“, interpretation_services',
  );
  expect(stdout).toMatch(/Zeile 2 „Ohne Thema“: Für ein neues Angebot fehlt: angebotsart, thema/);
  expect(liesOrdner(ordner).katalog!.angebote.get('musterstadt-lerncafe-am-abend')).toMatchObject({
    anbieter: 'beispielverein',
    thema: ['sprache'],
    zielgruppen: ['jugendliche'],
    alter: { von: 16 },
    kontakt: { telefon: '+492214710160' },
    orte: [{ name: 'Lernhaus', strasse: 'Lernweg 4', punkt: { lat: 50.901, lon: 7.101 } }],
    zeiten: [
      { tage: ['di', 'do'], von: '17:00', bis: '19:00', hinweis: 'nicht in den Ferien' },
      { tage: ['fr'], von: '18:00', rhythmus: ['monatlich-letzte'] },
      { hinweis: 'Samstags früh' },
    ],
    geprueft_am: '2026-04-15',
  });
  expect(ruf('import', ordner, datei).stdout).toMatch(/Unverändert: 1\n/);
});

describe('opening hours in words', () => {
  const mo = { tage: ['mo'], von: '09:00', bis: '12:00' };
  test.each<[string, unknown]>([
    ['Mo 9-12 Uhr', [mo]],
    ['montags von 9.00 bis 12.00 Uhr', [mo]],
    ['Mo, Mi 9–12', [{ ...mo, tage: ['mo', 'mi'] }]],
    ['Mo. und Do.: 9 - 12 h', [{ ...mo, tage: ['mo', 'do'] }]],
    [
      'Mo-Fr 9-12 und 14-16 Uhr',
      [
        { tage: ['mo', 'di', 'mi', 'do', 'fr'], von: '09:00', bis: '12:00' },
        { tage: ['mo', 'di', 'mi', 'do', 'fr'], von: '14:00', bis: '16:00' },
      ],
    ],
    ['Mo 9-12 Uhr, Mi nach Vereinbarung', [mo, { hinweis: 'Mi nach Vereinbarung' }]],
    ['Mo 9-12; Fr ab 14 Uhr', [mo, { tage: ['fr'], von: '14:00' }]],
    ['Mo, Sa-Di 9-12', [{ ...mo, tage: ['mo', 'di', 'sa', 'so'] }]],
    ['So bis Do 18-22 Uhr', [{ tage: ['mo', 'di', 'mi', 'do', 'so'], von: '18:00', bis: '22:00' }]],
    // Half of it understood would be wrong, or is a guess.
    ['jeden ersten Mo, Mi 9-12', undefined],
    ['Mo-Mi-Fr 9-12', undefined],
    ['außer in den Ferien Mo 9-12', undefined],
    ['14-täglich Mo 9-12', undefined],
    ['Mo 3-5 Uhr', undefined],
    ['täglich 9-17 Uhr', undefined],
    ['Mo 22-2 Uhr', undefined],
    ['Moderation 9-12', undefined],
  ])('%s', (text, zeiten) => expect(readZeiten(text)).toEqual(zeiten));
});

test('headings are guessed by what they are called, the surest first', () => {
  const kopf = [
    'Name',
    'Angebot',
    'Träger',
    'Fon',
    'Stadt',
    'PLZ',
    'Anschrift',
    'Öffnungszeiten',
    'Stand',
    'Webseite',
  ];
  expect(errateSpalten(kopf, [], 'x')).toEqual({
    Name: '-',
    Angebot: 'titel',
    Träger: 'anbieter',
    Fon: 'telefon',
    Stadt: 'ort.ort',
    PLZ: 'ort.plz',
    Anschrift: 'ort.strasse',
    Öffnungszeiten: 'zeiten',
    Stand: 'geprueft_am',
    Webseite: 'web',
  });
});

test('a cell is cut as little as needed to find its values', () => {
  const bekannt = ['Arbeit', 'Kita und Schule', 'Wohnen, Umzug'];
  const finde = (wort: string) => bekannt.find((name) => name === wort);
  expect(findeAlle('Arbeit und Kita und Schule', { finde }).unbekannt).toEqual(['Kita', 'Schule']);
  expect(findeAlle('Arbeit; Kita und Schule; Wohnen, Umzug', { finde })).toEqual({
    ids: ['Arbeit', 'Kita und Schule', 'Wohnen, Umzug'],
    unbekannt: [],
  });
});

test.each([
  [[], /Es fehlt der Name/],
  [['x.xls'], /alte Excel-Format/],
  [['x.csv', '--blatt', 'Angebote'], /„--blatt“ gibt es nur bei Dateien, die auf \.xlsx enden/],
  [['x.json', '--blatt', 'Angebote'], /„--blatt“ gibt es nur bei Dateien, die auf \.xlsx enden/],
  [['gibt/es/nicht.csv'], /„gibt\/es\/nicht\.csv“ lässt sich nicht lesen: Es gibt sie nicht/],
  [['--gibtesnicht', 'x.csv'], /Aufruf: npm run import/],
])('a call that makes no sense: %j', (args, meldung) => {
  const { status, stderr } = ruf('import', 'test/fixtures/musterkreis', ...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(meldung);
});
