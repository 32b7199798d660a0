/**
 * Asks web addresses whether they still lead somewhere, and downloads files. With node:http instead of fetch, for only here every connection can
 * be kept to the addresses that `namensaufloesung` allows.
 */
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { setTimeout as warte } from 'node:timers/promises';
import {
  einwandGegenAbruf,
  INS_INTERNE_NETZ,
  INTERN,
  istPlatzhalter,
  namensaufloesung,
} from './netz.ts';

export interface Einstellungen {
  /** How the program introduces itself to the servers. */
  userAgent: string;
  lookup: LookupFunction;
  /** How many servers are asked at the same time; each gets one question after the other. */
  gleichzeitig: number;
  /** Milliseconds that a server has for an answer. */
  geduldMs: number;
  /** Milliseconds before an address is asked again that did not answer well. */
  pauseMs: number;
}

/** `ganzerServer`: no other address on this server can do better today. */
export type Ergebnis =
  | { art: 'erreichbar'; umleitung?: string }
  | { art: 'ausfall'; grund: string; ganzerServer?: boolean }
  | { art: 'nicht-pruefbar'; grund: string; ganzerServer?: boolean };

/** On whose behalf servers are asked: a portal, or the page of a Land. */
export interface Absender {
  url: string;
  kontakt: { email: string };
}

const MAX_UMLEITUNGEN = 10;
/** For a whole file. */
const GEDULD_MS = 120_000;
/** Whoever asks for a longer pause is not asked again today. */
const MAX_WARTEN_MS = 30_000;

/**
 * Asks every address, those of one server one after the other.
 * @param melde called with the number of addresses done
 * @returns in the order of the addresses
 */
export async function pruefeAlle(
  adressen: readonly string[],
  einstellungen: Einstellungen,
  melde: (fertig: number) => void,
): Promise<Map<string, Ergebnis>> {
  const ergebnisse = new Map<string, Ergebnis>();
  const jeServer = Map.groupBy(adressen, (adresse) => serverVon(new URL(adresse)));
  // The longest first, or they would be what everybody waits for in the end.
  const offen = [...jeServer.values()].sort((a, b) => b.length - a.length);
  const arbeite = async () => {
    for (let gruppe = offen.shift(); gruppe; gruppe = offen.shift()) {
      const fuerAlle = new Map<string, Ergebnis>();
      for (const adresse of gruppe) {
        const { origin } = new URL(adresse);
        const ergebnis = fuerAlle.get(origin) ?? (await pruefeAdresse(adresse, einstellungen));
        if ('ganzerServer' in ergebnis) fuerAlle.set(origin, ergebnis);
        ergebnisse.set(adresse, ergebnis);
        melde(ergebnisse.size);
      }
    }
  };
  await Promise.all(Array.from({ length: einstellungen.gleichzeitig }, arbeite));
  return new Map(adressen.map((adresse) => [adresse, ergebnisse.get(adresse)!]));
}

/** The name of a server, with or without `www.`. */
export function serverVon(url: URL): string {
  return url.hostname.replace(/^www\./, '');
}

/**
 * Asks one address and follows where it is sent.
 * @returns `umleitung` is the address that has permanently taken its place
 */
export async function pruefeAdresse(
  adresse: string,
  einstellungen: Einstellungen,
): Promise<Ergebnis> {
  const besucht = new Set<string>();
  let url = new URL(adresse);
  let umleitung = adresse;
  let dauerhaft = true;
  let cookies = false;
  for (;;) {
    const imKreis = besucht.has(url.href);
    if (imKreis || besucht.size > MAX_UMLEITUNGEN) {
      const grund = imKreis
        ? 'Die Weiterleitungen führen im Kreis.'
        : `Es sind mehr als ${MAX_UMLEITUNGEN} Weiterleitungen.`;
      return cookies
        ? { art: 'nicht-pruefbar', grund: `${grund} Vielleicht verlangt die Seite Cookies.` }
        : { art: 'ausfall', grund };
    }
    besucht.add(url.href);
    const hier = await besuche(url, einstellungen);
    if ('weiter' in hier) {
      cookies ||= hier.cookies;
      dauerhaft &&= hier.dauerhaft;
      url = hier.weiter;
      if (dauerhaft) umleitung = url.href;
    } else if (hier.art === 'erreichbar')
      return { ...hier, ...(umleitung !== adresse && { umleitung }) };
    else if (besucht.size === 1) return hier;
    else return { art: hier.art, grund: `Sie leitet weiter zu ${url.href} – dort: ${hier.grund}` };
  }
}

