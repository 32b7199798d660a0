/** What each field of an offer accepts, what becomes of it, and which field and tip an editor reads otherwise. */
import { describe, expect, test } from 'vitest';
import { type Fall, falsch, pruefeFaelle, richtig } from '../lib/faelle.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const kontakt = (feld: 'telefon' | 'email' | 'web', wert: string, erwartet: string): Fall => ({
  felder: { [feld]: wert },
  angenommen: (angebot) => expect(angebot.kontakt[feld]).toBe(erwartet),
});
const ort = (wert: string, angenommen: Fall['angenommen']): Fall => ({
  felder: { orte: `\n  - ${wert}` },
  ...(angenommen && { angenommen }),
});
const falscherOrt = (wert: string, feld: string, tipp?: RegExp): Fall => ({
  felder: { orte: `\n  - ${wert}` },
  abgelehnt: feld,
  zeile: wert.slice(0, 10),
  ...(tipp && { tipp }),
});
const zeit = (wert: string) => `[{ ${wert} }]`;

describe('titel', () => {
  pruefeFaelle({
    '120 characters': richtig('titel', 'x'.repeat(120), 'x'.repeat(120)),
    '121 characters': falsch('titel', 'x'.repeat(121), /kürzen/),
    '120 emoji count as 120': richtig('titel', `"${'😀'.repeat(119)}a"`, `${'😀'.repeat(119)}a`),
    'a list': falsch('titel', '[a, b]'),
    'a map': falsch('titel', '{ a: b }'),
    'YAML 1.1 booleans stay words': richtig('titel', 'No', 'No'),
    'null stays a word': richtig('titel', 'null', 'null'),
    'a number stays a text': richtig('titel', '007', '007'),
    'sexagesimal stays a text': richtig('titel', '10:30', '10:30'),
    missing: { felder: { titel: null }, abgelehnt: 'titel', zeile: 'anbieter', meldung: /fehlt/ },
    empty: falsch('titel', ''),
    'only spaces': falsch('titel', '"   "'),
    'only punctuation': falsch('titel', '"…"'),
    'only an emoji': falsch('titel', '"🙂"'),
    'only a soft hyphen': falsch('titel', '"\u00ad"'),
    'only a joiner': falsch('titel', '"\u200d"'),
    'only a combining mark': falsch('titel', '"\u0301"'),
    'Hangul filler': falsch('titel', '"\u3164"'),
    'zero width space in a word': falsch('titel', '"Deutsch\u200bkurs"'),
    'word joiner': falsch('titel', '"Deutsch\u2060kurs"'),
    'bidi override, escaped': falsch('titel', '"Kurs\\u202e"'),
    'tag characters': falsch('titel', '"Kurs\u{e0041}"'),
    'NUL, escaped': falsch('titel', '"Kurs\\x00"'),
    'half of a surrogate pair': falsch('titel', '"Kurs \\ud800"'),
    'line separator': falsch('titel', '"Kurs\u2028A1"'),
    'two lines': falsch('titel', '|\n  eins\n  zwei', /Leerzeichen/),
    'a tab inside': falsch('titel', '"Kurs\tA1"', /Leerzeichen/),
    'a folded text is one line': richtig('titel', '>\n  eins\n  zwei', 'eins zwei'),
    HTML: falsch('titel', '"<b>Kurs</b>"'),
    'an HTML comment': falsch('titel', '"Kurs <!-- x -->"'),
    'an HTML entity, which would be shown as it stands': falsch(
      'titel',
      '"Kaffee &amp; Kuchen"',
      /&/,
    ),
    'a numeric entity': falsch('titel', '"Kurs &#60;"'),
    'an ampersand is none': richtig('titel', 'Kaffee & Kuchen', 'Kaffee & Kuchen'),
    'a comparison is no HTML': richtig('titel', '"Kinder < 3 Jahre"', 'Kinder < 3 Jahre'),
    'a destroyed umlaut': falsch('titel', 'Deutschkurs fÃ¼r Frauen', /neu eintippen/),
    'a replacement character': falsch('titel', '"f\ufffdr"'),
    'joiners of Persian words stay': richtig('titel', '"می\u200cشود"', 'می\u200cشود'),
    'direction marks stay': richtig('titel', '"كورس\u200f A1"', 'كورس\u200f A1'),
    'decomposed umlauts are composed': richtig('titel', '"fu\u0308r Frauen"', 'für Frauen'),
    'an emoji beside words': richtig('titel', '"❤️ Café"', '❤️ Café'),
  });
});

describe('references', () => {
  pruefeFaelle({
    'anbieter as a list': falsch('anbieter', '[beispielverein]', /nur einen Wert/),
    'anbieter with a capital': falsch('anbieter', 'Beispielverein', /beispielverein/),
    'anbieter with its ending': falsch('anbieter', 'beispielverein.yaml', /„beispielverein“/),
    'anbieter that every object has': falsch('anbieter', 'constructor'),
    'anbieter missing': { felder: { anbieter: null }, abgelehnt: 'anbieter', zeile: 'titel' },
    'angebotsart in the plural': falsch('angebotsart', 'Kurse', /„kurs“/),
    'angebotsart as a list': falsch('angebotsart', '[kurs]'),
    'thema as one word': richtig('thema', 'sprache', ['sprache']),
    'thema empty': { ...falsch('thema', ''), meldung: /^Das Feld ist leer/ },
    'thema as an empty list': falsch('thema', '[]', /löschen/),
    'thema twice': falsch('thema', '[sprache, sprache]'),
    'thema unknown, on its own line': {
      felder: { thema: '\n  - sprache\n  - Arbeiten' },
      abgelehnt: 'thema[1]',
      zeile: 'Arbeiten',
      tipp: /„arbeit“/,
    },
    'thema with an empty entry': falsch('thema', '[sprache, ""]', undefined, 'thema[1]'),
    'thema as a list in a list': falsch('thema', '[[sprache]]', undefined, 'thema[0]'),
    'thema as words with a comma': falsch('thema', 'sprache, arbeit', undefined, 'thema[0]'),
    'zielgruppen explicit for all': richtig('zielgruppen', 'alle', ['alle']),
    'zielgruppen unknown': falsch('zielgruppen', '[Jugend]', undefined, 'zielgruppen[0]'),
    'zielgruppen missing': {
      felder: { zielgruppen: null },
      abgelehnt: 'zielgruppen',
      zeile: 'titel',
    },
    'orte unknown id': falsch('orte', '[rathaus]', undefined, 'orte[0]'),
    'orte by its name': falsch('orte', '[Haus der Begegnung]', /„haus-der-begegnung“/, 'orte[0]'),
    'orte as an address in one line': falsch('orte', '53999 Musterstadt', undefined, 'orte[0]'),
    'einzugsgebiet unknown': falsch(
      'einzugsgebiet',
      '[Musterstadt]',
      /„musterstadt“/,
      'einzugsgebiet[0]',
    ),
    'einzugsgebiet for the Land': falsch(
      'einzugsgebiet',
      'landesweit',
      /bundesweit/,
      'einzugsgebiet[0]',
    ),
    'einzugsgebiet for all': richtig('einzugsgebiet', 'kreisweit', 'kreisweit'),
    'einzugsgebiet of Kommunen': richtig('einzugsgebiet', '[probeburg, testdorf]', [
      'probeburg',
      'testdorf',
    ]),
    'unterlagen unknown': falsch('unterlagen', '[Reisepass]', undefined, 'unterlagen[0]'),
    'unterlagen in own words': richtig('unterlagen', '[{ text: Ein Foto }]', [
      { text: 'Ein Foto' },
    ]),
    'schritte unknown': falsch('schritte', '[klingeln]', undefined, 'schritte[0]'),
    'kommune of a place': falscherOrt('{ kommune: Probeburg }', 'orte[0].kommune', /„probeburg“/),
  });
});

