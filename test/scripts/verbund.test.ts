/** `npm run verbund`: a neighbour's server that sends what it should, and one that does not. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bericht, hole } from '../../scripts/lib/verbund/holen.ts';
import { formatKopie } from '../../scripts/lib/verbund/kopie.ts';
import { liesNachbar } from '../../scripts/lib/verbund/lesen.ts';
import type { Angebot } from '../../src/domain/angebot.ts';
import type { AngeboteDatei } from '../../src/domain/datensatz.ts';
import type { NachbarEintrag } from '../../src/domain/portal.ts';
import { createInhalt, lies as gelesenMit, liesOrdner } from '../lib/inhalt.ts';
import { angeboteJson, mitNachbar, portalMit, UNSERE } from '../lib/nachbar.ts';
import { createZertifikat } from '../lib/zertifikat.ts';

const zertifikat = createZertifikat('nachbar.test');
const werkstatt = mkdtempSync(join(tmpdir(), 'verbund-'));
const beglaubigt = join(werkstatt, 'zertifikat.pem');
writeFileSync(beglaubigt, zertifikat.cert);

/** What the server answers; `undefined` where there is nothing. */
let antwort: (request: http.IncomingMessage, response: http.ServerResponse) => void;
let anfragen: string[] = [];
const server = https.createServer(zertifikat, (request, response) => {
  anfragen.push(`${request.method} ${request.url}`);
  antwort(request, response);
});
let url: string;

const sonst = getCACertificates('default');
beforeAll(async () => {
  setDefaultCACertificates([...sonst, zertifikat.cert]);
  await new Promise<void>((fertig) => server.listen(0, '127.0.0.1', fertig));
  url = `https://nachbar.test:${(server.address() as AddressInfo).port}/wegweiser/`;
});
afterAll(() => {
  setDefaultCACertificates(sonst);
  server.closeAllConnections();
  server.close();
  rmSync(werkstatt, { recursive: true });
});

let inhalt: string;
beforeEach(() => {
  anfragen = [];
  inhalt = createInhalt({ 'portal.yaml': portalMit({ id: 'nachbarkreis', url }) });
});
afterEach(() => rmSync(inhalt, { recursive: true, force: true }));

const pfad = () => join(inhalt, 'verbund/nachbarkreis.json');
const gespeichert = () => readFileSync(pfad(), 'utf8');
const schicke = (text: string) => {
  antwort = (_, response) => response.end(text);
};
/** The file of the Nachbarkreis, changed. */
const geaendert = (aendern: (datei: AngeboteDatei) => unknown) => {
  const datei = JSON.parse(angeboteJson(url)) as AngeboteDatei;
  aendern(datei);
  return JSON.stringify(datei);
};

