/** `npm run links`: servers that fail in every way there is, and what becomes of it. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Einstellungen,
  type Ergebnis,
  pruefeAdresse,
  pruefeAlle,
} from '../../scripts/lib/links/abruf.ts';
import { type Bericht, createBericht } from '../../scripts/lib/links/bericht.ts';
import {
  einwandGegenKorrektur,
  ersetzeInZeile,
  korrigiere,
} from '../../scripts/lib/links/korrektur.ts';
import { istOeffentlich, namensaufloesung } from '../../scripts/lib/links/netz.ts';
import { readStand, type Stand, writeStand, zaehle } from '../../scripts/lib/links/stand.ts';
import { rufeNebenher } from '../lib/befehl.ts';
import { angebot, createInhalt, type Dateien, liesOrdner, seite } from '../lib/inhalt.ts';
import { createZertifikat } from '../lib/zertifikat.ts';

type Antwort = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** Path → what the server does when asked for it; everything else is there. */
let wege: Record<string, Antwort>;
/** What the server was asked, as `GET /path`, and how. */
let anfragen: { was: string; headers: http.IncomingHttpHeaders; host: string }[];
let offen: { jetzt: number; meist: number };

const server = http.createServer((request, response) => {
  const { method, url = '/', headers } = request;
  anfragen.push({ was: `${method} ${url}`, headers, host: headers.host ?? '' });
  (wege[url] ?? status(200))(request, response);
});
const sicher = https.createServer(createZertifikat('selbst.test'), (_, response) => response.end());
/** Speaks TCP only, and hangs up on whoever calls. */
const stumm = net.createServer((socket) => socket.destroy());

const port = (one: net.Server) => (one.address() as AddressInfo).port;
const adresse = (weg: string, name = 'seite') => `http://${name}.test:${port(server)}${weg}`;

beforeAll(() =>
  Promise.all(
    [server, sicher, stumm].map(
      (one) => new Promise<void>((fertig) => one.listen(0, '127.0.0.1', fertig)),
    ),
  ),
);
afterAll(() => {
  server.closeAllConnections();
  for (const one of [server, sicher, stumm]) one.close();
});
beforeEach(() => {
  wege = {};
  anfragen = [];
  offen = { jetzt: 0, meist: 0 };
});

const status =
  (code: number, headers: http.OutgoingHttpHeaders = {}): Antwort =>
  (_, response) =>
    response.writeHead(code, headers).end();
const weiter = (code: number, location: string) => status(code, { location });
/** Another answer each time; the last one stays. */
const nacheinander = (...antworten: Antwort[]): Antwort => {
  return (request, response) =>
    (antworten.length > 1 ? antworten.shift()! : antworten[0]!)(request, response);
};
/** HEAD is refused, GET answered. */
const nurGet =
  (code: number, antwort: Antwort = status(200)): Antwort =>
  (request, response) =>
    (request.method === 'HEAD' ? status(code) : antwort)(request, response);

const EINSTELLUNGEN: Einstellungen = {
  userAgent: 'Linkpruefung/1.0 (+https://portal.example/)',
  lookup: namensaufloesung(true),
  gleichzeitig: 8,
  geduldMs: 300,
  pauseMs: 10,
};
const pruefe = (eine: string, geduldMs = 5000) =>
  pruefeAdresse(eine, { ...EINSTELLUNGEN, geduldMs });
/** Where a text in an object is to look like something: a bare pattern would fit every text. */
const wie = (muster: RegExp) => expect.stringMatching(muster) as string;
const gefragt = () => anfragen.map(({ was }) => was);