describe('sprachen', () => {
  pruefeFaelle({
    shorthand: richtig('sprachen', '[de, ar]', [
      { code: 'de', art: 'direkt' },
      { code: 'ar', art: 'direkt' },
    ]),
    'with details': richtig('sprachen', '[{ code: ar, art: dolmetschen, zeiten: "mo 10:30" }]', [
      { code: 'ar', art: 'dolmetschen', zeiten: 'mo 10:30' },
    ]),
    'Norwegian is no „no“, and no Somali': falsch('sprachen', '[no]', /^Bekannt/, 'sprachen[0]'),
    'the code of a country': falsch('sprachen', '[de, ua]', /^Meinten Sie „uk“/, 'sprachen[1]'),
    'the code of a country with details': falsch(
      'sprachen',
      '[{ code: ua, art: direkt }]',
      /^Meinten Sie „uk“/,
      'sprachen[0]',
    ),
    'the code of a country in capitals': falsch(
      'sprachen',
      '[UA]',
      /^Meinten Sie „uk“ \(Ukrainisch\)\?/,
      'sprachen[0]',
    ),
    'codes of countries without brackets': falsch(
      'sprachen',
      'gb; ua',
      /: \[en, uk\]\./,
      'sprachen[0]',
    ),
    'unknown code': falsch('sprachen', '[de, xx]', undefined, 'sprachen[1]'),
    'unknown code with details': falsch(
      'sprachen',
      '[{ code: xx, art: direkt }]',
      undefined,
      'sprachen[0]',
    ),
    'name of the language': falsch(
      'sprachen',
      '[Deutsch]',
      /Unterfelder: code, art/,
      'sprachen[0]',
    ),
    'code and country': falsch('sprachen', '[de-DE]', undefined, 'sprachen[0]'),
    capitals: falsch('sprachen', '[DE]', /„de“/, 'sprachen[0]'),
    'unknown art': falsch(
      'sprachen',
      '[{ code: de, art: fliessend }]',
      /direkt/,
      'sprachen[0].art',
    ),
    'unknown field': falsch('sprachen', '[{ code: de, niveau: B2 }]', /code/, 'sprachen[0].niveau'),
    'without a code': falsch('sprachen', '[{ art: direkt }]', undefined, 'sprachen[0].code'),
    'the same language twice, in two ways': falsch(
      'sprachen',
      '[de, { code: de, art: dolmetschen }]',
    ),
    'a map of languages': falsch('sprachen', '{ de: direkt }', undefined, 'sprachen[0].de'),
    'a list in a list': falsch('sprachen', '[[de]]', /code/, 'sprachen[0]'),
    empty: falsch('sprachen', '[]'),
    unknown: {
      felder: { sprachen: null },
      angenommen: (angebot) => expect(angebot.sprachen).toBeUndefined(),
    },
  });
});

describe('telefon', () => {
  pruefeFaelle({
    'of the authorities': kontakt('telefon', '115', '115'),
    national: kontakt('telefon', '"0221 4710123"', '+492214710123'),
    'without quotes': kontakt('telefon', '02214710123', '+492214710123'),
    'with +49 (0)': kontakt('telefon', '+49 (0) 221 4710123', '+492214710123'),
    'with +49 0': kontakt('telefon', '+49 0221 4710123', '+492214710123'),
    'with 0049': kontakt('telefon', '0049 221 4710123', '+492214710123'),
    'area code in parentheses': kontakt('telefon', '(0221) 4710123', '+492214710123'),
    'area code and slash': kontakt('telefon', '0221 / 471 01 23', '+492214710123'),
    'en dash': kontakt('telefon', '0221–4710123', '+492214710123'),
    'no-break spaces': kontakt('telefon', '"0221\u00a04710123"', '+492214710123'),
    'extension -0': kontakt('telefon', '0221/4710-0', '+4922147100'),
    mobile: kontakt('telefon', '0176 12345678', '+4917612345678'),
    free: kontakt('telefon', '0800 1110111', '+498001110111'),
    'another country': kontakt('telefon', '+43 1 5880', '+4315880'),
    'the area code lost its zero': falsch('telefon', '"221 4710123"', /mit 0 oder \+/),
    'two numbers': falsch('telefon', '0221 4710123 / 0221 4710124', /weitere Nummern/),
    'two endings, which would make another number': falsch(
      'telefon',
      '0221 4710123/24',
      /weitere Nummern/,
    ),
    'two endings behind the country': falsch('telefon', '+49 221 4710123/24'),
    'two numbers with a comma': falsch('telefon', '0221 4710123, 0221 4710124'),
    'an extension in words': falsch('telefon', '0221 4710123 Durchwahl 12'),
    'an extension of RFC 3966': falsch('telefon', '+492214710123;ext=5'),
    'a remark': falsch('telefon', '0221 4710123 (vormittags)', /Anmerkungen/),
    'a link': falsch('telefon', 'tel:+492214710123'),
    '0900': falsch('telefon', '0900 1234567', /normale Nummer/),
    '0900, too short': falsch('telefon', '0900 123456', /normale Nummer/),
    '0137': falsch('telefon', '0137 1234567', /normale Nummer/),
    '0180': falsch('telefon', '0180 5 123456', /normale Nummer/),
    '118xx': falsch('telefon', '11833'),
    'shared costs abroad': falsch('telefon', '+44 844 1234567', /normale Nummer/),
    'a personal number': falsch('telefon', '0700 12345678', /normale Nummer/),
    'a zero in brackets amid the number': falsch('telefon', '0221 4(0)710123'),
    'brackets behind the area code': falsch('telefon', '0221 (0)4710123'),
    'with 0049 (0)': kontakt('telefon', '0049 (0)221 4710123', '+492214710123'),
    'the area code in brackets behind the country': kontakt(
      'telefon',
      '+49 (221) 4710123',
      '+492214710123',
    ),
    satellite: falsch('telefon', '+881 6 123 45678', /normale Nummer/),
    'mistyped, in another country': falsch('telefon', '+44 20 123', /Nummer mit Vorwahl prüfen/),
    'mistyped, in North America': falsch('telefon', '+1 555 123', /Nummer mit Vorwahl prüfen/),
    'free, of no country': falsch('telefon', '+800 12345678', /Nummer mit Vorwahl prüfen/),
    'premium, of no country': falsch('telefon', '+979 123 456 789', /normale Nummer/),
    'an MMI code that diverts calls': falsch('telefon', '"*21*0900123456#"'),
    'an emergency number, which belongs to the portal': falsch('telefon', '110'),
    'Arabic-Indic digits': falsch('telefon', '"٠٢٢١ ٤٧١٠١٢٣"'),
    'fullwidth digits': falsch('telefon', '"０２２１４７１０１２３"'),
    'too short': falsch('telefon', '+49 221'),
    'ends with a hyphen': falsch('telefon', '0221 4710123-'),
    'a list': falsch('telefon', '[0221 4710123]'),
    empty: falsch('telefon', '""'),
  });
});

