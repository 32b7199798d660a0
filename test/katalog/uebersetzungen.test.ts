/** Translations as files: to which German text they belong, whether they still do, and that they say nothing of their own. */
import { describe, expect, test } from 'vitest';
import { fremdeAngabe } from '../../src/katalog/angaben-vergleich.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import { angebot, type Dateien, lies, OHNE_ANGEBOTE, seite } from '../lib/inhalt.ts';

const TEXT = 'Der Kurs findet montags statt. Fragen: 0221 4710123 oder info@verein.example.';
/** What of it has to stand in every translation. */
const ANGABEN = '0221 4710123, info@verein.example';
const TITEL = 'Deutschkurs für Frauen A1';

/** A translation of `angebote/x.md`. */
function uebersetzung(
  felder: Record<string, string> = {},
  text = 'Монтаж',
  fassung: Record<string, string> = { text: fingerabdruck(TEXT) },
): string {
  const zeilen = Object.entries({ art: 'mensch', geprueft: 'nein', ...felder }).map(
    ([feld, wert]) => `${feld}: ${wert}`,
  );
  const versionen = Object.entries(fassung).map(([feld, wert]) => `  ${feld}: "${wert}"`);
  const kopf = versionen.length > 0 ? [...zeilen, 'fassung:', ...versionen] : zeilen;
  return ['---', ...kopf, '---', '', text, ''].join('\n');
}

const mit = (dateien: Dateien, felder: Record<string, string | null> = {}) =>
  lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder, TEXT), ...dateien });
const funde = (
  dateien: Dateien,
  felder: Record<string, string | null> = {},
  datei = 'angebote/x.ar.md',
) =>
  mit(dateien, felder)
    .befundeZu(datei)
    .map(({ stufe, zeile, feld, meldung, tipp }) => ({
      stufe,
      zeile,
      feld,
      text: `${meldung} ${tipp}`,
    }));
const fehler = (...args: Parameters<typeof funde>) =>
  funde(...args).filter(({ stufe }) => stufe === 'fehler');