describe('an address is reachable', () => {
  test('that answers, after one question without cookies by somebody who says who asks', async () => {
    wege['/'] = status(200, { 'set-cookie': 'a=b' });
    expect(await pruefe(adresse('/'))).toEqual({ art: 'erreichbar' });
    expect(gefragt()).toEqual(['HEAD /']);
    expect(anfragen[0]!.headers).toMatchObject({
      'user-agent': 'Linkpruefung/1.0 (+https://portal.example/)',
    });
    expect(anfragen[0]!.headers.cookie).toBeUndefined();
  });

  test.each([405, 403, 501, 404, 500])('that refuses HEAD with %i but not GET', async (code) => {
    wege['/'] = nurGet(code);
    expect(await pruefe(adresse('/'))).toEqual({ art: 'erreichbar' });
    expect(gefragt()).toEqual(['HEAD /', 'GET /']);
  });

  test('that hangs up on HEAD but not on GET', async () => {
    wege['/'] = (request, response) =>
      request.method === 'HEAD' ? request.socket.destroy() : response.end();
    expect(await pruefe(adresse('/'))).toEqual({ art: 'erreichbar' });
  });

  test('that fails once and then works', async () => {
    wege['/'] = nacheinander(status(500), status(500), status(200));
    expect(await pruefe(adresse('/'))).toEqual({ art: 'erreichbar' });
  });

  test('that asks to wait a second, and is not asked sooner', async () => {
    wege['/'] = nacheinander(status(429, { 'retry-after': '1' }), status(200));
    const anfang = performance.now();
    expect(await pruefe(adresse('/'))).toEqual({ art: 'erreichbar' });
    expect(performance.now() - anfang).toBeGreaterThan(990);
    expect(gefragt()).toEqual(['HEAD /', 'GET /']);
  });

  test('whose page never ends: it is not downloaded', async () => {
    let geschrieben = 0;
    wege['/'] = nurGet(405, (_, response) => {
      response.writeHead(200);
      const stueck = Buffer.alloc(64 * 1024);
      const schreibe = () => {
        geschrieben += stueck.length;
        if (response.write(stueck)) setImmediate(schreibe);
        else response.once('drain', schreibe);
      };
      schreibe();
    });
    expect(await pruefe(adresse('/'))).toEqual({ art: 'erreichbar' });
    expect(geschrieben).toBeLessThan(20_000_000);
  });
});

describe('an address fails', () => {
  const faelle: [string, Antwort, RegExp, number?][] = [
    ['404', status(404), /^Diese Seite gibt es nicht \(Status 404\)\.$/],
    ['410', status(410), /^Diese Seite gibt es nicht mehr \(Status 410\)\.$/],
    ['500 again and again', status(500), /Störung \(Status 500\)/],
    ['503 for an hour', status(503, { 'retry-after': '3600' }), /Störung \(Status 503\)/],
    ['no answer', () => {}, /in 1 Sekunden nicht geantwortet/, 100],
    [
      'an answer that drips',
      (request) => {
        const { socket } = request;
        const tropfen = setInterval(() => socket.write('x'), 20);
        socket.once('close', () => clearInterval(tropfen));
        socket.write('HTTP/1.1 200 OK\r\nX: ');
      },
      /in 1 Sekunden nicht geantwortet/,
      100,
    ],
    ['connection reset', (request) => request.socket.resetAndDestroy(), /bricht die Verbindung ab/],
    ['a redirect to nowhere', status(302), /leitet weiter, sagt aber nicht richtig, wohin/],
    ['a redirect to nonsense', weiter(301, 'http://[::'), /sagt aber nicht richtig, wohin/],
    ['redirects in a circle', weiter(301, '/'), /im Kreis/],
    [
      'a redirect to a page that is gone',
      weiter(301, '/weg'),
      /leitet weiter zu .*\/weg – dort: Diese Seite gibt es nicht/,
    ],
  ];
  test.each(faelle)('%s', async (_, antwort, grund, geduldMs) => {
    wege['/'] = antwort;
    wege['/weg'] = status(404);
    expect(await pruefe(adresse('/'), geduldMs)).toEqual({
      art: 'ausfall',
      grund: wie(grund),
    });
    expect(anfragen.length).toBeLessThanOrEqual(5);
  });

  test('more than ten redirects', async () => {
    for (let i = 0; i < 12; i++) wege[`/${i}`] = weiter(302, `/${i + 1}`);
    expect(await pruefe(adresse('/1'))).toMatchObject({
      art: 'ausfall',
      grund: wie(/mehr als 10/),
    });
    expect(await pruefe(adresse('/2'))).toEqual({ art: 'erreichbar' });
  });

  test('a name that does not exist', async () => {
    expect(await pruefe('https://gibt-es-nicht.invalid/')).toMatchObject({
      art: 'ausfall',
      grund: wie(/Namen gibt-es-nicht\.invalid|nicht geantwortet/),
      ganzerServer: true,
    });
  });

  test('nobody listens', async () => {
    const vorbei = net.createServer().listen(0, '127.0.0.1');
    await new Promise((fertig) => vorbei.once('listening', fertig));
    const frei = port(vorbei);
    await new Promise((fertig) => vorbei.close(fertig));
    expect(await pruefe(`http://seite.test:${frei}/`)).toEqual({
      art: 'ausfall',
      grund: 'Der Server nimmt keine Verbindungen an.',
      ganzerServer: true,
    });
  });

  test('a certificate that nobody has signed', async () => {
    expect(await pruefe(`https://selbst.test:${port(sicher)}/`)).toMatchObject({
      art: 'ausfall',
      grund: wie(/^Das Sicherheitszertifikat der Seite .*Browser warnen/),
    });
  });
});