describe('email', () => {
  pruefeFaelle({
    plain: kontakt('email', 'info@verein.example', 'info@verein.example'),
    'with a plus': kontakt('email', 'info+kurs@verein.example', 'info+kurs@verein.example'),
    'with a link': falsch('email', 'mailto:info@verein.example', /: info@verein\.example$/),
    'two addresses': falsch('email', 'a@verein.example, b@verein.example', /: a@verein\.example$/),
    'two addresses with a semicolon': falsch(
      'email',
      'a@verein.example; b@verein.example',
      /: a@verein\.example$/,
    ),
    'an umlaut': falsch('email', 'büro@verein.example', /Umlaute/),
    'an umlaut in the domain': falsch('email', 'info@müller.example', /Umlaute/),
    'Cyrillic letters': falsch('email', 'info@vеrein.example'),
    'a space before the @, which is asked about': falsch(
      'email',
      'info @verein.example',
      /Meinten Sie „info@verein\.example“\?$/,
    ),
    'a space within the name: its end may be the address of somebody else': falsch(
      'email',
      'info buero@verein.example',
      /: zum Beispiel kontakt@verein\.de$/,
    ),
    'a space within the name, written for people': falsch(
      'email',
      'frauen haus(at)verein.example',
      /: zum Beispiel/,
    ),
    'a space within the name, behind a link': falsch(
      'email',
      'mailto:info buero@verein.example',
      /: zum Beispiel/,
    ),
    'a space within the first of two': falsch(
      'email',
      'info buero@verein.example, a@verein.example',
      /: zum Beispiel/,
    ),
    'a space before the ending': falsch('email', 'info@verein.beispiel example', /: zum Beispiel/),
    'a name and brackets': falsch('email', 'Büro <info@verein.example>', /: info@verein\.example$/),
    'round brackets': falsch('email', 'Büro (info@verein.example)', /: info@verein\.example$/),
    'a label': falsch('email', '"E-Mail: info@verein.example"', /: info@verein\.example$/),
    'a link of Markdown': falsch(
      'email',
      '"[info@verein.example](mailto:info@verein.example)"',
      /: info@verein\.example$/,
    ),
    'two addresses and a word': falsch(
      'email',
      'a@verein.example oder b@verein.example',
      /: a@verein\.example$/,
    ),
    'two addresses, the first with an umlaut': falsch(
      'email',
      'büro@verein.example, a@verein.example',
      /: zum Beispiel/,
    ),
    'written for people': falsch('email', 'info(at)verein.example', /: info@verein\.example$/),
    'no domain': falsch('email', 'info@verein'),
    'a name of a local network': falsch('email', 'info@verein.local'),
    'a hyphen at the end of a part': falsch('email', 'info@verein-.example'),
    'a part that is too long': falsch('email', `info@${'a'.repeat(64)}.example`),
    'a name that is too long': falsch('email', `${'a'.repeat(65)}@verein.example`),
    'a long row of @': falsch('email', 'a@'.repeat(900)),
    'two @': falsch('email', 'a@b@verein.example'),
    'an IP address': falsch('email', 'info@192.168.0.1'),
    'two dots': falsch('email', 'info@verein..example'),
    'a dot at the end': falsch('email', 'info@verein.example.'),
    'a header by percent code': falsch('email', '"a%0Abcc:x@verein.example"'),
    'a header by line break': falsch('email', '"a@verein.example\\nBcc: x@boese.example"'),
  });
});

