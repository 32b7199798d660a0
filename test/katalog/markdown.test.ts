/** The Markdown of offers: what is text, what is refused, and that nothing makes the reader hang or crash. */
import { describe, expect, test } from 'vitest';
import { type Fall, pruefeFaelle } from '../lib/faelle.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

const ja = (text: string): Fall => ({
  text,
  angenommen: (eintrag) => expect(eintrag.text.trim()).toBe(text.trim()),
});
const nein = (text: string, tipp?: RegExp, zeile = text.split('\n')[0]!): Fall => ({
  text,
  abgelehnt: '(text)',
  zeile,
  ...(tipp && { tipp }),
});

describe('what is written', () => {
  pruefeFaelle({
    'paragraphs, lists, bold, tables': ja(
      'Eins **zwei**\n\n- a\n- b\n\n| a | b |\n| - | - |\n| 1 | 2 |',
    ),
    'a second-level heading': ja('## Ablauf\n\nText'),
    'a task list': ja('- [x] Ausweis\n- [ ] Foto'),
    'a line and dashes make a second-level heading': ja('Ablauf\n------\n\nText'),
    'HTML in inline code': ja('Schreiben Sie `<b>` davor.'),
    'HTML in a fence': ja('```html\n<script>alert(1)</script>\n```'),
    'HTML in a fence that does not end': ja('```\n<script>'),
    'HTML in an indented block': ja('    <script>'),
    'an escaped angle': ja('Kinder \\<b> 3'),
    'a comparison': ja('Kinder < 3 Jahre, a <b'),
    'an entity is its character': ja('Kaffee &amp; Kuchen &lt;b&gt;'),
    'MDX is text here': ja('import x from "y"\n\n{process.env.HOME}'),
    HTML: nein('Ein <b>Kurs</b>', /Markdown/),
    'an HTML comment': nein('<!-- intern -->', /Markdown/),
    'a line break in HTML': nein('Zeile<br>Zeile', /Markdown/),
    'what Word leaves': nein('Montags.<o:p></o:p>', /ohne Formatierung/),
    'what Word leaves, alone': nein('<o:p>&nbsp;</o:p>', /ohne Formatierung/),
    'what Word leaves, in the second line': nein('Eins\nzwei</o:p>', /Word/, 'zwei'),
    'what Word leaves, with attributes': nein('In <st1:City w:st="on">Bonn</st1:City>', /Word/),
    'what Word leaves, like an address': nein('In <st1:City>Bonn</st1:City>'),
    'an address in angle brackets is none': ja(
      '<https://verein.example> <mailto:a@verein.example>',
    ),
    'nor is a broken one': ja('<mailto:a @verein.example>'),
    'HTML that does not end': nein('<div', /Markdown/),
    'HTML in the third line': nein('Eins\n\nZwei <u>drei</u>', /Markdown/, 'Zwei'),
    'an instruction of PHP': nein('<?php x ?>'),
    CDATA: nein('<![CDATA[x]]>'),
    'a component': nein('<Angebote thema="sprache" />'),
    'an image': nein('![Plan](plan.png)', /als Text/),
    'an image by reference': nein('![Plan][p]\n\n[p]: https://x.example/plan.png', /als Text/),
    'an image in a link': nein('[![Plan](plan.png)](https://x.example)', /als Text/),
    'a footnote': nein('Text[^1]\n\n[^1]: mehr', /in den Text/),
    'a first-level heading': nein('# Ablauf', /„##“/),
    'a first-level heading by its line': nein('Ablauf\n===', /„##“/),
    'an empty first-level heading': nein('#', /„##“/),
    'a first-level heading in a list': nein('- # Ablauf', /„##“/),
    'a first-level heading in a quote': nein('> # Ablauf', /„##“/),
    'a zero width space': nein('Eins\n\nDeutsch\u200bkurs', /neu eintippen/, 'Deutsch'),
    'a bidi override': nein('Kurs \u202egnuh', /neu eintippen/),
    'a destroyed umlaut': nein('FrÃ¼hstÃ¼ck', /neu eintippen/),
    'a destroyed ß': { ...nein('Musterstra\u00c3\u009fe'), meldung: /zerstörter Buchstabe/ },
    'a replacement character': nein('Fr\ufffdhst\ufffdck', /neu eintippen/),
    'an IBAN, in its line': nein(
      'Eins\n\nBitte auf DE89 3704 0044 0532 0130 00 überweisen.',
      /Anmeldung/,
      'DE89',
    ),
    'an invented German IBAN': nein('DE12345678901234567890'),
    'an IBAN with hyphens': nein('DE89-3704-0044-0532-0130-00'),
    'a long number is no IBAN': ja('Aktenzeichen AB12 3456 7890 1234'),
  });
});

describe('links', () => {
  pruefeFaelle({
    'to the web': ja('[Kurse](https://www.x.example/kurse)'),
    'in angles': ja('<https://www.x.example>'),
    bare: ja('Siehe https://x.example/a?u=https://bank.example oder www.x.example.'),
    'a mail address in angles': ja('<info@x.example>'),
    'a call': ja('[0221 4710123](tel:+492214710123)'),
    'a call, with words': ja('[Rufen Sie an: 0221 4710123](tel:+492214710123)'),
    'an emergency call': ja('[110](tel:110)'),
    'a mail': ja('[info@x.example](mailto:info@x.example)'),
    'to the beginning of the page': ja('[oben](#inhalt)'),
    'to a place on the page that is not there': nein('[unten](#ablauf)', /nur den Text/),
    'javascript in angles': nein('<javascript:alert(1)>'),
    'javascript by entity': nein('[x](&#106;avascript:alert(1))'),
    'javascript with a tab': nein('[x](java&#9;script:alert(1))'),
    'javascript by percent code': nein('[x](javascript%3Aalert(1))'),
    vbscript: nein('[x](vbscript:x)'),
    'a file': nein('[x](file:///etc/passwd)'),
    'data by reference': nein('[x][r]\n\n[r]: data:text/html,x', undefined, '[r]:'),
    'javascript that nothing refers to': nein('x\n\n[r]: javascript:alert(1)', undefined, '[r]:'),
    'protocol-relative': nein('[x](//boese.example)'),
    backslashes: nein('[x](\\\\boese.example)'),
    'slash and backslash': nein('[x](/\\boese.example)'),
    'a user name': nein('[x](https://bank.example@boese.example)'),
    'an IP address': nein('[x](http://1.2.3.4/)'),
    'a file beside this': nein('[x](kurse.md)', /https/),
    'a page of the portal, whose place is not known here': nein(
      '[x](/themen/)',
      /ohne eckige und runde Klammern/,
    ),
    nowhere: nein('[x]()'),
    'without a text': nein('[](https://x.example)', /schreiben, was man dort findet/),
    'with an invisible text': nein('[\u00ad](https://x.example)', /schreiben, was man dort findet/),
    'a space in the address': nein('[x](<https://x.example/a b>)'),
    'mixed scripts': nein('[x](https://vеrein.example)', /von Hand/),
    'a premium number': nein('[x](tel:+49900123456)'),
    'an MMI code': nein('[x](tel:*21*0900%23)'),
    'hyphens for a number': nein('[x](tel:---)'),
    'a mail with a blind copy': nein('[x](mailto:a@x.example?bcc=b@x.example)'),
    'a mail with a header': nein('[x](mailto:a@x.example%0Abcc:b@x.example)'),
    'a bracket that ends a page later': nein(
      `[${'Wort '.repeat(300)}](https://x.example)`,
      /ergänzen/,
    ),
    'a bracket that does not end, in a short paragraph': ja('[ eins\n\nzwei ]'),
    'a messenger': nein('[x](whatsapp://send)'),
  });
});

describe('a link shows where it leads', () => {
  pruefeFaelle({
    'the same domain': ja('[bank.example](https://www.bank.example/konto)'),
    'a subdomain of what is shown': ja('[bank.example](https://service.bank.example/)'),
    'an umlaut and its punycode': ja(
      '[flüchtlingshilfe-wachtberg.de](https://xn--flchtlingshilfe-wachtberg-gwc.de/)',
    ),
    'abbreviations and times are no domains': ja('[Verein e.V., z.B. 9.30 Uhr](https://x.example)'),
    'a file name is no domain': ja('[Flyer.pdf](https://x.example/flyer.pdf)'),
    'another domain': nein('[www.bank.example](https://boese.example)', /richtige Adresse/),
    'in capitals': nein('[WWW.BANK.EXAMPLE](https://boese.example)'),
    'the domain as a subdomain': nein('[bank.de](https://bank.de.boese.example)'),
    'below another domain that ends alike': nein('[bank.de](https://diebank.de)'),
    'more exact than the target': nein('[konto.bank.de](https://bank.de)'),
    'with a path': nein('[bank.de/login](https://boese.example)'),
    'with a protocol': nein('[https://bank.de](https://boese.example)'),
    'with a made-up protocol': nein('[hxxps://bank.de](https://boese.example)'),
    'in a sentence': nein('[Jetzt bei bank.de anmelden](https://boese.example)'),
    'with a full stop': nein('[bank.de.](https://boese.example)'),
    'partly bold': nein('[**bank**.de](https://boese.example)'),
    'as code': nein('[`bank.de`](https://boese.example)'),
    'by reference': nein('[bank.de][r]\n\n[r]: https://boese.example'),
    'with a soft hyphen': nein('[bank\u00ad.de](https://boese.example)'),
    'in fullwidth letters': nein('[ｂank.de](https://boese.example)'),
    'with an ideographic full stop': nein('[bank。de](https://boese.example)'),
    'as a mail address': nein('[info@bank.de](https://boese.example)'),
    'another mail address': nein('[info@bank.de](mailto:info@boese.example)'),
    'another number': nein('[0221 4710123](tel:+492214710199)'),
    'in links side by side, one of them bold': nein(
      '[sparkasse](https://evil.example)**[.de](https://evil.example)**',
    ),
    'in links on two lines': nein(
      '[sparkasse](https://evil.example)\\\n[.de](https://evil.example)',
    ),
    'in links to two addresses': nein('[sparkasse](https://a.example)[.de](https://b.example)'),
    'links on two lines, each what it says': ja(
      '[Kurse](https://a.example)\n[b.example](https://b.example)',
    ),
    'a mail address of the same post office': nein('[hilfe@x.example](mailto:betrug@x.example)'),
    'a mail address in capitals': ja('[Hilfe@X.example](mailto:hilfe@x.example)'),
    'a short number beside others': nein('[Polizei 110, rund um die Uhr 24h](tel:+4915112345678)'),
    'a number of social value beside others': nein('[116 016 – 24 Stunden](tel:+4915112345678)'),
    'a number of social value, with hours': ja('[116 016 – 24 Stunden](tel:116016)'),
    'a number in other digits': nein('[٠٢٢١ ٤٧١٠١٢٣](tel:+4915112345678)'),
    'its number in other digits': ja('[٠٢٢١ ٤٧١٠١٢٣](tel:+492214710123)'),
    'two numbers': nein('[0221 4710123 oder 0221 4710199](tel:+492214710123)'),
    'two numbers with a slash': nein('[0221 4710123 / 0221 4710199](tel:+492214710123)'),
    'two short numbers': nein('[110 oder 112](tel:110)'),
    'a number that leads to a page': nein('[0221 4710123](https://evil.example)'),
    'a short number that leads to a page': nein('[110](https://evil.example)'),
    'a short number that leads to its page': ja('[116 117](https://www.116117.de)'),
    'a section of a law, a date and a time': ja(
      '[§ 110 SGB, ab 01.02.2026, 08.00-16.30 Uhr](https://x.example)',
    ),
    'a mail address that calls': nein('[info@verein.de](tel:+492214710123)'),
    'a domain that calls': nein('[verein.de](tel:+492214710123)'),
    'a number that writes': nein('[0221 4710123](mailto:info@verein.de)'),
    'an IP address that leads elsewhere': nein('[http://192.168.1.10/](https://evil.example)'),
    'a number and hours': ja('[0221 4710123 (9.00-12.30 Uhr)](tel:+492214710123)'),
    'another number in a sentence': nein('[Anrufen: 0221 4710123](tel:+492214710199)'),
  });
});

describe('what is meant to break the reader is read within seconds', () => {
  const tabelle = `| ${'a |'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${`${'|x'.repeat(1000)}\n`.repeat(8)}`;
  const texte: Record<string, string> = {
    'quotes nested 10 000 deep': `${'>'.repeat(10_000)} x`,
    'quotes nested 90 000 deep': `${'> '.repeat(45_000)}x`,
    'lists nested 300 deep': Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- x`).join(
      '\n',
    ),
    'lists nested 5000 deep in one line': `${'- '.repeat(5000)}x`,
    'footnotes nested 5000 deep': '[^a]: '.repeat(5000),
    'brackets that open': '['.repeat(20_000),
    'links that open': '[a]('.repeat(5000),
    'emphasis that opens': '*a **b '.repeat(5000),
    'accents of every length': Array.from({ length: 200 }, (_, i) => '`'.repeat(i)).join('a'),
    'a bracket before small words': `[${'a '.repeat(14_000)}`,
    'a bracket before many marks': `[${'a<'.repeat(14_000)}`,
    'a bracket before many lines': `[${'a\n'.repeat(14_000)}`,
    'a bracket before addresses': `[${'a@'.repeat(14_000)}](https://x.example)`,
    'lists nested 19 deep in every line': `${'- '.repeat(19)}a\n`.repeat(700),
    'a huge table': tabelle,
    angles: '<'.repeat(30_000),
    'addresses that never end': '.a@'.repeat(10_000),
    'one long word': 'x'.repeat(90_000),
    'one long word as a link': `[${'x'.repeat(90_000)}](https://x.example)`,
    'one long word with hyphens as a link': `[${'x-'.repeat(45_000)}](https://x.example)`,
  };
  test.each(Object.entries(texte))('%s', (_name, text) => {
    const { ergebnis, sekunden } = mitRechenzeit(() =>
      lies({
        ...OHNE_ANGEBOTE,
        'angebote/x.md': angebot({ schutz: '[vertraulich]', orte: null }, text),
      }),
    );
    expect(sekunden).toBeLessThan(5);
    const { fehlerZu, katalog } = ergebnis;
    const felder = fehlerZu().map(({ datei, feld }) => `${datei} ${feld}`);
    expect([...new Set(felder)]).toEqual(
      katalog!.angebote.has('x') && felder.length === 0 ? [] : ['angebote/x.md (text)'],
    );
  });
});

test.each([
  ['[anrufen](tel:0221 4710123)', /ohne Leerzeichen/],
  ['[Flyer](https://x.example/mein flyer.pdf)', /%20/],
  ['[Titel] (https://x.example)', /ohne Leerzeichen/],
  ['·\tPunkt', /- Punkt/],
  ['-Ohne Leer', /- Punkt/],
  ['[Schreiben](info@verein.de)', /„mailto:info@verein\.de“/],
  ['[Seite](www.beispiel.de)', /„https:\/\/www\.beispiel\.de“/],
])('%s: says what to write instead', (text, tipp) => {
  const { befundeZu } = lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot({}, `Eins\n\n${text}`) });
  expect(befundeZu('angebote/x.md')).toContainEqual(
    expect.objectContaining({ feld: '(text)', tipp: expect.stringMatching(tipp) }),
  );
});

test.each([
  '[0221 4710123](0221 4710123)',
  '[anrufen](tel:0221 4710123)',
  '[hier](+49 221 4710123)',
])('whose brackets would stand on the page is said of %s', (link) => {
  const { befundeZu } = lies({
    ...OHNE_ANGEBOTE,
    'angebote/x.md': angebot({}, `Rufen Sie an: ${link}`),
  });
  expect(befundeZu('angebote/x.md')).toMatchObject([
    {
      stufe: 'hinweis',
      feld: '(text)',
      meldung: expect.stringMatching(/Link nicht richtig/) as string,
    },
  ]);
});