/** How a program introduces itself: whoever runs a server can ask who that was. */
export function userAgentVon(programm: string, { url, kontakt }: Absender): string {
  return `${programm}/1.0 (+${new URL(url).href}; ${kontakt.email})`;
}

/**
 * Downloads what another portal publishes, encrypted all the way, and follows where it is sent.
 * @param userAgent see {@link userAgentVon}
 * @param testnetz names that end in `.test` lead to this machine
 * @param maxBytes a larger one is refused
 * @returns its content, or a German sentence that says why there is none
 */
export async function ladeDatei(
  adresse: string,
  { userAgent, testnetz, maxBytes }: { userAgent: string; testnetz: boolean; maxBytes: number },
): Promise<{ bytes: Uint8Array } | { grund: string }> {
  if (istPlatzhalter(adresse, testnetz))
    return { grund: 'Das ist ein Platzhalter; diese Adresse gibt es nicht.' };
  const lookup = namensaufloesung(testnetz);
  return folge(adresse, { userAgent, lookup, geduldMs: GEDULD_MS }, maxBytes);
}

/** Downloads a file from where its address leads in the end. */
async function folge(
  adresse: string,
  einstellungen: Pick<Einstellungen, 'userAgent' | 'lookup' | 'geduldMs'>,
  maxBytes: number,
): Promise<{ bytes: Uint8Array } | { grund: string }> {
  let url = new URL(adresse);
  for (let schritte = 0; schritte <= MAX_UMLEITUNGEN; schritte++) {
    if (url.protocol !== 'https:') return { grund: `${url.href} ist nicht verschlüsselt (https).` };
    const einwand = einwandGegenAbruf(url);
    if (einwand) return { grund: einwand };
    const antwort = await rufeAb(url, 'GET', einstellungen, maxBytes);
    if ('fehler' in antwort)
      return antwort.fehler === ZU_GROSS
        ? { grund: `Die Datei ist größer als ${maxBytes / 1e6} MB.` }
        : beurteileFehler(antwort, url, einstellungen);
    if (!UMLEITUNGEN.has(antwort.status)) {
      if (antwort.bytes) return { bytes: antwort.bytes };
      const urteil = beurteileStatus(antwort);
      return { grund: 'grund' in urteil ? urteil.grund : 'Der Server schickt keine Datei.' };
    }
    const weiter = antwort.location === undefined ? null : URL.parse(antwort.location, url);
    if (!weiter) return { grund: 'Der Server leitet weiter, sagt aber nicht richtig, wohin.' };
    url = weiter;
  }
  return { grund: `Es sind mehr als ${MAX_UMLEITUNGEN} Weiterleitungen.` };
}

/** What one address says: the page is there, or not, or elsewhere. */
async function besuche(
  url: URL,
  einstellungen: Einstellungen,
): Promise<Ergebnis | { weiter: URL; dauerhaft: boolean; cookies: boolean }> {
  const einwand = einwandGegenAbruf(url);
  if (einwand) return { art: 'nicht-pruefbar', grund: einwand };
  const antwort = await frage(url, einstellungen);
  if ('fehler' in antwort) return beurteileFehler(antwort, url, einstellungen);
  if (!UMLEITUNGEN.has(antwort.status)) return beurteileStatus(antwort);
  const weiter = antwort.location === undefined ? null : URL.parse(antwort.location, url);
  if (!weiter)
    return { art: 'ausfall', grund: 'Der Server leitet weiter, sagt aber nicht richtig, wohin.' };
  weiter.hash = '';
  return { weiter, dauerhaft: DAUERHAFT.has(antwort.status), cookies: antwort.cookies };
}