describe('web', () => {
  pruefeFaelle({
    plain: kontakt(
      'web',
      'https://www.verein.example/kurse?a=b#c',
      'https://www.verein.example/kurse?a=b#c',
    ),
    http: kontakt('web', 'http://verein.example', 'http://verein.example'),
    'an umlaut': kontakt(
      'web',
      'https://flüchtlingshilfe.example/',
      'https://flüchtlingshilfe.example/',
    ),
    'honest punycode': kontakt(
      'web',
      'https://xn--flchtlingshilfe-wachtberg-gwc.de/',
      'https://xn--flchtlingshilfe-wachtberg-gwc.de/',
    ),
    'wholly Cyrillic, ending included': kontakt(
      'web',
      'https://допомога.укр/',
      'https://допомога.укр/',
    ),
    'a port': kontakt('web', 'https://verein.example:8443/x', 'https://verein.example:8443/x'),
    'no protocol': falsch(
      'web',
      'www.verein.example/kurse',
      /„https:\/\/www\.verein\.example\/kurse“/,
    ),
    'protocol-relative': falsch('web', '//verein.example/'),
    'one slash': falsch('web', 'https:/verein.example'),
    'three slashes': falsch('web', 'https:///verein.example'),
    'no slash': falsch('web', 'https:verein.example'),
    ftp: falsch('web', 'ftp://verein.example/'),
    'javascript with a host': falsch('web', 'javascript://verein.example/%0aalert(1)'),
    blob: falsch('web', 'blob:https://verein.example/x'),
    IPv4: falsch('web', 'http://192.168.0.1/'),
    'a public IPv4': falsch('web', 'http://8.8.8.8/'),
    'IPv4 in hex': falsch('web', 'http://0x7f000001/'),
    'IPv4 in octal': falsch('web', 'http://0177.0.0.1/'),
    'IPv4 as a number': falsch('web', 'http://2130706433/'),
    'IPv4, short': falsch('web', 'http://127.1/'),
    IPv6: falsch('web', 'http://[::1]/'),
    'metadata service': falsch('web', 'http://169.254.169.254/'),
    'no dot': falsch('web', 'https://intranet/'),
    'a local name': falsch('web', 'https://router.local/'),
    'below localhost': falsch('web', 'https://x.localhost/'),
    'a name of a router': falsch('web', 'https://drucker.lan/'),
    'a hidden service': falsch('web', 'https://verein.onion/'),
    'a reserved ending': falsch('web', 'https://verein.corp/'),
    'a name that is too long': falsch('web', `https://${'a.'.repeat(130)}de/`),
    'an invisible letter in the path': falsch('web', '"https://verein.example/ku\u00ADrs"'),
    'a direction mark at the end': falsch('web', '"https://verein.example/\u200F"'),
    'a line break for the server': falsch('web', 'https://verein.example/%0d%0aSet-Cookie:x'),
    'a NUL for the server': falsch('web', 'https://verein.example/%00'),
    'a dot at the end of the host': falsch('web', 'https://verein.example./'),
    'an underscore': falsch('web', 'https://mein_verein.example/'),
    'a user name': {
      ...falsch('web', 'https://www.verein.example@boese.example/', /ganze Adresse/),
      meldung: /Benutzername/,
    },
    'a backslash': falsch('web', '"https://verein.example\\\\@boese.example"'),
    'a space': falsch('web', '"https://verein.example/mein kurs"'),
    'a tab in the protocol': falsch('web', '"https:\\t//verein.example/"'),
    'two addresses': falsch('web', 'https://a.example, https://b.example'),
    quotes: falsch('web', '"https://verein.example/\\"onclick=x"'),
    'percent code in the host': falsch('web', 'https://%76erein.example/'),
    'fullwidth letters in the host': falsch('web', 'https://ｖerein.example/'),
    'an ideographic full stop': falsch('web', 'https://verein。example/'),
    'a Cyrillic letter among Latin ones': falsch('web', 'https://vеrein.example/', /von Hand/),
    'wholly Cyrillic that looks Latin': falsch('web', 'https://аррӏе.com/', /von Hand/),
    'the same as punycode': falsch('web', 'https://xn--80ak6aa92e.com/', /von Hand/),
    'punycode that says nothing': falsch('web', 'https://xn--verein-xxxx.de/', /von Hand/),
    'Latin letters nobody writes': falsch('web', 'https://ɡoogle.com/', /von Hand/),
    'a comment that eats the anchor': falsch(
      'web',
      'https://verein.example/ #kurse',
      /Anführungszeichen/,
    ),
  });
});

describe('dates', () => {
  pruefeFaelle({
    'last day of validity': richtig('gueltig_bis', '2026-11-20', '2026-11-20'),
    'leap day': richtig('gueltig_bis', '2028-02-29', '2028-02-29'),
    'no leap day': falsch('gueltig_bis', '2027-02-29'),
    'without zeros': falsch('gueltig_bis', '2026-2-3', /„2026-02-03“/),
    'with slashes': falsch('gueltig_bis', '2026/02/03', /„2026-02-03“/),
    'with the name of the month': falsch('gueltig_bis', '3. Februar 2026', /„2026-02-03“/),
    'a word': falsch('gueltig_bis', 'Ende März', /Jahr-Monat-Tag/),
    German: falsch('gueltig_bis', '01.03.2027', /„2027-03-01“/),
    'German, short': falsch('gueltig_bis', '1.3.2027', /„2027-03-01“/),
    'German, no such day': falsch('gueltig_bis', '31.02.2027', /Den Tag muss es geben/),
    '31 November': falsch('gueltig_bis', '2026-11-31'),
    'month 13': falsch('gueltig_bis', '2026-13-01'),
    'year 0000': falsch('gueltig_bis', '0000-01-01'),
    'year 1899': falsch('gueltig_bis', '1899-12-31'),
    'with a time': falsch('gueltig_bis', '2027-01-01T00:00'),
    'in words': falsch('gueltig_bis', 'Ende 2027'),
    'a timestamp': falsch('gueltig_bis', '1795132800'),
    unknown: falsch('gueltig_bis', 'unbekannt'),
    'checked today': richtig('geprueft_am', '2026-11-20', '2026-11-20'),
    'checked tomorrow': falsch('geprueft_am', '2026-11-21', /zuletzt geprüft/),
    'nobody knows when it was checked': richtig('geprueft_am', 'unbekannt', 'unbekannt'),
    'unknown with a capital': falsch('geprueft_am', 'Unbekannt'),
    'checked, a list': falsch('geprueft_am', '[2026-11-01]'),
    'checked, missing': { felder: { geprueft_am: null }, abgelehnt: 'geprueft_am', zeile: 'titel' },
    'the course ends before it starts': falsch(
      'kurs',
      '{ start: 2026-12-01, ende: 2026-11-30 }',
      undefined,
      'kurs.ende',
    ),
    'the number of places is from tomorrow': falsch(
      'kurs',
      '{ plaetze: 3, stand: 2026-11-21 }',
      undefined,
      'kurs.stand',
    ),
    'hinweis until a day that is none': falsch(
      'hinweis',
      '{ text: Ferien, bis: 2026-02-30 }',
      undefined,
      'hinweis.bis',
    ),
  });
});