describe('a translation', () => {
  test('belongs to its offer, field by field', () => {
    const { katalog, befunde } = mit({
      'angebote/x.ar.md': uebersetzung({ titel: 'دورة' }, ANGABEN, {
        titel: fingerabdruck(TITEL),
        text: fingerabdruck(TEXT),
      }),
    });
    expect(befunde.filter(({ datei }) => datei.includes('x.ar'))).toEqual([]);
    const { art, geprueft, felder } = katalog!.angebote.get('x')!.uebersetzungen.get('ar')!;
    expect({ art, geprueft }).toEqual({ art: 'mensch', geprueft: false });
    expect([...felder]).toEqual([
      ['titel', { text: 'دورة', veraltet: false }],
      ['text', { text: `\n${ANGABEN}\n`, veraltet: false }],
    ]);
  });

  test('does not count as an offer or a page of its own', () => {
    const { katalog } = mit({
      'angebote/x.ar.md': uebersetzung(),
      'seiten/ueber-uns.ar.md': uebersetzung({}, 'نص', {}),
    });
    expect([...katalog!.angebote.keys()]).toEqual(['x']);
    expect([...katalog!.seiten.keys()].filter((id) => id.includes('ueber'))).toEqual(['ueber-uns']);
    expect([...katalog!.seiten.get('ueber-uns')!.uebersetzungen.keys()].sort()).toEqual([
      'ar',
      'en',
    ]);
  });

  test.each([
    [
      'another line break, another number of spaces',
      TEXT.replace('. F', '.\nF').replace(' oder ', '  oder '),
      false,
    ],
    ['another word', TEXT.replace('montags', 'dienstags'), true],
    ['another number', TEXT.replace('4710123', '4710124'), true],
    ['another comma', TEXT.replace(' oder', ', oder'), true],
  ])('after %s in the German text', (_was, neu, veraltet) => {
    const { katalog } = lies({
      ...OHNE_ANGEBOTE,
      'angebote/x.md': angebot({}, neu),
      'angebote/x.ar.md': uebersetzung(),
    });
    const { felder } = katalog!.angebote.get('x')!.uebersetzungen.get('ar')!;
    expect(felder.get('text')!.veraltet).toBe(veraltet);
  });

  test('is outdated only in the field that changed, and says which', () => {
    const dateien = {
      'angebote/x.ar.md': uebersetzung({ titel: 'دورة' }, ANGABEN, {
        titel: fingerabdruck('Ein anderer Titel'),
        text: fingerabdruck(TEXT),
      }),
    };
    expect(funde(dateien)).toEqual([]);
    expect(funde(dateien, {}, 'angebote/x.md')).toEqual([
      {
        stufe: 'hinweis',
        zeile: 2,
        feld: 'titel',
        text: expect.stringMatching(/neuer als die Übersetzung \(titel\) in: ar\..*bestaetigen x$/),
      },
    ]);
  });

  test('is one finding with all others that the same sentence makes outdated, at that sentence', () => {
    const alt = (feld: string) =>
      uebersetzung({ titel: 'x', [feld]: 'y' }, ANGABEN, {
        titel: fingerabdruck(TITEL),
        text: fingerabdruck(TEXT),
        [feld]: '00000000',
      });
    const hinweis = ['"zeiten[0].hinweis"', 'text'] as const;
    const gefunden = funde(
      {
        ...Object.fromEntries(
          ['ar', 'en'].map((code) => [`angebote/x.${code}.md`, alt(hinweis[0])]),
        ),
        'angebote/x.leicht.md': uebersetzung({ titel: 'x' }, ANGABEN, {
          titel: fingerabdruck(TITEL),
          text: '00000000',
        }),
      },
      { zeiten: '\n  - tage: [mo]\n    hinweis: mit Kindern' },
      'angebote/x.md',
    );
    expect(gefunden).toMatchObject([
      {
        feld: 'zeiten[0].hinweis',
        text: expect.stringMatching(/\(zeiten\[0\]\.hinweis\) in: ar, en\./),
      },
      { feld: '(text)', text: expect.stringMatching(/\(text\) in: leicht\./) },
    ]);
    const [zeile] = angebot({ zeiten: '\n  - tage: [mo]\n    hinweis: mit Kindern' }, TEXT)
      .split('\n')
      .flatMap((line, i) => (line.includes('mit Kindern') ? i + 1 : []));
    expect(gefunden[0]!.zeile).toBe(zeile);
  });

  test('without a note of the German version counts as outdated: nobody knows what it was made from', () => {
    expect(funde({ 'angebote/x.ar.md': '---\nart: mensch\ngeprueft: ja\n---\n\nنص\n' })).toEqual([
      expect.objectContaining({
        stufe: 'hinweis',
        text: expect.stringContaining(`fassung: { text: "${fingerabdruck(TEXT)}" }`) as string,
      }),
    ]);
    const { katalog } = mit({ 'angebote/x.ar.md': '---\nart: mensch\ngeprueft: ja\n---\n\nنص\n' });
    expect(katalog!.angebote.get('x')!.uebersetzungen.get('ar')!.felder.get('text')!.veraltet).toBe(
      true,
    );
  });

  test('may be in Leichte Sprache', () => {
    const { katalog } = mit({
      'angebote/x.leicht.md': uebersetzung({}, 'Der Kurs ist am Montag.'),
    });
    expect([...katalog!.angebote.get('x')!.uebersetzungen.keys()]).toEqual(['leicht']);
  });
});