const UMLEITUNGEN = new Set([301, 302, 303, 307, 308]);
const DAUERHAFT = new Set([301, 308]);
const ZU_VIELE_ANFRAGEN = 429;

const STATUS: Record<number, string> = {
  401: 'Die Seite verlangt eine Anmeldung',
  403: 'Der Server lehnt Anfragen von Programmen ab',
  404: 'Diese Seite gibt es nicht',
  408: 'Der Server hat zu lange gebraucht',
  410: 'Diese Seite gibt es nicht mehr',
  [ZU_VIELE_ANFRAGEN]: 'Der Server bittet um weniger Anfragen',
  999: 'Der Server lehnt Anfragen von Programmen ab',
};

/** Only what visitors would see as well is a failure: many servers turn away whatever is no browser. */
function beurteileStatus({ status, pruefung }: Extract<Antwort, { status: number }>): Ergebnis {
  if (status < 300) return { art: 'erreichbar' };
  const stoerung = status >= 500 && status < 600;
  const was =
    STATUS[status] ??
    (stoerung ? 'Der Server meldet eine Störung' : 'Der Server gibt die Seite nicht heraus');
  const grund = `${was} (Status ${status}).`;
  if (!pruefung && (stoerung || [404, 408, 410].includes(status))) return { art: 'ausfall', grund };
  return {
    art: 'nicht-pruefbar',
    grund,
    ...(status === ZU_VIELE_ANFRAGEN && { ganzerServer: true }),
  };
}

type Antwort =
  | {
      status: number;
      location: string | undefined;
      /** Milliseconds that the server asks to wait. */
      warteMs: number | undefined;
      cookies: boolean;
      /** Something before the server wants to know whether a person asks. */
      pruefung: boolean;
      /** What it sent, where that was asked for and is there. */
      bytes?: Uint8Array;
    }
  | { fehler: string; verbunden: boolean };

/** Asks for the head of a page; where that is refused, for the page itself, and after a pause once more. */
async function frage(url: URL, einstellungen: Einstellungen): Promise<Antwort> {
  let antwort = await rufeAb(url, 'HEAD', einstellungen);
  if ('status' in antwort && antwort.status < 400) return antwort;
  const gebremst = 'status' in antwort && antwort.status === ZU_VIELE_ANFRAGEN;
  if (!gebremst) antwort = await rufeAb(url, 'GET', einstellungen);
  if (!istVoruebergehend(antwort)) return antwort;
  const pauseMs = ('warteMs' in antwort ? antwort.warteMs : undefined) ?? einstellungen.pauseMs;
  if (pauseMs > MAX_WARTEN_MS) return antwort;
  await warte(pauseMs);
  return rufeAb(url, 'GET', einstellungen);
}

function istVoruebergehend(antwort: Antwort): boolean {
  if ('fehler' in antwort) return antwort.fehler !== INTERN;
  return antwort.status === 408 || antwort.status === ZU_VIELE_ANFRAGEN || antwort.status >= 500;
}

const ZEIT = 'ZEIT';
const ZU_GROSS = 'ZU_GROSS';

/**
 * One request on a connection of its own, without cookies.
 * @param maxBytes how much of what is there is downloaded; by default nothing
 */