describe('zeiten and termine', () => {
  pruefeFaelle({
    'a morning': richtig('zeiten', zeit('tage: [mo], von: 09:00, bis: 12:00'), [
      { tage: ['mo'], von: '09:00', bis: '12:00' },
    ]),
    'until midnight': richtig('zeiten', zeit('tage: [mo], von: 18:00, bis: 24:00'), [
      { tage: ['mo'], von: '18:00', bis: '24:00' },
    ]),
    '9:00': falsch('zeiten', zeit('tage: [mo], von: 9:00'), /„09:00“/, 'zeiten[0].von'),
    '9 Uhr': falsch('zeiten', zeit('tage: [mo], von: 9 Uhr'), /„09:00“/, 'zeiten[0].von'),
    '9.30 Uhr': falsch('zeiten', zeit('tage: [mo], von: 9.30 Uhr'), /„09:30“/, 'zeiten[0].von'),
    '25:00': falsch('zeiten', zeit('tage: [mo], von: 25:00'), /Stunde:Minute/, 'zeiten[0].von'),
    '12:60': falsch('zeiten', zeit('tage: [mo], von: 12:60'), undefined, 'zeiten[0].von'),
    'from 24:00': falsch('zeiten', zeit('tage: [mo], von: 24:00'), undefined, 'zeiten[0].von'),
    'ends before it begins': falsch(
      'zeiten',
      zeit('tage: [mo], von: 12:00, bis: 09:00'),
      undefined,
      'zeiten[0].bis',
    ),
    'ends as it begins': falsch(
      'zeiten',
      zeit('tage: [mo], von: 12:00, bis: 12:00'),
      undefined,
      'zeiten[0].bis',
    ),
    'over midnight': falsch(
      'zeiten',
      zeit('tage: [mo], von: 22:00, bis: 02:00'),
      /zwei Zeilen/,
      'zeiten[0].bis',
    ),
    'ends without a beginning': falsch(
      'zeiten',
      zeit('tage: [mo], bis: 12:00'),
      undefined,
      'zeiten[0].von',
    ),
    'time without days': falsch('zeiten', zeit('von: 09:00'), undefined, 'zeiten[0].tage'),
    'rhythm without days': falsch(
      'zeiten',
      zeit('rhythmus: zweiwoechentlich, hinweis: x'),
      undefined,
      'zeiten[0].tage',
    ),
    'nothing at all': falsch('zeiten', '[{}]', undefined, 'zeiten[0].hinweis'),
    'days in words': falsch(
      'zeiten',
      zeit('tage: [Montag], von: 09:00'),
      /mo, di/,
      'zeiten[0].tage[0]',
    ),
    'days in numbers': falsch(
      'zeiten',
      zeit('tage: [1-5], von: 09:00'),
      /mo, di/,
      'zeiten[0].tage[0]',
    ),
    'what is no day of the week': falsch(
      'zeiten',
      zeit('tage: [Feiertag], von: 09:00'),
      /mo, di/,
      'zeiten[0].tage[0]',
    ),
    'a range of days': falsch(
      'zeiten',
      zeit('tage: mo-fr, von: 09:00'),
      /mo, di/,
      'zeiten[0].tage[0]',
    ),
    'a range of days in words': falsch(
      'zeiten',
      zeit('tage: Montag bis Freitag, von: 09:00'),
      /: \[mo, di, mi, do, fr\]$/,
      'zeiten[0].tage[0]',
    ),
    'two days in words': falsch(
      'zeiten',
      zeit('tage: Mo und Mi, von: 09:00'),
      /: \[mo, mi\]$/,
      'zeiten[0].tage[0]',
    ),
    'a range of days over the weekend': falsch(
      'zeiten',
      zeit('tage: freitags bis montags, von: 09:00'),
      /: \[mo, fr, sa, so\]$/,
      'zeiten[0].tage[0]',
    ),
    'a range of days across Sunday': falsch(
      'zeiten',
      zeit('tage: sa-di, von: 09:00'),
      /\[mo, di, sa, so\]/,
      'zeiten[0].tage[0]',
    ),
    'Saturday, as the north says': falsch(
      'zeiten',
      zeit('tage: Sonnabend, von: 09:00'),
      /^Meinten Sie „sa“\?/,
      'zeiten[0].tage[0]',
    ),
    'a range until Saturday, as the north says': falsch(
      'zeiten',
      zeit('tage: montags bis sonnabends, von: 09:00'),
      /: \[mo, di, mi, do, fr, sa\]$/,
      'zeiten[0].tage[0]',
    ),
    ...Object.fromEntries(
      ['monatlich', 'mittags', 'sofort', 'dienstlich'].map((wort) => [
        `no day, but its first letters: ${wort}`,
        falsch('zeiten', zeit(`tage: ${wort}, von: 09:00`), /^Bekannt sind/, 'zeiten[0].tage[0]'),
      ]),
    ),
    'unknown rhythm': falsch(
      'zeiten',
      zeit('tage: [mo], rhythmus: monatlich'),
      /monatlich-1/,
      'zeiten[0].rhythmus[0]',
    ),
    'two weeks of the month': richtig(
      'zeiten',
      zeit('tage: [mo], rhythmus: [monatlich-1, monatlich-letzte]'),
      [{ tage: ['mo'], rhythmus: ['monatlich-1', 'monatlich-letzte'] }],
    ),
    'two rhythms of which the page would use the rarer': falsch(
      'zeiten',
      zeit('tage: [mo], rhythmus: [woechentlich, zweiwoechentlich]'),
      /nur einen Rhythmus/,
      'zeiten[0].rhythmus',
    ),
    'every week, and once a month': falsch(
      'zeiten',
      zeit('tage: [mo], rhythmus: [monatlich-1, woechentlich]'),
      /nur einen Rhythmus/,
      'zeiten[0].rhythmus',
    ),
    'valid until before it is valid': falsch(
      'zeiten',
      zeit('tage: [mo], gueltig_ab: 2027-01-01, gueltig_bis: 2026-12-01'),
      undefined,
      'zeiten[0].gueltig_bis',
    ),
    'all of it in words': falsch('zeiten', 'montags 9 bis 12 Uhr', /tage, von, bis/, 'zeiten[0]'),
    'in words where nothing else is known': richtig('zeiten', '[{ hinweis: nach Vereinbarung }]', [
      { hinweis: 'nach Vereinbarung' },
    ]),
    'the second line is wrong': {
      felder: { zeiten: '\n  - tage: [mo]\n    von: 09:00\n  - tage: [di]\n    von: acht' },
      abgelehnt: 'zeiten[1].von',
      zeile: 'acht',
    },
    'a date with a space': richtig('termine', '[{ start: 2026-12-05 15:00 }]', [
      { start: '2026-12-05T15:00' },
    ]),
    'a date without a time': falsch(
      'termine',
      '[{ start: 2026-12-05 }]',
      /2026-12-05T15:00/,
      'termine[0].start',
    ),
    'a date with two times': falsch(
      'termine',
      '[{ start: "2026-12-05T15:00T16:00" }]',
      undefined,
      'termine[0].start',
    ),
    'a date in UTC': falsch(
      'termine',
      '[{ start: "2026-12-05T15:00:00Z" }]',
      undefined,
      'termine[0].start',
    ),
    'a date that ends before it starts': falsch(
      'termine',
      '[{ start: 2026-12-05T15:00, ende: 2026-12-05T14:00 }]',
      undefined,
      'termine[0].ende',
    ),
    'a date that ends when it starts': falsch(
      'termine',
      '[{ start: 2026-12-05T15:00, ende: 2026-12-05T15:00 }]',
      undefined,
      'termine[0].ende',
    ),
    'a rule of iCalendar': richtig(
      'termine',
      '[{ start: 2026-12-09T15:00, rrule: FREQ=MONTHLY;BYDAY=2WE }]',
      [{ start: '2026-12-09T15:00', rrule: 'FREQ=MONTHLY;BYDAY=2WE' }],
    ),
    'no rule of iCalendar': falsch(
      'termine',
      '[{ start: 2026-12-05T15:00, rrule: jeden Monat }]',
      /FREQ=/,
      'termine[0].rrule',
    ),
  });
});