describe('what is wrong with a translation is said at its place', () => {
  test.each<[string, Dateien, { stufe?: string; zeile?: number; feld: string; text: RegExp }]>([
    [
      'there is no such offer',
      { 'angebote/xx.ar.md': uebersetzung() },
      {
        feld: '(dateiname)',
        text: /Übersetzung von „xx“.*Text steht jetzt unter „x“\. .*in „x\.ar“/,
      },
    ],
    [
      'a field that the German does not have',
      { 'angebote/x.ar.md': uebersetzung({ titl: 'دورة' }) },
      {
        stufe: 'warnung',
        zeile: 4,
        feld: 'titl',
        text: /„titl“ gibt es im deutschen Eintrag keinen Text.*Meinten Sie „titel“/,
      },
    ],
    [
      'a language that the portal does not have',
      { 'angebote/x.fr.md': uebersetzung() },
      {
        stufe: 'hinweis',
        feld: '(dateiname)',
        text: /Die Sprache „fr“ steht nicht unter „sprachen“.*Sprachen dieses Portals: de, en, ar/,
      },
    ],
    [
      'another phone number',
      { 'angebote/x.ar.md': uebersetzung({}, 'اتصل: 0221 4710124') },
      { feld: '(text)', zeile: 8, text: /nennt „0221 4710124“/ },
    ],
    [
      'another phone number in Arabic digits',
      { 'angebote/x.ar.md': uebersetzung({}, 'اتصل: ٠٢٢١ ٤٧١٠١٢٤') },
      { feld: '(text)', text: /nennt „0221 4710124“/ },
    ],
    [
      'another phone number in digits that nobody here reads',
      { 'angebote/x.ar.md': uebersetzung({}, '𝟎𝟐𝟐𝟏 ৪৭১০১২৪') },
      { feld: '(text)', text: /nennt „0221 4710124“/ },
    ],
    [
      'another number in the title',
      { 'angebote/x.ar.md': uebersetzung({ titel: 'دورة 0800 123456' }) },
      { feld: 'titel', text: /nennt „0800 123456“/ },
    ],
    [
      'another mail address',
      { 'angebote/x.ar.md': uebersetzung({}, 'info@verein.example.com') },
      { feld: '(text)', text: /info@verein\.example\.com“/ },
    ],
    [
      'another web address',
      { 'angebote/x.ar.md': uebersetzung({}, '[دورة](https://boese.example/)') },
      { feld: '(text)', text: /nennt „https:\/\/boese\.example/ },
    ],
    [
      'a script',
      { 'angebote/x.ar.md': uebersetzung({}, '[x](javascript:alert(1))') },
      { feld: '(text)', text: /nicht erlaubt/ },
    ],
    [
      'HTML',
      { 'angebote/x.ar.md': uebersetzung({}, '<b>نص</b>') },
      { feld: '(text)', text: /HTML/ },
    ],
    [
      'a bank account',
      { 'angebote/x.ar.md': uebersetzung({}, 'DE89 3704 0044 0532 0130 00') },
      { feld: '(text)', text: /IBAN/ },
    ],
    [
      'who made it is not said',
      { 'angebote/x.ar.md': '---\ngeprueft: nein\n---\n\nنص\n' },
      { feld: 'art', text: /Pflichtfeld/ },
    ],
    [
      'whether somebody has read it is said in English',
      { 'angebote/x.ar.md': '---\nart: mensch\ngeprueft: no\n---\n\nنص\n' },
      { feld: 'geprueft', text: /„ja“ oder „nein“/ },
    ],
    [
      'fields within a field',
      { 'angebote/x.ar.md': uebersetzung({ hinweis: '\n  text: ملاحظة' }) },
      { feld: 'hinweis', zeile: 4, text: /nicht eingerückt.*„hinweis\.text: …“/ },
    ],
    [
      'the list of German times, as it is',
      { 'angebote/x.ar.md': uebersetzung({ zeiten: '\n  - tag: mo\n    hinweis: ملاحظة' }) },
      { feld: 'zeiten', text: /„zeiten\[0\]\.hinweis: …“/ },
    ],
    [
      'versions within a version',
      {
        'angebote/x.ar.md':
          '---\nart: mensch\ngeprueft: nein\nfassung:\n  hinweis:\n    text: "3f2a9c1b"\n---\n\nنص\n',
      },
      { feld: 'fassung.hinweis', text: /nicht eingerückt/ },
    ],
    [
      'the text in the front matter',
      { 'angebote/x.ar.md': uebersetzung({ text: 'نص' }) },
      { feld: 'text', zeile: 4, text: /kein Feld „text“.*unter den Kopf/ },
    ],
    [
      'a title in two lines',
      { 'angebote/x.ar.md': uebersetzung({ titel: '|\n  دورة\n  دورة' }) },
      { feld: 'titel', text: /nur eine Zeile/ },
    ],
    [
      'a title too long for any page',
      { 'angebote/x.ar.md': uebersetzung({ titel: 'د'.repeat(181) }) },
      { feld: 'titel', text: /181 Zeichen lang, erlaubt sind 180/ },
    ],
    [
      'a component that does not exist, on a page',
      {
        'seiten/hilfsseite.mdx': seite('Text'),
        'seiten/hilfsseite.ar.mdx': uebersetzung({}, '<Karte />', {}),
      },
      { feld: '(text)', text: /„<Karte>“ gibt es nicht/ },
    ],
  ])('%s', (_was, dateien, { stufe = 'fehler', ...erwartet }) => {
    const datei = Object.keys(dateien).at(-1)!;
    expect(funde(dateien, {}, datei)).toContainEqual(
      expect.objectContaining({
        stufe,
        ...erwartet,
        text: expect.stringMatching(erwartet.text) as string,
      }),
    );
  });

  test('the number of the German text may stand there in any digits, with any gaps', () => {
    for (const nummer of [
      '0221 4710123',
      '0221/4710123',
      '02214710123',
      '٠٢٢١ ٤٧١٠١٢٣',
      '۰۲۲۱ ۴۷۱۰۱۲۳',
      '०२२१ ४७१०१२३',
      '+49 221 4710123',
      '+49 (0) 221 4710123',
      '0049 (0)221 4710123',
    ])
      expect(fehler({ 'angebote/x.ar.md': uebersetzung({}, `اتصل: ${nummer}`) }), nummer).toEqual(
        [],
      );
  });

  test.each(['9.00-12.30', 'из 9:00 до 12:30', 'St.Augustin', 'Пн.Вт'])(
    'times and missing spaces are no numbers and addresses: %s',
    (text) => expect(fehler({ 'angebote/x.ar.md': uebersetzung({}, text) })).toEqual([]),
  );

  test.each([
    '[اتصلوا](tel:+&#x34;92&#x32;41&#x39;98&#x38;77)',
    '[x](https://evil\\.com)',
    '[x](https://evil&#46;com/login)',
    '[x][a]\n\n[a]: https://evil&period;com',
    '02–21–47–10–99',
    '022\u200d147\u00ad10199',
    '022**14**71**01**99',
    'رقم02214710199',
    '&#48;&#50;21 471019',
    'police: 111',
    'erein.example',
    'fo@verein.example',
    'evil。example',
  ])('what readers see and open counts, not how it is written: %s', (text) =>
    expect(
      funde({ 'angebote/x.ar.md': uebersetzung({}, text) }).map(({ stufe }) => stufe),
    ).toContain('fehler'),
  );

  test('a date may be written in the order and digits of the other language, but must be that day', () => {
    const deutsch = 'Am 3. Dezember 2026 geschlossen.';
    const am = (tag: string) =>
      lies({
        ...OHNE_ANGEBOTE,
        'angebote/x.md': angebot({}, deutsch),
        'angebote/x.ar.md': uebersetzung({}, tag, { text: fingerabdruck(deutsch) }),
      }).befundeZu('angebote/x.ar.md');
    for (const tag of ['03.12.2026', '3/12/2026', '2026-12-03', '٣/١٢/٢٠٢٦', '3.12.26'])
      expect(am(tag), tag).toEqual([]);
    for (const tag of ['04.12.2026', '3.11.2026', '3.12.2025'])
      expect(
        am(tag).map(({ stufe }) => stufe),
        tag,
      ).toEqual(['fehler']);
  });

  test.each<[deutsch: string, richtig: string, falsch: string]>([
    ['02241 4710 oder 02242 123456', '02242 123456, +49 (2241) 4710', '02241 123456'],
    ['02241 4710, 02242 123456', '02242123456 / 02241 4710', '02242 4710'],
    ['24/7: 02241 4710 oder 02242 123456', '24/7: 02242 123456', '24/7: 02242 4710'],
    ['0221 123 4710', '0221 1234710', '0221 4710 123'],
    ['0221 4710, Mo-Fr 9-12 Uhr', '0221 4710 (9-12)', '0221 4710 9'],
    ['01.02.–03.04.2026', '01.02.2026–03.04.2026', '01.02.2026–04.03.2027'],
  ])('the groups of two numbers make no third: %s', (deutsch, richtig, falsch) => {
    expect(fremdeAngabe(richtig, deutsch, 'text')).toBe(undefined);
    expect(fremdeAngabe(`Call ${falsch}.`, deutsch, 'text')).toBe(falsch);
  });

  test('a number that got lost is a hint', () => {
    expect(funde({ 'angebote/x.ar.md': uebersetzung({}, 'info@verein.example') })).toEqual([
      expect.objectContaining({
        stufe: 'hinweis',
        text: expect.stringContaining('steht „0221 4710123“, in der Übersetzung nicht') as string,
      }),
    ]);
  });

  test('a guide shows the contacts and offers of the German one', () => {
    const deutsch = 'Text\n\n<Kontakt />\n\n<Angebote thema="sprache" />';
    const guide = (text: string) =>
      fehler(
        {
          'seiten/hilfsseite.mdx': seite(deutsch),
          'seiten/hilfsseite.ar.mdx': uebersetzung({}, text, {}),
        },
        {},
        'seiten/hilfsseite.ar.mdx',
      );
    expect(guide('نص\n\n<Angebote thema="sprache" />\n\n<Kontakt />')).toEqual([]);
    expect(guide('نص\n\n<Kontakt angebot="x" />')).toEqual([
      expect.objectContaining({
        text: expect.stringContaining('nennt „<Kontakt angebot="x">“') as string,
      }),
    ]);
  });

  test('under „fassung“ stands nothing but versions', () => {
    expect(
      funde({ 'angebote/x.ar.md': uebersetzung({}, 'نص', { strasse: 'Kaiserstraße 5' }) }),
    ).toContainEqual(expect.objectContaining({ stufe: 'fehler', feld: 'fassung.strasse' }));
  });

  test('a number written like times is a number', () => {
    for (const nummer of ['02.21.47.10.12', '0221.47.99', '12.30/471012', '0221 471012'])
      expect(funde({ 'angebote/x.ar.md': uebersetzung({}, nummer) }), nummer).toHaveLength(1);
  });

  test('without its German text is renamed with it, or goes with it', () => {
    const tipp = (fassung: string) =>
      funde(
        { 'angebote/xx.ar.md': uebersetzung({}, ANGABEN, { text: fassung }) },
        {},
        'angebote/xx.ar.md',
      )[0]!.text;
    expect(tipp(fingerabdruck(TEXT))).toContain('umbenennen, in „x.ar“ mit derselben Endung.');
    expect(tipp('00000000')).toMatch(
      /Gehört sie zu „x“\?.*nicht mehr, bitte auch diese Datei löschen/,
    );
  });

  test('a translation of an offer whose German file is broken is no second finding', () => {
    expect(funde({ 'angebote/x.ar.md': uebersetzung() }, { titel: '' })).toEqual([]);
  });
});