describe('an address cannot be judged', () => {
  test.each([401, 403, 429, 400, 451, 999])('status %i', async (code) => {
    wege['/'] = status(code);
    expect(await pruefe(adresse('/'))).toMatchObject({
      art: 'nicht-pruefbar',
      grund: wie(new RegExp(`\\(Status ${code}\\)`)),
    });
  });

  test('behind a wall that wants to see a person, whatever its status', async () => {
    wege['/'] = status(503, { 'cf-mitigated': 'challenge' });
    expect(await pruefe(adresse('/'))).toMatchObject({ art: 'nicht-pruefbar' });
  });

  test('a server that asks to wait an hour is not asked again', async () => {
    wege['/'] = status(429, { 'retry-after': '3600' });
    expect(await pruefe(adresse('/'))).toMatchObject({ art: 'nicht-pruefbar' });
    expect(gefragt()).toEqual(['HEAD /']);
  });

  test('a circle that a cookie would lead out of', async () => {
    wege['/'] = status(302, { location: '/', 'set-cookie': 'a=b' });
    expect(await pruefe(adresse('/'))).toMatchObject({
      art: 'nicht-pruefbar',
      grund: wie(/Cookies/),
    });
  });

  test('a redirect to something that is no web page', async () => {
    wege['/'] = weiter(302, 'mailto:a@b.example');
    expect(await pruefe(adresse('/'))).toMatchObject({ art: 'nicht-pruefbar' });
  });

  test('what speaks no HTTP', async () => {
    wege['/'] = (request) => request.socket.end('SSH-2.0-OpenSSH\r\n');
    expect(await pruefe(adresse('/'))).toMatchObject({ art: 'nicht-pruefbar' });
  });
});