describe('kosten', () => {
  pruefeFaelle({
    free: richtig('kosten', 'kostenlos', { art: 'kostenlos' }),
    'an amount says that it costs something': richtig(
      'kosten',
      '{ betrag: 5.50, einheit: pro Monat }',
      { betrag: 5.5, einheit: 'pro Monat', art: 'kostenpflichtig' },
    ),
    'an amount of nothing says that it is free': richtig('kosten', '{ betrag: 0 }', {
      betrag: 0,
      art: 'kostenlos',
    }),
    'a remark says nothing about that': richtig('kosten', '{ hinweis: je nach Einkommen }', {
      hinweis: 'je nach Einkommen',
      art: undefined,
    } as never),
    'a bare number': falsch('kosten', '-5', /Unterfelder: art, betrag/),
    'a bare amount': falsch('kosten', '5,50', /Unterfelder: art, betrag/),
    negative: falsch('kosten', '{ betrag: -5 }', undefined, 'kosten.betrag'),
    'a comma': {
      felder: { kosten: '\n  betrag: 5,50' },
      abgelehnt: 'kosten.betrag',
      zeile: '5,50',
      tipp: /5\.50/,
    },
    'a currency': falsch('kosten', '{ betrag: 5 Euro }', /ohne Einheit/, 'kosten.betrag'),
    'an exponent': falsch('kosten', '{ betrag: 1e3 }', undefined, 'kosten.betrag'),
    'German thousands, which would be one Euro': falsch(
      'kosten',
      '{ betrag: 1.000 }',
      /1000/,
      'kosten.betrag',
    ),
    'free and not': falsch(
      'kosten',
      '{ art: kostenlos, betrag: 5 }',
      /eine der beiden/,
      'kosten.betrag',
    ),
    'another currency': falsch(
      'kosten',
      '{ betrag: 5, waehrung: USD }',
      undefined,
      'kosten.waehrung',
    ),
    'a list': falsch('kosten', '[kostenlos]', /art, betrag/),
  });
});

describe('orte', () => {
  pruefeFaelle({
    'plz without quotes keeps its zero': ort('{ plz: 01067, ort: Dresden }', ({ orte }) =>
      expect(orte[0]!.plz).toBe('01067'),
    ),
    'plz with a space': falscherOrt('{ plz: "53 999" }', 'orte[0].plz', /fünf Ziffern/),
    'plz with four digits': falscherOrt('{ plz: 1067 }', 'orte[0].plz'),
    'plz with a country': falscherOrt('{ plz: D-53999 }', 'orte[0].plz'),
    'plz of another Kommune': falscherOrt(
      '{ plz: "53997", ort: Musterstadt }',
      'orte[0].plz',
      /kommune/,
    ),
    'plz of a district': ort('{ plz: "53998", ort: Musterstadt-Musterheide }', ({ orte }) =>
      expect(orte[0]!.kommune).toBe('musterstadt'),
    ),
    'no town': falscherOrt('{ strasse: Musterweg 1 }', 'orte[0]', /„ort“/),
    'unknown field': falscherOrt('{ plz: "53999", hausnummer: 5 }', 'orte[0].hausnummer'),
    'lat alone': falscherOrt('{ plz: "53999", lat: 50.9 }', 'orte[0].lon', /beide/),
    'lon alone': falscherOrt('{ plz: "53999", lon: 7.1 }', 'orte[0].lat', /beide/),
    'an exponent': falscherOrt('{ plz: "53999", lat: 5.09e1, lon: 7.1 }', 'orte[0].lat'),
    hexadecimal: falscherOrt('{ plz: "53999", lat: 0x32, lon: 7.1 }', 'orte[0].lat'),
    'minus zero': falscherOrt('{ plz: "53999", lat: -0, lon: 7.1 }', 'orte[0].lat'),
    degrees: falscherOrt('{ plz: "53999", lat: "50° 54′", lon: "7° 6′" }', 'orte[0].lat'),
    'both in one': falscherOrt('{ plz: "53999", lat: "50.9, 7.1", lon: 7.1 }', 'orte[0].lat'),
    'not a number': falscherOrt('{ plz: "53999", lat: NaN, lon: 7.1 }', 'orte[0].lat'),
    'a comma, in lines': {
      felder: { orte: '\n  - plz: "53999"\n    lat: 50,9\n    lon: 7.1' },
      abgelehnt: 'orte[0].lat',
      zeile: '50,9',
      tipp: /50\.9$/,
    },
    swapped: falscherOrt(
      '{ plz: "53999", lat: 7.1, lon: 50.9 }',
      'orte[0].lat',
      /lat: 50\.9 und lon: 7\.1/,
    ),
    'the second place is wrong': {
      felder: { orte: '\n  - haus-der-begegnung\n  - plz: "53999"\n    strase: Musterweg 1' },
      abgelehnt: 'orte[1].strase',
      zeile: 'strase',
      tipp: /„strasse“/,
    },
    'barrierefreiheit unknown': falscherOrt(
      '{ plz: "53999", barrierefreiheit: { treppe: ja } }',
      'orte[0].barrierefreiheit.treppe',
      /rollstuhl/,
    ),
    'barrierefreiheit perhaps': falscherOrt(
      '{ plz: "53999", barrierefreiheit: { wc: vielleicht } }',
      'orte[0].barrierefreiheit.wc',
      /teilweise/,
    ),
    'the same place twice': falsch('orte', '[haus-der-begegnung, haus-der-begegnung]'),
    'a comment that eats half of the street': {
      felder: { orte: '\n  - strasse: Marktplatz 5 #Hinterhaus\n    plz: "53999"' },
      abgelehnt: 'orte[0].strasse',
      zeile: 'Hinterhaus',
    },
  });
});