describe('what was copied from the German', () => {
  const deutsch = angebot({ kurz: 'Ein Kurs.', hinweis: '{ text: Heute zu }' }, TEXT);
  const kopf = 'titel: Ankommen\nkurz: Erste Wege\nart: wegweiser\nreihenfolge: 3';

  test.each<[string, Dateien, string, string, RegExp]>([
    [
      'the front matter of an offer',
      { 'angebote/x.ar.md': deutsch },
      'x.ar.md',
      'anbieter',
      /des deutschen Angebots/,
    ],
    [
      'with what belongs into a translation',
      { 'angebote/x.ar.md': deutsch.replace('---', '---\nart: mensch\ngeprueft: nein') },
      'x.ar.md',
      'anbieter',
      /des deutschen Angebots/,
    ],
    [
      'the front matter of a page',
      { 'seiten/neu.md': seite('Text.', kopf), 'seiten/neu.ar.md': seite('نص', kopf) },
      'neu.ar.md',
      'art',
      /der deutschen Seite/,
    ],
  ])('%s is one finding', (_was, dateien, name, feld, meldung) => {
    const { fehlerZu } = mit(dateien);
    expect(fehlerZu()).toMatchObject([{ feld, meldung: expect.stringMatching(meldung) as string }]);
    expect(fehlerZu()[0]!.datei).toContain(name);
    expect(fehlerZu()[0]!.tipp).toMatch(/gehören nur „art“ .*, „geprueft“ .* übersetzten Texte/);
  });

  test.each([
    ['angebote/x.de.md', deutsch, 'x.md'],
    ['angebote/x.de.md', uebersetzung({}, TEXT), 'x.md'],
    ['seiten/ankommen.de.mdx', seite('Text.'), 'ankommen.mdx'],
  ])('%s is one finding: the German text is there', (datei, inhalt, name) => {
    const { 'seiten/ankommen.mdx': _, ...ohne } = OHNE_ANGEBOTE;
    const { fehlerZu } = lies({
      ...ohne,
      'angebote/x.md': deutsch,
      'seiten/ankommen.mdx': seite('Text.'),
      [datei]: inhalt,
    });
    expect(fehlerZu()).toMatchObject([
      {
        datei,
        feld: '(dateiname)',
        meldung: expect.stringContaining(`steht in „${name}“`) as string,
      },
    ]);
    // To call it what is there already would put it in its place.
    expect(fehlerZu()[0]!.tipp).not.toContain('umbenennen');
  });

  test.each<
    [string, string, Record<string, string>, Record<string, string>, (string | undefined)[]]
  >([
    ['the text', 'ar', {}, { text: TEXT }, ['(text)']],
    ['a field', 'ar', { kurz: 'Ein Kurs für alle Menschen hier.' }, {}, ['kurz']],
    ['a name', 'ar', { titel: 'Café der Kulturen am Platz der Republik' }, {}, []],
    ['a few words', 'ar', { kurz: 'Haus der Jugend Bonn' }, {}, []],
    ['Easy German', 'leicht', { kurz: 'Ein Kurs für alle Menschen hier.' }, {}, []],
  ])('word for word: %s', (_was, sprache, felder, { text = 'نص' }, erwartet) => {
    const zitiert = Object.fromEntries(Object.entries(felder).map(([k, v]) => [k, `"${v}"`]));
    const gefunden = funde(
      { [`angebote/x.${sprache}.md`]: uebersetzung(zitiert, text) },
      zitiert,
      `angebote/x.${sprache}.md`,
    ).filter((fund) => fund.text.includes('Wort für Wort'));
    expect(gefunden.map(({ feld }) => feld)).toEqual(erwartet);
    expect(gefunden.every(({ stufe }) => stufe === 'hinweis')).toBe(true);
  });

  test('what is word for word the German is not to be confirmed as a translation of it', () =>
    expect(
      funde({ 'angebote/x.ar.md': uebersetzung({}, TEXT, {}) }).map(({ text }) => text),
    ).toEqual([expect.stringContaining('Wort für Wort')]));
});