function rufeAb(
  url: URL,
  method: 'HEAD' | 'GET',
  { userAgent, lookup, geduldMs }: Pick<Einstellungen, 'userAgent' | 'lookup' | 'geduldMs'>,
  maxBytes = 0,
): Promise<Antwort> {
  return new Promise((fertig) => {
    let verbunden = false;
    const { request, Agent } = url.protocol === 'https:' ? https : http;
    const anfrage = request(url, {
      method,
      // By itself, Node would try several addresses for a quarter of a second each, too short for slow servers.
      agent: new Agent({ lookup, autoSelectFamily: false }),
      headers: {
        'User-Agent': userAgent,
        Accept: 'text/html,*/*;q=0.8',
        'Accept-Language': 'de,*;q=0.5',
      },
    });
    const wecker = setTimeout(
      () => anfrage.destroy(Object.assign(new Error('Timeout'), { code: ZEIT })),
      geduldMs,
    );
    const ende = (antwort: Antwort) => {
      clearTimeout(wecker);
      fertig(antwort);
      anfrage.destroy();
    };
    anfrage.on('socket', (socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        verbunden = true;
      }),
    );
    anfrage.on('response', (antwort) => {
      const { statusCode = 0, headers } = antwort;
      const kopf = {
        status: statusCode,
        // Node reads headers as Latin-1; addresses with umlauts are sent as UTF-8.
        location: headers.location && Buffer.from(headers.location, 'latin1').toString('utf8'),
        warteMs: readWarteMs(headers['retry-after']),
        cookies: headers['set-cookie'] !== undefined,
        pruefung: headers['cf-mitigated'] !== undefined,
      };
      if (maxBytes === 0 || statusCode !== 200) return ende(kopf);
      const stuecke: Buffer[] = [];
      let laenge = 0;
      antwort.on('data', (stueck: Buffer) => {
        laenge += stueck.length;
        if (laenge > maxBytes) ende({ fehler: ZU_GROSS, verbunden });
        else stuecke.push(stueck);
      });
      antwort.on('end', () => ende({ ...kopf, bytes: Buffer.concat(stuecke) }));
    });
    anfrage.on('error', (error: NodeJS.ErrnoException) =>
      ende({ fehler: error.code ?? 'unbekannt', verbunden }),
    );
    // A server that wants to speak something else than HTTP ends up here.
    anfrage.on('close', () => ende({ fehler: 'ECONNRESET', verbunden }));
    anfrage.end();
  });
}

/** `Retry-After` is a number of seconds or a date. */
function readWarteMs(wert: string | undefined): number | undefined {
  if (wert === undefined) return undefined;
  const ms = /^\d+$/.test(wert) ? Number(wert) * 1000 : Date.parse(wert) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** Only what visitors would run into as well is a failure: the rest may be the fault of this program or its machine. */
function beurteileFehler(
  { fehler, verbunden }: Extract<Antwort, { fehler: string }>,
  url: URL,
  { geduldMs }: Pick<Einstellungen, 'geduldMs'>,
): Exclude<Ergebnis, { art: 'erreichbar' }> {
  if (fehler === INTERN) return { art: 'nicht-pruefbar', grund: INS_INTERNE_NETZ };
  const zertifikat = (was: string) =>
    `Das Sicherheitszertifikat der Seite ${was}; Browser warnen davor, sie zu öffnen.`;
  const gruende: Record<string, string> = {
    [ZEIT]: `Der Server hat in ${Math.ceil(geduldMs / 1000)} Sekunden nicht geantwortet.`,
    ENOTFOUND: `Den Namen ${url.hostname} gibt es im Internet nicht.`,
    EAI_AGAIN: `Zum Namen ${url.hostname} lässt sich kein Server finden.`,
    ECONNREFUSED: 'Der Server nimmt keine Verbindungen an.',
    ECONNRESET: 'Der Server bricht die Verbindung ab.',
    EPIPE: 'Der Server bricht die Verbindung ab.',
    ETIMEDOUT: 'Der Server antwortet nicht.',
    EHOSTUNREACH: 'Der Server ist nicht zu erreichen.',
    CERT_HAS_EXPIRED: zertifikat('ist abgelaufen'),
    CERT_NOT_YET_VALID: zertifikat('gilt noch nicht'),
    ERR_TLS_CERT_ALTNAME_INVALID: zertifikat('gehört zu einer anderen Seite'),
    DEPTH_ZERO_SELF_SIGNED_CERT: zertifikat('hat niemand beglaubigt'),
  };
  const grund = gruende[fehler];
  if (!grund)
    return {
      art: 'nicht-pruefbar',
      grund: `Mit dem Server kam kein Gespräch zustande (${fehler}).`,
    };
  return { art: 'ausfall', grund, ...(!verbunden && { ganzerServer: true }) };
}