test('a point far from the town of its address is remarked on, in files of places, too', () => {
  const datei = (lat: number) => `plz: "53999"\nort: Musterstadt\nlat: ${lat}\nlon: 7.1\n`;
  const { befundeZu } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/fern.md': angebot({ orte: '[{ plz: "53999", lat: 50.75, lon: 7.1 }]' }),
    'angebote/am-rand.md': angebot({ orte: '[{ plz: "53999", lat: 50.78, lon: 7.1 }]' }),
    'orte/fern.yaml': datei(50.75),
    'orte/falsch.yaml': datei(52.75),
  });
  const koordinaten = (name: string) =>
    befundeZu(name).flatMap(({ regel, stufe, feld, meldung }) =>
      regel === 'koordinaten' ? [`${stufe} ${feld} ${meldung}`] : [],
    );
  const SATZ = 'lat Der Punkt liegt 17 km von Musterstadt entfernt, obwohl die Anschrift dort ist.';
  expect(koordinaten('angebote/fern.md')).toEqual([`warnung orte[0].${SATZ}`]);
  expect(koordinaten('angebote/am-rand.md')).toEqual([]);
  expect(koordinaten('orte/fern.yaml')).toEqual([`warnung ${SATZ}`]);
  expect(koordinaten('orte/falsch.yaml')).toEqual([
    expect.stringMatching(/^fehler lat .* außerhalb des Gebiets/),
  ]);
});

describe('a comma in braces', () => {
  const komma = (feld: string, wert: string, genau: string, tipp: RegExp): Fall => ({
    felder: { [feld]: wert },
    abgelehnt: genau,
    zeile: wert.slice(0, 10),
    tipp,
  });
  pruefeFaelle({
    'in an amount': komma(
      'kosten',
      '{ betrag: 2,50 }',
      'kosten.betrag',
      /Punkt .*: betrag: 2\.50$/,
    ),
    'in an amount before another field': komma(
      'kosten',
      '{ betrag: 2,50, einheit: je Einkauf }',
      'kosten.betrag',
      /: betrag: 2\.50$/,
    ),
    'in a text': komma(
      'hinweis',
      '{ text: Am Montag, den 3. Dezember geschlossen, bis: 2026-12-03 }',
      'hinweis.text',
      /Anführungszeichen setzen: text: "Am Montag, den 3\. Dezember geschlossen"$/,
    ),
    'in a text, twice': komma(
      'zeiten',
      '[{ hinweis: Montag, Dienstag, jeder Tag }]',
      'zeiten[0].hinweis',
      /: hinweis: "Montag, Dienstag, jeder Tag"$/,
    ),
    'in a name among other fields': komma(
      'orte',
      '[{ name: Haus, Saal 2, strasse: Weg 1, plz: "53999" }]',
      'orte[0].name',
      /: name: "Haus, Saal 2"$/,
    ),
    'in one of two numbers': komma(
      'orte',
      '[{ plz: "53999", lat: 50,79, lon: 7.13 }]',
      'orte[0].lat',
      /: lat: 50\.79$/,
    ),
    'in two numbers, of which nothing says what belongs to which': komma(
      'orte',
      '[{ plz: "53999", lat: 50,79, lon: 7,13 }]',
      'orte[0].79',
      /eine Kommazahl hat einen Punkt: 2\.50\.$/,
    ),
    'in two numbers, with the same digits behind it': komma(
      'orte',
      '[{ plz: "53999", lat: 50,9, lon: 7,9 }]',
      'orte[0].9',
      /eine Kommazahl hat einen Punkt/,
    ),
    'in what would not be a value of the field': komma(
      'zeiten',
      '[{ tage: [mo], von: 09:00, 12:00 }]',
      'zeiten[0].12:00',
      /jedes braucht einen Doppelpunkt/,
    ),
    'in a text with quotation marks': komma(
      'hinweis',
      '{ text: Das "Café", Raum 2 }',
      'hinweis.Raum 2',
      /Ein Text mit Komma gehört in Anführungszeichen/,
    ),
    'there is none: a field without a value in a line of its own': {
      felder: { alter: '\n  von: 3\n  Bis:' },
      abgelehnt: 'alter.Bis',
      zeile: 'Bis:',
      tipp: /^Meinten Sie „bis“/,
    },
  });
});

test('a misspelt field that must be there is one finding', () => {
  const felder = { titel: null, geprueft_am: null, Titel: 'x', 'geprüft-am': '2026-11-01' };
  const { fehlerZu } = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder) });
  expect(
    fehlerZu()
      .map(({ feld, tipp }) => `${feld} ${tipp}`)
      .sort(),
  ).toEqual(['Titel Meinten Sie „titel“?', 'geprüft-am Meinten Sie „geprueft_am“?']);
});

test('a file without any field is one finding', () => {
  const { fehlerZu } = lies({
    ...OHNE_ANGEBOTE,
    'anbieter/x.yaml': '# noch offen\n',
    'angebote/x.md': '---\n---\n\nText\n',
  });
  expect(fehlerZu()).toMatchObject([
    { datei: 'anbieter/x.yaml', meldung: 'Hier stehen noch keine Angaben.' },
    { datei: 'angebote/x.md', meldung: 'Hier stehen noch keine Angaben.' },
  ]);
});

describe('what is not known is left out', () => {
  pruefeFaelle({
    'a word for it': falsch('email', 'unbekannt', /Zeile löschen/),
    none: falsch('telefon', 'keine', /Zeile löschen/),
    'a hyphen': falsch('web', '-', /Zeile löschen/),
    'a question mark': falsch('gueltig_bis', '"?"', /Zeile löschen/),
    'a word for it, of a choice': falsch('kinderbetreuung', 'unbekannt', /Zeile löschen/),
    'none, of a choice that has no word for it': falsch(
      'schutz',
      '[keiner]',
      /Zeile löschen/,
      'schutz[0]',
    ),
  });
});