describe('the place of a shelter', () => {
  test.each([
    ['German', 'Musterstraße 12'],
    ['Arabic digits', '٥٣٧٢١ زيغبورغ'],
    ['Arabic', 'شارع القيصر رقم ١٢'],
    ['Ukrainian', 'вул. Кайзера, 12'],
    ['Turkish', 'Kayser Sokağı numara on iki'],
    ['a coordinate', '50.7952, 7.2070'],
  ])('must not stand in a translation either: %s', (_was, ort) => {
    const dateien = { 'angebote/x.ar.md': uebersetzung({}, `نص ${ort}`) };
    const schutz = { schutz: '[vertraulich]', orte: null, einzugsgebiet: 'kreisweit' };
    expect(funde(dateien, schutz).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('wie eine Anschrift aussieht'),
    );
  });

  test.each(['Вы оказались на улице?', 'à la rue', 'في الشارع', 'living on the street'])(
    'to have no home is no address: %s',
    (text) =>
      expect(
        fehler(
          { 'angebote/x.ar.md': uebersetzung({}, text) },
          { schutz: '[vertraulich]', orte: null, einzugsgebiet: 'kreisweit' },
        ),
      ).toEqual([]),
  );

  test('nor in a comment', () => {
    const dateien = {
      'angebote/x.ar.md': uebersetzung().replace('art:', '# Musterstraße 12\nart:'),
    };
    expect(
      funde(dateien, { schutz: '[vertraulich]', orte: null, einzugsgebiet: 'kreisweit' }),
    ).not.toEqual([]);
  });

  const geschuetzt = { schutz: '[vertraulich]', orte: null, einzugsgebiet: 'kreisweit' };

  test.each([
    ['a house number whose street nobody here can read', 'بانهوفشتراسه ١٢'],
    ['the name of a town', 'behind the pharmacy in Musterstadt'],
    ['the name of a town, one word with its preposition', 'خلف الصيدلية بموسترشتات'],
    ['a time that the German does not have', '14.30'],
  ])('cannot be told by what the German text does not say: %s', (_was, text) =>
    expect(
      fehler({ 'angebote/x.ar.md': uebersetzung({}, text) }, geschuetzt).map((fund) => fund.text),
    ).toContainEqual(expect.stringMatching(/vertraulichen Angebots .* nennt/)),
  );

  test('numbers in a comment of a translation are nobody’s business', () => {
    const datei = uebersetzung().replace('art:', '# Bahnhof Sokak 12\nart:');
    expect(fehler({ 'angebote/x.ar.md': datei }, geschuetzt)).toHaveLength(1);
  });
});

describe('labels', () => {
  test.each([
    [
      'of a vocabulary',
      'vokabular/zielgruppen.yaml',
      'alle: { bezeichnung: { de: Alle, ar: "الكل 0900 123456" } }\n',
      'alle.bezeichnung.ar',
    ],
    ['of the interface', 'texte/ar.yaml', 'angebot.kontakt: "evil.example"\n', 'angebot.kontakt'],
  ])('%s say no number and no address of their own', (_was, datei, inhalt, feld) => {
    expect(
      lies({ [datei]: inhalt })
        .befundeZu(datei)
        .filter(({ regel }) => regel === 'beschriftungen')
        .map((befund) => befund.feld),
    ).toContain(feld);
  });
});