function ruf(args: string[], tag = '2026-11-20') {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((fertig) => {
    const child = spawn(process.execPath, ['scripts/verbund.ts', ...args], {
      env: {
        ...process.env,
        PORTAL_INHALT: inhalt,
        STICHTAG: tag,
        TESTNETZ: '1',
        NODE_EXTRA_CA_CERTS: beglaubigt,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (stueck) => (stdout += stueck));
    child.stderr.on('data', (stueck) => (stderr += stueck));
    child.on('close', (status) => fertig({ status, stdout, stderr }));
  });
}
/** The same without a program of its own, which would take most of the time. */
const holeHier = (trotzdem = false): Promise<Bericht> =>
  hole(
    { id: 'nachbarkreis', url, form: 'portal' },
    {
      inhalt,
      eintraege: UNSERE,
      stichtag: '2026-11-20',
      trotzdem,
      testnetz: true,
    },
  );

describe('a neighbour is fetched', () => {
  test('and stored so that the Katalog shows it, one offer per line', async () => {
    schicke(angeboteJson(url));
    const { status, stdout, stderr } = await ruf(['holen']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(anfragen).toEqual(['GET /wegweiser/daten/v1/angebote.json']);
    expect(stdout).toMatch(
      /^nachbarkreis: .*\n {2}neu: 8\n.* {2}8 Angebote gespeichert, Stand 2026-11-20, Lizenz CC0 1\.0\.\n$/s,
    );
    const { katalog } = liesOrdner(inhalt);
    expect(katalog!.nachbarn).toMatchObject([{ name: 'Nachbarkreis', geholt_am: '2026-11-20' }]);
    expect(katalog!.nachbarn[0]!.angebote).toHaveLength(7);
    expect(gespeichert().match(/^\{"anbieter":/gm)).toHaveLength(8);

    const zeigen = await ruf(['zeigen'], '2026-11-25');
    expect(zeigen.stdout).toMatch(
      /^nachbarkreis: Nachbarkreis \(https.*\)\n {2}8 Angebote, geholt am 2026-11-20 \(vor 5 Tagen\), Stand 2026-11-20\n {2}Lizenz CC0 1\.0, https.*, Probebetrieb\n$/,
    );
  });

  test('or the reason is told why it could not be stored, without a word of the program', async () => {
    schicke(angeboteJson(url));
    writeFileSync(join(inhalt, 'verbund'), '');
    const { status, stderr } = await ruf(['holen']);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        /^ {2}Nicht gespeichert: Der Ordner „.*verbund“ lässt sich nicht anlegen: Wo ein Ordner .*\n$/,
      ) as string,
    });
  });

  test('and again: what is new, changed and gone is named, and the same gives the same bytes', async () => {
    schicke(angeboteJson(url));
    await holeHier();
    const vorher = gespeichert();
    schicke(
      geaendert(({ angebote }) => {
        angebote.reverse();
        angebote.forEach((eines, i) => {
          angebote[i] = Object.fromEntries(Object.entries(eines).reverse()) as typeof eines;
        });
      }),
    );
    expect((await holeHier()).zeilen[0]).toBe('An den Angeboten hat sich nichts geändert.');
    expect(gespeichert()).toBe(vorher);

    schicke(
      geaendert(({ angebote }) => {
        const [erstes, zweites] = angebote;
        erstes!.id = 'umbenannt';
        zweites!.titel = 'Ganz anders';
        zweites!.termin = 'noetig';
      }),
    );
    expect((await holeHier()).zeilen).toEqual([
      'neu: 1',
      '  Deutsch üben am Telefon (umbenannt)',
      'geändert: 1',
      '  Ganz anders (deutschkurs-am-fluss): titel, termin',
      'weg: 1',
      '  Deutsch üben am Telefon (vorlesen-am-telefon)',
      '8 Angebote gespeichert, Stand 2026-11-20, Lizenz CC0 1.0.',
    ]);
    const andere = new Set(vorher.split('\n')).difference(new Set(gespeichert().split('\n')));
    // For each of the two, its line and no other.
    expect(andere.size).toBe(2);
  });

  test('follows where it has moved to', async () => {
    antwort = (request, response) =>
      request.url === '/neu.json'
        ? response.end(angeboteJson(url))
        : response.writeHead(301, { location: '/neu.json' }).end();
    expect(await holeHier()).not.toHaveProperty('fehler');
  });
});

const weiter = (location: string) => () => {
  antwort = (_, response) => response.writeHead(302, { location }).end();
};

describe('nothing is stored, and said why,', () => {
  const falsch: [string, () => void, RegExp][] = [
    [
      'where there is nothing',
      () => (antwort = (_, r) => r.writeHead(404).end()),
      /Status 404\)\. Gefragt wurde nach https:\S+\/wegweiser\/daten\/v1\/angebote\.json\. Stimmt „url“ in portal\.yaml, und läuft dort ein Portal/,
    ],
    ['where it leads into our own network', weiter('https://127.0.0.1/'), /internes Netz/],
    ['where it leads to an open line', weiter('http://nachbar.test/'), /nicht verschlüsselt/],
    ['where it goes round and round', weiter('/x'), /mehr als 10 Weiterleitungen/],
    [
      'where it is too large',
      () => (antwort = (_, r) => r.end(Buffer.alloc(20_000_001, 32))),
      /größer als 20 MB/,
    ],
    [
      'where it is a page',
      () => schicke('<!doctype html>'),
      /kein lesbares JSON\. Gefragt wurde nach https:.*Stimmt „url“/,
    ],
    ['where it is something else', () => schicke('[]'), /keine Angebote eines Portals\. Gefragt/],
    [
      'where it is of a version to come',
      () => schicke(geaendert((datei) => Object.assign(datei, { version: 2 }))),
      /Version 2; dieses Portal versteht Version 1/,
    ],
    [
      'where its head is wrong',
      () => schicke(geaendert((datei) => Object.assign(datei, { lizenz: 'frei' }))),
      /„lizenz“/,
    ],
    [
      'where it is called like us',
      () => schicke(geaendert(({ portal }) => (portal.kreis = 'Musterkreis'))),
      /nennt sich „Musterkreis“ wie wir.*Zeile „name“/,
    ],
    [
      'where it is of tomorrow',
      () => schicke(geaendert((datei) => (datei.stand = '2026-11-21'))),
      /Stand \(2026-11-21\) liegt nach heute \(2026-11-20\)/,
    ],
    [
      'where no offer is right',
      () =>
        schicke(
          geaendert(({ angebote }) =>
            angebote.forEach((eines) => (eines.seite = 'https://x.example/')),
          ),
        ),
      /^Kein einziges Angebot taugt, alle 8 aus demselben Grund: Seine Seite liegt nicht unter der Adresse des Nachbarn \(https:.*Das erste nennt: https:\/\/x\.example\/ Ist der Nachbar umgezogen\?/,
    ],
  ];
  test.each(falsch)('%s', async (_, stelleAuf, grund) => {
    stelleAuf();
    const { fehler, ausgelassen } = await holeHier();
    expect(fehler).toMatch(grund);
    expect(ausgelassen).toEqual([]);
    expect(existsSync(pfad())).toBe(false);
  });

  test('where most of it would vanish, or the date goes backwards; unless somebody says so', async () => {
    schicke(angeboteJson(url));
    await holeHier();
    const vorher = gespeichert();
    schicke(geaendert((datei) => datei.angebote.splice(0, 5)));
    expect((await holeHier()).fehler).toMatch(/^Von 8 Angeboten würden 5 verschwinden.*--trotzdem/);
    schicke(geaendert((datei) => (datei.stand = '2026-11-19')));
    const { status, stderr } = await ruf(['holen']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^ {2}Nicht gespeichert: Der neue Stand \(2026-11-19\) ist älter als der gespeicherte \(2026-11-20\)/,
    );
    expect(gespeichert()).toBe(vorher);
    expect(await holeHier(true)).not.toHaveProperty('fehler');
    expect(gespeichert()).toMatch(/"stand": "2026-11-19"/);
  });

  test('where a flood of new ones would come; unless somebody says so', async () => {
    schicke(angeboteJson(url));
    await holeHier();
    const vorher = gespeichert();
    const flut = (anzahl: number) =>
      geaendert((datei) => {
        const [muster] = datei.angebote;
        for (let i = 0; i < anzahl; i++) datei.angebote.push({ ...muster!, id: `neu-${i}` });
      });
    schicke(flut(51));
    expect((await holeHier()).fehler).toMatch(/^Zu 8 Angeboten würden 51 neue kommen.*--trotzdem/);
    expect(gespeichert()).toBe(vorher);
    schicke(flut(50));
    expect(await holeHier()).not.toHaveProperty('fehler');
    schicke(flut(150));
    expect(await holeHier()).not.toHaveProperty('fehler');
    schicke(flut(651));
    expect((await holeHier()).fehler).toMatch(/^Zu 158 Angeboten würden 501 neue kommen/);
    expect(await holeHier(true)).not.toHaveProperty('fehler');
  });

  test('where what is stored is damaged; unless somebody says so', async () => {
    schicke(angeboteJson(url));
    await holeHier();
    const beschaedigt = gespeichert().replace('\n', '\n<<<<<<< HEAD\n');
    writeFileSync(pfad(), beschaedigt);
    schicke(geaendert((datei) => datei.angebote.splice(1)));
    const grund =
      /verbund\/nachbarkreis\.json ist beschädigt\. Die Datei ist kein lesbares JSON\. Bitte .* aus Git zurückholen\./;
    anfragen = [];
    const { fehler } = await holeHier();
    expect(fehler).toMatch(grund);
    expect(fehler).toMatch(/npm run verbund -- holen nachbarkreis --trotzdem$/);
    expect(anfragen).toEqual([]);
    expect(gespeichert()).toBe(beschaedigt);
    const zeigen = await ruf(['zeigen']);
    expect(zeigen).toMatchObject({ status: 1, stdout: '' });
    expect(zeigen.stderr).toMatch(grund);
    expect(liesOrdner(inhalt).fehlerZu()).toMatchObject([
      { tipp: expect.stringMatching(/aus Git zurückholen.*--trotzdem$/) as string },
    ]);
    expect(await holeHier(true)).not.toHaveProperty('fehler');
    expect(gespeichert()).toMatch(/^\{"anbieter":/m);
  });

  test('where most of it would vanish, also of what is stored but cannot be read', async () => {
    schicke(angeboteJson(url));
    await holeHier();
    writeFileSync(pfad(), gespeichert().replaceAll('"status":"aktiv"', '"status":"?"'));
    schicke(geaendert((datei) => datei.angebote.splice(0, 5)));
    expect((await holeHier()).fehler).toMatch(/^Von 8 Angeboten würden 5 verschwinden/);
  });

  test('of single offers that are wrong, which are named; the others are', async () => {
    schicke(
      geaendert(({ angebote: [erstes, zweites, drittes] }) => {
        erstes!.titel = 'Böse \u202e\u001b[2J';
        zweites!.titel = 'ü'.repeat(121);
        drittes!.id = '../x';
        drittes!.seite = 'https://x.example/';
      }),
    );
    const { ausgelassen, fehler } = await holeHier();
    expect(fehler).toBeUndefined();
    expect(ausgelassen).toEqual([
      expect.stringMatching(/^„Böse \[2J“ \(vorlesen-am-telefon\): Feld „titel“: Hier steht ein /),
      `„${'ü'.repeat(60)}…“ (deutschkurs-am-fluss): Der Text im Feld „titel“ ist zu lang; höchstens 120 Zeichen sind möglich.`,
      expect.stringMatching(/^„[^“]+“ \(Nummer 3\): Das Feld „id“ fehlt oder hat nicht/),
    ]);
    expect(liesOrdner(inhalt).fehlerZu()).toEqual([]);
  });
});

test('a neighbour whose address has changed since is fetched anew, and said so until then', async () => {
  schicke(angeboteJson(url));
  await holeHier();
  writeFileSync(pfad(), gespeichert().replaceAll('/wegweiser/', '/frueher/'));
  const satz =
    /^(nachbarkreis: )?Die Adresse in portal\.yaml ist nicht die, von der „nachbarkreis“ geholt wurde \(https:.*\/frueher\/daten\/v1\/angebote\.json\)\./;
  const zeigen = await ruf(['zeigen']);
  expect(zeigen.stdout).toMatch(satz);
  expect(zeigen.stdout).toMatch(/ Bitte neu holen: npm run verbund -- holen nachbarkreis\n$/);
  expect(liesOrdner(inhalt).fehlerZu()).toMatchObject([
    {
      meldung: expect.stringMatching(satz) as string,
      tipp: 'Bitte neu holen: npm run verbund -- holen nachbarkreis',
    },
  ]);
  schicke(geaendert((datei) => datei.angebote.splice(1)));
  const { zeilen, fehler } = await holeHier();
  expect(fehler).toBeUndefined();
  expect(zeilen[0]).toMatch(satz);
  expect(zeilen[1]).toBe('neu: 1');
  expect(liesOrdner(inhalt).fehlerZu()).toEqual([]);
});

describe('a neighbour that publishes HSDS', () => {
  const hsds: NachbarEintrag = {
    id: 'nachbarkreis',
    url: 'https://nachbar.example/wegweiser/daten/hsds/services.json',
    form: 'hsds',
    name: 'Nachbarkreis',
  };
  const lies = (json: unknown, nachbar = hsds, eintraege = UNSERE) =>
    liesNachbar(
      nachbar,
      new TextEncoder().encode(JSON.stringify(json)),
      { adresse: hsds.url, geholt_am: '2026-11-20' },
      eintraege,
    );
  const unsere = (gelesen: ReturnType<typeof lies>) => {
    if ('einwand' in gelesen) throw new Error(gelesen.einwand);
    const { katalog, fehlerZu } = gelesenMit({
      'portal.yaml': portalMit(hsds),
      'verbund/nachbarkreis.json': formatKopie(gelesen),
    });
    expect(fehlerZu()).toEqual([]);
    return katalog!.nachbarn[0]!.angebote;
  };

  test('with this generator is read like its own JSON', () => {
    const services = angeboteJson(
      'https://nachbar.example/wegweiser/',
      '2026-11-20',
      'hsds/services.json',
    );
    const gelesen = lies(JSON.parse(services));
    expect(gelesen).toMatchObject({ einwaende: [] });
    const { katalog } = gelesenMit(mitNachbar());
    const kurz = (alle: Angebot[]) =>
      alle.map(({ id, titel, thema, angebotsart, zielgruppen, orte, vertraulich, herkunft }) => {
        const { seite, anbieter, art, uuid } = herkunft!;
        return {
          id,
          titel,
          thema,
          angebotsart,
          zielgruppen,
          vertraulich,
          seite,
          anbieter,
          art,
          uuid,
          orte: orte.length,
        };
      });
    expect(kurz(unsere(gelesen))).toEqual(kurz(katalog!.nachbarn[0]!.angebote));
  });

  test('of another is read as far as it is certain, and leads to its server', () => {
    const service = {
      id: 'b1f3a0f4-5a4e-4c1e-9d35-0a0000000001',
      name: 'Deutsch am Abend',
      description: 'Ein Kurs.',
      url: 'https://www.anbieter.example/kurse',
      status: 'active',
      organization: { name: 'Volkshochschule Nebenan' },
      phones: [{ number: 'call 0221 / 12 34 56' }],
      attributes: [
        { taxonomy_term: { name: 'Sprache lernen', code: 'X1' } },
        { taxonomy_term: { name: 'Chorgesang', code: 'X2' } },
        // A level of German is no subject.
        { taxonomy_term: { name: 'A1', code: 'A1' }, value: 'von' },
      ],
      service_at_locations: [
        { location: { latitude: 999, longitude: 1, addresses: [{ city: 'Irrort' }] } },
        {
          location: {
            latitude: 50.9,
            longitude: 7.5,
            addresses: [{ city: 'Nebenstadt', postal_code: '54901' }],
          },
        },
      ],
    };
    const [kurs, ...weitere] = unsere(
      lies([service, { ...service, id: service.id.replace(/1$/, '2'), status: 'defunct' }]),
    );
    expect(weitere).toEqual([]);
    expect(kurs).toMatchObject({
      titel: 'Deutsch am Abend',
      thema: ['sprache'],
      angebotsart: '',
      herkunft: {
        seite: 'https://nachbar.example/',
        anbieter: 'Volkshochschule Nebenan',
        wo: 'Nebenstadt',
        art: 'Angebot',
        worte: ['Chorgesang'],
      },
    });
  });

  test.each(['Schutzunterkunft', 'SCHUTZUNTERKUNFT'])(
    'and files a service under „%s“ says that it is confidential',
    (name) => {
      const gelesen = lies([
        {
          id: 'b1f3a0f4-5a4e-4c1e-9d35-0a0000000003',
          name: 'Haus Morgenrot',
          description: 'Zuflucht.',
          organization: { name: 'Verein' },
          attributes: [
            { taxonomy_term: { name: 'Beratung', code: 'X1' } },
            { taxonomy_term: { name, code: 'X2' } },
            { taxonomy_term: { name: 'Frauen', code: 'X3' } },
            { taxonomy_term: { name: 'Schutz vor Gewalt', code: 'X4' } },
          ],
          service_at_locations: [
            {
              location: {
                latitude: 50.9,
                longitude: 7.5,
                addresses: [{ address_1: 'Geheimweg 7', city: 'Nebenstadt', postal_code: '54901' }],
              },
            },
          ],
        },
      ]);
      expect(gelesen).toMatchObject({ einwaende: [] });
      if (!('einwand' in gelesen)) expect(formatKopie(gelesen)).not.toMatch(/Geheimweg|50\.9/);
      expect(unsere(gelesen)).toMatchObject([
        {
          vertraulich: true,
          schnellVerlassen: true,
          angebotsart: 'schutzunterkunft',
          zielgruppen: ['frauen'],
          thema: ['gewaltschutz'],
          orte: [],
        },
      ]);
    },
  );

  test.each<[string, { begriff?: string; name?: string; nummer?: string }]>([
    ['by a word in another form', { begriff: 'Frauenhäuser und Schutzwohnungen' }],
    ['by a word in another language', { begriff: 'Women’s Shelter' }],
    ['by a word in another script', { begriff: 'ملجأ للنساء' }],
    ['by its title', { name: 'Frauenhaus Nebenstadt' }],
    ['by the second of its numbers', { nummer: '0221 4710197' }],
  ])(
    'and means a shelter %s has no place',
    (_, { begriff = 'Wohnen', name = 'Haus Morgenrot', nummer = '0221 999999' }) => {
      const worte = new Map(UNSERE.vokabular.angebotsarten);
      const suchwoerter = { de: ['Frauenhaus'], en: ['shelter'], ar: ['ملجأ'] };
      worte.set('schutzunterkunft', { ...worte.get('schutzunterkunft')!, suchwoerter });
      const vokabular = { ...UNSERE.vokabular, angebotsarten: worte };
      const service = {
        id: 'b1f3a0f4-5a4e-4c1e-9d35-0a0000000004',
        name,
        organization: { name: 'Verein' },
        phones: [{ number: '0221 888888' }, { number: nummer }],
        attributes: [{ taxonomy_term: { name: begriff, code: 'X1' } }],
        service_at_locations: [
          {
            location: {
              latitude: 50.9,
              longitude: 7.5,
              addresses: [{ address_1: 'Geheimweg 7', city: 'Nebenstadt', postal_code: '54901' }],
            },
          },
        ],
      };
      const gelesen = lies([service], hsds, { ...UNSERE, vokabular });
      if ('einwand' in gelesen) throw new Error(gelesen.einwand);
      expect(gelesen.angebote).toMatchObject([{ titel: name, schutz: ['vertraulich'] }]);
      expect(formatKopie(gelesen)).not.toMatch(/Geheimweg|50\.9/);
    },
  );

  test('says of itself what our own JSON says, as far as it is right', () => {
    const services = JSON.parse(
      angeboteJson('https://nachbar.example/wegweiser/', '2026-11-19', 'hsds/services.json'),
    ) as { contents: unknown[] };
    expect(lies(services)).toMatchObject({
      kopf: {
        name: 'Nachbarkreis',
        stand: '2026-11-19',
        lizenz: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
        probebetrieb: true,
      },
    });
    const fremd = {
      stand: 'gestern',
      lizenz: { name: 'frei', url: 'javascript:x' },
      portal: 'Wir',
    };
    for (const liste of [{ ...services, ...fremd, probebetrieb: 1 }, services.contents]) {
      const gelesen = lies(liste);
      expect(gelesen).toMatchObject({
        kopf: { name: 'Nachbarkreis', stand: '2026-11-20', probebetrieb: false },
      });
      expect(gelesen).not.toHaveProperty('kopf.lizenz.name');
    }
  });

  test('on trial is shown only while we are on trial, with its licence', () => {
    const services = angeboteJson(
      'https://nachbar.example/wegweiser/',
      '2026-11-20',
      'hsds/services.json',
    );
    const gelesen = lies(JSON.parse(services));
    if ('einwand' in gelesen) throw new Error(gelesen.einwand);
    const bei = (probebetrieb: 'ja' | 'nein') =>
      gelesenMit({
        'portal.yaml': portalMit(hsds).replace(
          /^probebetrieb: .*/m,
          `probebetrieb: ${probebetrieb}`,
        ),
        'verbund/nachbarkreis.json': formatKopie(gelesen),
      }).katalog!.nachbarn;
    expect(bei('ja')).toMatchObject([{ lizenz: { name: 'CC0 1.0' } }]);
    expect(bei('nein')).toEqual([]);
  });

  test('must not hold more than a portal may', () => {
    const einwand = 'In der Datei stehen mehr als 100000 Angebote.';
    expect(lies(Array(100_001).fill(0))).toEqual({ einwand });
  });

  test('must be one', () => {
    expect(lies({ x: 1 })).toEqual({
      einwand:
        'In der Datei stehen keine „services“ nach HSDS. Gefragt wurde nach https://nachbar.example/wegweiser/daten/hsds/services.json. Stimmt „url“ in portal.yaml, und liegt dort eine Datei im Format HSDS?',
    });
  });
});

test('a wrong call: 2, and how to call it', async () => {
  const falsch = await ruf(['holen', 'nachbarkreiss']);
  expect(falsch.status).toBe(2);
  expect(falsch.stderr).toMatch(
    /^Einen Nachbarn „nachbarkreiss“ gibt es nicht\. Meinten Sie „nachbarkreis“/,
  );
  const ohne = await ruf([]);
  expect(ohne.status).toBe(2);
  expect(ohne.stderr).toMatch(/^Es fehlt der Befehl\.\n\nAufruf:\n {2}npm run verbund -- holen/);
});