describe('no address leads into the machine or its network', () => {
  const intern: Partial<Ergebnis> = {
    art: 'nicht-pruefbar',
    grund: wie(/internes Netz/),
  };

  test('as a name that says so', async () => {
    expect(await pruefe(`http://localhost:${port(server)}/`)).toEqual(intern);
    expect(anfragen).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '169.254.169.254',
  ])('as the address %s', async (ip) => {
    expect(await pruefe(`http://${ip}:${port(server)}/`)).toEqual(intern);
    expect(anfragen).toEqual([]);
  });

  test.each(['http://localhost', 'http://127.0.0.1', '//127.0.0.1', 'http://[::1]'])(
    'through a redirect to %s',
    async (ziel) => {
      wege['/'] = weiter(301, `${ziel}:${port(server)}/geheim`);
      expect(await pruefe(adresse('/'))).toMatchObject({
        art: 'nicht-pruefbar',
        grund: wie(/leitet weiter .*internes Netz/),
      });
      expect(gefragt()).toEqual(['HEAD /']);
    },
  );

  test('and no server but one for the web is spoken to, and no password passed on', async () => {
    expect(await pruefe('http://seite.test:25/')).toMatchObject({
      art: 'nicht-pruefbar',
      grund: wie(/25/),
    });
    wege['/'] = weiter(302, `http://name:wort@seite.test:${port(server)}/geheim`);
    expect(await pruefe(adresse('/'))).toMatchObject({ art: 'nicht-pruefbar' });
    expect(gefragt()).toEqual(['HEAD /']);
  });

  test('outside of tests, a name that ends in .test is asked in the internet like any other', async () => {
    const ohneTestnetz = { ...EINSTELLUNGEN, lookup: namensaufloesung(false), geduldMs: 5000 };
    expect(await pruefeAdresse(adresse('/'), ohneTestnetz)).not.toEqual({ art: 'erreichbar' });
    expect(anfragen).toEqual([]);
  });

  test.each([
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['93.184.215.14', true],
    ['::', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:db8::1', false],
    ['2a02:2e0:3fe:1001:302::', true],
    ['kein-ip', false],
  ])('%s is public: %s', (ip, oeffentlich) => expect(istOeffentlich(ip)).toBe(oeffentlich));
});

describe('redirects', () => {
  test('permanent ones name the new address', async () => {
    wege['/alt'] = weiter(301, '/mitte');
    wege['/mitte'] = weiter(308, '/neu#unten');
    expect(await pruefe(adresse('/alt'))).toEqual({
      art: 'erreichbar',
      umleitung: adresse('/neu'),
    });
  });

  test.each([302, 303, 307])('temporary ones (%i) leave the old address in force', async (code) => {
    wege['/alt'] = weiter(code, '/neu');
    expect(await pruefe(adresse('/alt'))).toEqual({ art: 'erreichbar' });
  });

  test('to an address with umlauts, as servers really send it', async () => {
    wege['/alt'] = weiter(301, Buffer.from('/für', 'utf8').toString('latin1'));
    expect(await pruefe(adresse('/alt'))).toMatchObject({ umleitung: adresse('/f%C3%BCr') });
  });

  test('what is permanent ends where the first temporary one begins', async () => {
    wege['/alt'] = weiter(301, '/neu');
    wege['/neu'] = weiter(302, '/heute');
    wege['/heute'] = weiter(301, '/dort');
    expect(await pruefe(adresse('/alt'))).toMatchObject({ umleitung: adresse('/neu') });
  });

  test.each([
    ['http://verein.de/', 'https://verein.de/'],
    ['http://verein.de/a', 'https://www.verein.de/a'],
    ['https://verein.de/a?id=5', 'https://verein.de/kurse/b'],
  ])('%s may become %s', (alt, neu) => expect(einwandGegenKorrektur(alt, neu)).toBeUndefined());

  test.each([
    ['https://verein.de/a', 'https://verein.de/fehler-404.html', /Fehlermeldung/],
    ['https://verein.de/a', 'https://verein.de/b?sid=77', /Zusatz/],
    ['https://verein.de/a', 'https://anderer.de/a', /andere Website/],
    ['https://verein.de/a', 'https://neu.verein.de/a', /andere Website/],
    ['https://verein.de/a', 'https://verein.de:8443/a', /andere Website/],
    ['https://verein.de/a', 'http://verein.de/a', /unverschlüsselt/],
    ['https://verein.de/kurs', 'https://verein.de/', /Startseite/],
    ['https://verein.de/', 'https://verein.de/de/start', /Startseite/],
    ['https://verein.de/a', "https://verein.de/b'c", /Zeichen/],
    ['https://verein.de/a', 'https://verein.de/b)c', /Zeichen/],
    ['https://verein.de/a', 'https://verein.de/b,c', /Zeichen/],
  ])('from %s to %s a person has to look: %s', (alt, neu, einwand) =>
    expect(einwandGegenKorrektur(alt, neu)).toMatch(einwand),
  );
});

test('where a site sends several old pages to one new page, a person has to look', () => {
  const alt = [
    'http://verein.de/a',
    'https://verein.de/a',
    'https://verein.de/b',
    'https://verein.de/c',
  ];
  const bericht = (adressen: string[]) =>
    createBericht(
      new Map(adressen.map((eine) => [eine, []])),
      new Map(
        adressen.map((eine) => [
          eine,
          {
            art: 'erreichbar',
            umleitung: `https://verein.de/${eine.endsWith('c') ? 'neu' : 'alles'}`,
          },
        ]),
      ),
      new Map(),
      '2026-11-01',
    ).umgeleitet.map(({ einwand }) => einwand?.slice(0, 16));
  expect(bericht(alt)).toEqual([
    'Mehrere Adressen',
    'Mehrere Adressen',
    'Mehrere Adressen',
    undefined,
  ]);
  // The same page, spelled in two ways.
  expect(bericht(alt.slice(0, 2))).toEqual([undefined, undefined]);
});

describe('many addresses', () => {
  /** Answers late, once so many wait for an answer, and counts them. */
  const langsam = (anzahl: number): Antwort => {
    let wartende: http.ServerResponse[] = [];
    return (_, response) => {
      wartende.push(response);
      offen.meist = Math.max(offen.meist, ++offen.jetzt);
      if (wartende.length < anzahl) return;
      const alle = wartende;
      wartende = [];
      setTimeout(() => {
        offen.jetzt -= alle.length;
        for (const einer of alle) einer.end();
      }, 20);
    };
  };
  const frageAlle = (adressen: string[], teil: Partial<Einstellungen> = {}) =>
    pruefeAlle(adressen, { ...EINSTELLUNGEN, geduldMs: 5000, ...teil }, () => {});

  test('one server gets one question after the other', async () => {
    const adressen = ['/a', '/b', '/c', '/d'].map((weg, i) => adresse(weg, i < 2 ? 'www.x' : 'x'));
    for (const weg of ['/a', '/b', '/c', '/d']) wege[weg] = langsam(1);
    const ergebnisse = await frageAlle(adressen);
    expect([...ergebnisse.keys()]).toEqual(adressen);
    expect(offen.meist).toBe(1);
  });

  test('several servers are asked at the same time, but not too many', async () => {
    wege['/'] = langsam(3);
    await frageAlle(
      Array.from({ length: 12 }, (_, i) => adresse('/', `name${i}`)),
      { gleichzeitig: 3 },
    );
    expect(anfragen).toHaveLength(12);
    expect(offen.meist).toBe(3);
  });

  test('where a server is not there at all, its other addresses are not asked again', async () => {
    let verbindungen = 0;
    stumm.on('connection', () => verbindungen++);
    // A server for https that hangs up before it says who it is.
    const tot = (weg: string) => `https://tot.test:${port(stumm)}${weg}`;
    const ergebnisse = await frageAlle([tot('/a'), tot('/b'), tot('/c'), adresse('/')]);
    expect([...ergebnisse.values()].map(({ art }) => art)).toEqual([
      'ausfall',
      'ausfall',
      'ausfall',
      'erreichbar',
    ]);
    expect(verbindungen).toBe(3);
  });

  test('a server that asks for fewer questions gets none any more', async () => {
    wege['/a'] = status(429);
    const ergebnisse = await frageAlle([adresse('/a'), adresse('/b')]);
    expect(ergebnisse.get(adresse('/b'))).toMatchObject({ art: 'nicht-pruefbar' });
    expect(gefragt()).not.toContain('HEAD /b');
  });
});

describe('the count of failures', () => {
  const ausfall: Ergebnis = { art: 'ausfall', grund: '' };
  const tag = (stand: Stand, stichtag: string, ergebnis: Ergebnis) =>
    zaehle(stand, new Map([['a', ergebnis]]), stichtag);

  test('goes by days, not by runs', () => {
    let stand = tag(new Map(), '2026-11-01', ausfall);
    stand = tag(stand, '2026-11-01', ausfall);
    expect(stand.get('a')).toEqual({ seit: '2026-11-01', zuletzt: '2026-11-01', tage: 1 });
    stand = tag(stand, '2026-11-08', ausfall);
    expect(stand.get('a')).toEqual({ seit: '2026-11-01', zuletzt: '2026-11-08', tage: 2 });
    expect(tag(stand, '2026-11-02', ausfall).get('a')!.tage).toBe(2);
  });

  test('ends when the address answers, and waits when nobody can tell', () => {
    const stand = tag(new Map(), '2026-11-01', ausfall);
    expect(tag(stand, '2026-11-02', { art: 'erreichbar' }).size).toBe(0);
    expect(tag(stand, '2026-11-02', { art: 'nicht-pruefbar', grund: '' })).toEqual(stand);
    expect(tag(new Map(), '2026-11-02', { art: 'nicht-pruefbar', grund: '' }).size).toBe(0);
  });

  test('forgets addresses that are gone', () => {
    expect(zaehle(tag(new Map(), '2026-11-01', ausfall), new Map(), '2026-11-02').size).toBe(0);
  });

  test('is written in the order of the addresses, and read back', () => {
    const ordner = mkdtempSync(join(tmpdir(), 'links-'));
    const datei = join(ordner, 'stand.json');
    const eins = { seit: '2026-11-01', zuletzt: '2026-11-02', tage: 2 };
    const stand = new Map([
      ['https://b.example/', eins],
      ['https://a.example/', eins],
    ]);
    writeStand(datei, stand);
    const text = readFileSync(datei, 'utf8');
    expect([...readStand(datei).keys()]).toEqual(['https://a.example/', 'https://b.example/']);
    writeStand(datei, new Map([...stand].reverse()));
    expect(readFileSync(datei, 'utf8')).toBe(text);
    rmSync(ordner, { recursive: true });
  });
});

describe('an address in a line is replaced', () => {
  const ersetze = (zeile: string) =>
    ersetzeInZeile(`eins\n${zeile}\ndrei`, 2, 'http://x.de/a', 'https://x.de/b')?.split('\n')[1];

  test.each([
    ['web: http://x.de/a', 'web: https://x.de/b'],
    ['web: "http://x.de/a" # Kommentar', 'web: "https://x.de/b" # Kommentar'],
    ["  - { url: 'http://x.de/a', name: x }\r", "  - { url: 'https://x.de/b', name: x }\r"],
    ['{url: http://x.de/a}', '{url: https://x.de/b}'],
    ['[Kurs](http://x.de/a) und <http://x.de/a>.', '[Kurs](https://x.de/b) und <https://x.de/b>.'],
    ['**[Kurs](http://x.de/a)**', '**[Kurs](https://x.de/b)**'],
    ['[Kurs](http://x.de/a "Titel")', '[Kurs](https://x.de/b "Titel")'],
    ['[1]: http://x.de/a', '[1]: https://x.de/b'],
    ['Siehe http://x.de/a. (Oder http://x.de/a)', 'Siehe https://x.de/b. (Oder https://x.de/b)'],
  ])('%s', (vorher, nachher) => expect(ersetze(vorher)).toBe(nachher));

  test.each([
    'web: http://x.de/ab',
    'web: http://x.de/a/b',
    'web: http://x.de/a?b',
    'web: http://x.de/a,b',
    'web: http://x.de/a)b',
    'web: https://y.de/?u=http://x.de/a',
    'web: http://x.de/a und http://x.de/abc',
    'web: http://y.de/',
  ])('but not in %s', (zeile) => expect(ersetze(zeile)).toBeUndefined());
});

test('where one of the files cannot be written, no address is replaced in any', () => {
  const ordner = mkdtempSync(join(tmpdir(), 'links-'));
  // There is no room for the draft of the last one beside it.
  const dateien = ['a', 'b', 'x'.repeat(250)].map((name) => join(ordner, name));
  for (const datei of dateien) writeFileSync(datei, 'web: http://x.de/a');
  const stellen = dateien.map((datei) => ({
    datei,
    zeile: 1,
    feld: 'web',
    wortlaut: 'http://x.de/a',
  }));
  expect(() => korrigiere([{ alt: 'http://x.de/a', neu: 'https://x.de/b', stellen }])).toThrow(
    /x“ lässt sich nicht schreiben: Der Name ist zu lang\.$/,
  );
  expect(dateien.map((datei) => readFileSync(datei, 'utf8'))).toEqual(
    dateien.map(() => 'web: http://x.de/a'),
  );
  rmSync(ordner, { recursive: true });
});

describe('the command', () => {
  let inhalt: string;
  let werkstatt: string;
  beforeEach(() => {
    werkstatt = mkdtempSync(join(tmpdir(), 'links-'));
  });
  afterEach(() => {
    rmSync(inhalt, { recursive: true, force: true });
    rmSync(werkstatt, { recursive: true, force: true });
  });
  const stand = () => join(werkstatt, 'stand.json');
  const datei = (name: string) => readFileSync(join(inhalt, name), 'utf8');

  /** Content with one offer whose address is on the server. */
  function lege(web: string, dateien: Dateien = {}): void {
    inhalt = createInhalt({
      angebote: null,
      'seiten/ankommen.mdx': null,
      'angebote/kurs.md': angebot({ web: `"${web}" # Kommentar` }),
      ...dateien,
    });
  }

  const ruf = (tag: string, ...args: string[]) =>
    rufeNebenher('scripts/links.ts', ['--stand', stand(), ...args], {
      PORTAL_INHALT: inhalt,
      STICHTAG: tag,
      TESTNETZ: '1',
    });

  test('a page that is gone is suspicious for two days, and dead on the third', async () => {
    lege(adresse('/weg'));
    wege['/weg'] = status(404);
    for (const [tag, wort] of [
      ['2026-11-01', /VERDÄCHTIG \(1\).*an 1 Tag, zuerst am 2026-11-01/s],
      ['2026-11-08', /VERDÄCHTIG \(1\).*an 2 Tagen, zuerst am 2026-11-01/s],
    ] as const) {
      const { status, stdout } = await ruf(tag);
      expect({ status, stdout }).toMatchObject({
        status: 0,
        stdout: wie(wort),
      });
    }
    const { status: code, stdout } = await ruf('2026-11-15');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /== TOT \(1\) ==\n.*\n\nhttp:\/\/seite\.test:\d+\/weg\n {2}Diese Seite gibt es nicht \(Status 404\)\. Ausgefallen an 3 Tagen, zuerst am 2026-11-01\.\n {2}\S*angebote\/kurs\.md, Zeile 11 · web\n {2}→ Bitte beim Anbieter/,
    );
    expect(stdout).toMatch(
      /: 0 in Ordnung, 1 tot, 0 verdächtig, 0 umgeleitet, \d+ nicht prüfbar\.\n$/,
    );

    wege['/weg'] = status(200);
    expect(await ruf('2026-11-16')).toMatchObject({ status: 0 });
    expect(readFileSync(stand(), 'utf8')).toBe('{}\n');
  });

  test('the server is told which portal asks, and invented addresses are not asked', async () => {
    lege(adresse('/da'));
    const { stdout } = await ruf('2026-11-01');
    expect(anfragen.map(({ was }) => was)).toEqual(['HEAD /da']);
    expect(anfragen[0]!.headers['user-agent']).toMatch(
      /^Linkpruefung\/1\.0 \(\+https:\/\/muster\.example\/integration\/; \S+@\S+\)$/,
    );
    expect(stdout).toMatch(/https:\/\/muster\.example\/integration\/\n {2}Das ist ein Platzhalter/);
  });

  test('json for programs, markdown for an issue, in which nothing of a server becomes Markdown', async () => {
    lege(adresse('/alt'));
    wege['/alt'] = weiter(301, "/@alle_'[x](y)`*");
    const json = await ruf('2026-11-01', '--format', 'json');
    const bericht = JSON.parse(json.stdout) as Bericht;
    expect(bericht.umgeleitet).toMatchObject([
      { adresse: adresse('/alt'), einwand: wie(/Zeichen/), stellen: [{ zeile: 11, feld: 'web' }] },
    ]);
    const { stdout } = await ruf('2026-11-01', '--format', 'markdown');
    expect(stdout).toMatch(/^# Webadressen am 2026-11-01\n/);
    const zeile = stdout.split('\n').find((one) => one.includes('@alle'))!;
    expect(zeile.replace(/`[^`]*`/g, '')).toBe('  - Neu: ');
  });

  test('--korrigieren writes what has moved into every file, and changes nothing else', async () => {
    const [alt, neu] = [adresse('/alt'), adresse('/neu')];
    const text = `Siehe [dort](${alt}#unten).\n\nUnd [hier](${adresse('/fremd')}).`;
    lege(alt, {
      'seiten/mit-link.md': seite(text),
      'seiten/mit-link.en.md': [
        '---',
        'art: mensch # von uns',
        'geprueft: ja',
        'titel: A page',
        'fassung:',
        '  titel: "00000000"',
        '  text: "00000000"',
        '---',
        '',
        `See [there](${alt}#unten).`,
        '',
      ].join('\n'),
    });
    // The translation belongs to the German text.
    const hinweise = () =>
      liesOrdner(inhalt)
        .befundeZu('seiten/mit-link.md')
        .map(({ meldung }) => meldung)
        .join();
    expect(hinweise()).toMatch(/neuer als die Übersetzung \(titel, text\) in: en/);
    const { fingerabdruck } = await import('../../src/katalog/uebersetzungen.ts');
    const uebersetzung = datei('seiten/mit-link.en.md').replace(
      'text: "00000000"',
      `text: "${fingerabdruck(text)}"`,
    );
    writeFileSync(join(inhalt, 'seiten/mit-link.en.md'), uebersetzung);

    const vorher = { kurs: datei('angebote/kurs.md'), seite: datei('seiten/mit-link.md') };
    wege['/alt'] = weiter(301, '/neu');
    wege['/fremd'] = weiter(301, `http://anderswo.test:${port(server)}/fremd`);
    wege['/fremd'] = nacheinander(wege['/fremd'], status(200));

    const { status: code, stdout, stderr } = await ruf('2026-11-01', '--korrigieren');
    expect(code).toBe(0);
    expect(stdout).toMatch(/BERICHTIGT \(1\) ==[^]*UMGELEITET, BITTE ANSEHEN \(1\)/);
    expect(stderr).toMatch(/1 Adresse in 3 Dateien berichtigt/);
    expect(datei('angebote/kurs.md')).toBe(vorher.kurs.replace(alt, neu));
    expect(datei('angebote/kurs.md')).toContain('# Kommentar');
    expect(datei('seiten/mit-link.md')).toBe(vorher.seite.replace(alt, neu));
    expect(datei('seiten/mit-link.en.md')).toContain(`See [there](${neu}#unten).`);
    expect(datei('seiten/mit-link.en.md')).toContain('art: mensch # von uns');
    // The new address makes the translation no older; what was outdated stays so.
    expect(hinweise()).toMatch(/neuer als die Übersetzung \(titel\) in: en/);
  });

  test('an address that does not stand in a file by the letter is changed nowhere, and named', async () => {
    const alt = adresse('/alt?a=1&b=2');
    lege(alt, { 'seiten/mit-link.md': seite(`[dort](${alt.replace('&', '&amp;')})`) });
    wege['/alt?a=1&b=2'] = weiter(301, '/neu');
    const vorher = datei('angebote/kurs.md');
    const { stderr } = await ruf('2026-11-01', '--korrigieren');
    expect(stderr).toMatch(/0 Adressen in 0 Dateien[^]*steht nicht überall wörtlich da/);
    expect(datei('angebote/kurs.md')).toBe(vorher);
  });

  test('a broken file of failures stops the check and stays as it is', async () => {
    lege(adresse('/'));
    for (const kaputt of ['<<<<<<< HEAD\n{}', '{"https://a.example/": {"tage": "3"}}']) {
      writeFileSync(stand(), kaputt);
      const { status: code, stdout, stderr } = await ruf('2026-11-01');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^Die Datei „.*“ lässt sich nicht lesen\..*löschen.*\n$/);
      expect(readFileSync(stand(), 'utf8')).toBe(kaputt);
    }
    expect(anfragen).toEqual([]);
  });

  test('without a way into the internet nothing is counted', async () => {
    const nirgends = (name: string) => `https://${name}.test:${port(stumm)}/`;
    lege(nirgends('a'), {
      'angebote/b.md': angebot({ web: nirgends('b') }),
      'angebote/c.md': angebot({ web: nirgends('c') }),
    });
    const { status: code, stdout, stderr } = await ruf('2026-11-01');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/keinen direkten Zugang zum Internet/);
    expect(existsSync(stand())).toBe(false);
  });

  test('a broken file of the content costs its addresses no failure that was counted', async () => {
    lege(adresse('/weg'));
    wege['/weg'] = status(404);
    await ruf('2026-11-01');
    const vorher = readFileSync(stand(), 'utf8');
    writeFileSync(
      join(inhalt, 'angebote/kurs.md'),
      datei('angebote/kurs.md').replace('titel:', 'titl:'),
    );
    const { stderr } = await ruf('2026-11-02');
    expect(stderr).toMatch(/Im Inhalt sind Fehler/);
    expect(readFileSync(stand(), 'utf8')).toBe(vorher);
  });

  test('a wrong call: 2, and how to call it', async () => {
    lege(adresse('/'));
    const { status: code, stderr } = await ruf('2026-11-01', '--format', 'xml');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^Das Format „xml“ gibt es nicht\. Bekannt sind: .*\n\nAufruf: npm run links /,
    );
  });
});