describe('that there is none is known, and stays', () => {
  pruefeFaelle({
    'of childcare': falsch('kinderbetreuung', 'keine', /^Meinten Sie „nein“\?/),
    'of costs': falsch('kosten', 'keine', /^Meinten Sie „kostenlos“\?/),
    'of costs, in detail': falsch(
      'kosten',
      '{ art: Keine, hinweis: Spenden willkommen }',
      /^Meinten Sie „kostenlos“\?/,
      'kosten.art',
    ),
    'of an appointment': falsch('termin', 'keiner', /^Meinten Sie „ohne“\?/),
    'of free places': falsch('kurs', '{ plaetze: keine }', /^Meinten Sie „0“\?/, 'kurs.plaetze'),
    'of an amount': falsch('kosten', '{ betrag: keiner }', /^Meinten Sie „0“\?/, 'kosten.betrag'),
    'but not of a limit, where 0 would say something else': falsch(
      'alter',
      '{ bis: keine }',
      /Zeile löschen/,
      'alter.bis',
    ),
    'of sign language': falsch('gebaerdensprache', 'keine', /^Bitte „ja“ oder „nein“/),
    'of a lift': falsch(
      'orte',
      '[{ ort: Musterstadt, barrierefreiheit: { aufzug: kein } }]',
      /^Meinten Sie „nein“\?/,
      'orte[0].barrierefreiheit.aufzug',
    ),
  });
});

describe('a place says its postal code once', () => {
  pruefeFaelle({
    'in its town': falsch('orte', '[{ ort: 53999 Musterstadt }]', /plz: "53999"/, 'orte[0].ort'),
    'with the country': falsch('orte', '[{ ort: D-53999 Musterstadt }]', /plz/, 'orte[0].ort'),
    'in its street': falsch(
      'orte',
      '[{ strasse: "Weg 4, 53999 Musterstadt", ort: Musterstadt }]',
      /plz: "53999"/,
      'orte[0].strasse',
    ),
  });
});

describe('everything else', () => {
  pruefeFaelle({
    'unknown field': { felder: { adresse: 'Musterweg 1' }, abgelehnt: 'adresse' },
    'a misspelt field': {
      felder: { telefonn: '0221 4710123' },
      abgelehnt: 'telefonn',
      tipp: /„telefon“/,
    },
    'a field with a capital': { felder: { Titel: 'x' }, abgelehnt: 'Titel', tipp: /„titel“/ },
    'a number as a field': { felder: { '7': 'x' }, abgelehnt: '7', zeile: '7: x' },
    'a prototype as a field': {
      felder: { ['__proto__']: 'x' },
      abgelehnt: '__proto__',
      zeile: '__proto__',
    },
    'a prototype in a map of free fields': {
      felder: { externe_ids: '{ __proto__: x }' },
      abgelehnt: 'externe_ids.__proto__',
    },
    'a slug that would take over another page': { felder: { slug: '../index' }, abgelehnt: 'slug' },
    'gebaerdensprache yes': richtig('gebaerdensprache', 'ja', true),
    'gebaerdensprache in English': falsch('gebaerdensprache', 'yes', /„ja“/),
    'termin with an umlaut': falsch('termin', 'nötig', /„noetig“/),
    'kinderbetreuung with a space': falsch('kinderbetreuung', 'auf Anfrage', /„auf-anfrage“/),
    'status unknown': falsch('status', 'geschlossen', /pausiert/),
    'status of itself': { angenommen: (angebot) => expect(angebot.status).toBe('aktiv') },
    'schutz unknown': falsch('schutz', '[geheim]', /vertraulich/, 'schutz[0]'),
    'kanal by itself where there are places': {
      angenommen: (angebot) => expect(angebot.kanal).toEqual(['vor-ort']),
    },
    'kanal with a capital': falsch('kanal', '[Telefon]', /„telefon“/, 'kanal[0]'),
    'alter as a number': falsch('alter', '18', /von, bis/),
    'alter that ends before it begins': falsch(
      'alter',
      '{ von: 30, bis: 20 }',
      undefined,
      'alter.bis',
    ),
    'alter with a fraction': falsch('alter', '{ von: 1.5 }', undefined, 'alter.von'),
    'alter below zero': falsch('alter', '{ von: -1 }', undefined, 'alter.von'),
    'deutschniveau as a word': falsch('deutschniveau', 'A1', /von, bis/),
    'deutschniveau in lower case': falsch(
      'deutschniveau',
      '{ von: a1 }',
      /„A1“/,
      'deutschniveau.von',
    ),
    'deutschniveau downwards': falsch(
      'deutschniveau',
      '{ von: B2, bis: A1 }',
      undefined,
      'deutschniveau.bis',
    ),
    'hinweis as a text': falsch('hinweis', 'Ferien', /text, bis/),
    'hinweis without text': falsch('hinweis', '{ bis: 2026-12-01 }', undefined, 'hinweis.text'),
    'quelle with a script': falsch(
      'quelle',
      '{ name: x, url: "javascript:alert(1)" }',
      undefined,
      'quelle.url',
    ),
    'quelle without name': falsch('quelle', '{ url: https://x.example }', undefined, 'quelle.name'),
    'suchwoerter are German by themselves': richtig('suchwoerter', '[Pass, Visum]', {
      de: ['Pass', 'Visum'],
    }),
    'suchwoerter with a comment that eats a word': {
      felder: { suchwoerter: '\n  de:\n    - Deutsch #A1' },
      abgelehnt: 'suchwoerter.de[0]',
      zeile: '#A1',
    },
    'suchwoerter with a capital code': falsch(
      'suchwoerter',
      '{ DE: [x] }',
      /„de“/,
      'suchwoerter.DE',
    ),
    'kurs as a word': falsch('kurs', 'abends', /start, ende/),
    'an IBAN in the short text': falsch(
      'kurz',
      'Gebühr an DE89 3704 0044 0532 0130 00',
      /Anmeldung/,
    ),
    'an IBAN that somebody made up': falsch('kurz', 'Gebühr an DE00 1234 5678 9012 3456 78'),
    'an IBAN of another country': falsch('kurz', 'Fee to GB82 WEST 1234 5698 7654 32'),
    'an IBAN in small letters': falsch('kurz', 'an de89370400440532013000'),
    'a file number is no IBAN': richtig(
      'kurz',
      'Aktenzeichen AB12 ABCD EFGH IJKL',
      'Aktenzeichen AB12 ABCD EFGH IJKL',
    ),
  });
});
