/** What readers of other languages get: facts in their language, translations, German that is marked, sentences to ask with. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toAngebotSeite } from '../../src/site/angebot-seite.ts';
import { toAngebotKarte } from '../../src/site/angebot-karte.ts';
import { toGlossar } from '../../src/site/glossar.ts';
import { toInhaltSeite } from '../../src/site/inhalt-seite.ts';
import { createKontext, formatQuellenstand, mitIsoliertenNummern } from '../../src/site/kontext.ts';
import { kurzfassung } from '../../src/site/kurzfassung.ts';
import { toRahmen } from '../../src/site/rahmen.ts';
import { SITEMAP, toSitemaps } from '../../src/site/sitemap.ts';
import { readKatalog } from '../../src/katalog/read-katalog.ts';
import { fingerabdruck } from '../../src/katalog/uebersetzungen.ts';
import {
  angebot,
  type Dateien,
  lies,
  MUSTERKREIS,
  OHNE_ANGEBOTE,
  STICHTAG,
} from '../lib/inhalt.ts';
import { mitRechenzeit } from '../lib/rechenzeit.ts';

const PORTAL = readFileSync(`${MUSTERKREIS}/portal.yaml`, 'utf8');
const muster = readKatalog(MUSTERKREIS, STICHTAG).katalog!;
const katalogMit = (felder: Record<string, string | null>, dateien: Dateien = {}, text?: string) =>
  lies({ ...OHNE_ANGEBOTE, 'angebote/x.md': angebot(felder, text), ...dateien }).katalog!;
const seiteIn = (sprache: string, id: string, katalog = muster) =>
  toAngebotSeite(createKontext(katalog, sprache), katalog.angebote.get(id)!);
const ohneIsolate = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

test.each([
  ['2022-12', 'December 2022'],
  ['2022', '2022'],
  ['2022-12-03', 'December 3, 2022'],
  ['2022-02-31', undefined],
  ['2024-10 (Standort seit 2018)', undefined],
])('the date of a source is said as exactly as the source does: %s', (stand, englisch) =>
  expect(formatQuellenstand(stand, 'en')).toBe(englisch),
);

describe('an offer in a line of facts', () => {
  const voll = {
    sprachen: '[de, ar, { code: fa, art: dolmetschen }]',
    zielgruppen: '[frauen]',
    zeiten: '\n  - { tage: [mo, mi], von: "09:00", bis: "12:30" }',
    kosten: 'kostenlos',
    termin: 'noetig',
    kinderbetreuung: 'ja',
  };
  const zeile = (sprache: string, felder: Record<string, string | null>) => {
    const katalog = katalogMit(felder);
    return ohneIsolate(kurzfassung(createKontext(katalog, sprache), katalog.angebote.get('x')!));
  };

  test('says kind, place, for whom, spoken languages, time, cost, appointment and child care', () => {
    expect(zeile('en', voll)).toBe(
      'Course in Musterstadt; for: Women; languages: Arabic; Monday and Wednesday 09:00–12:30; free; by appointment only; with childcare.',
    );
  });

  test('in words of the language, with its separators', () => {
    const text = zeile('ar', voll);
    expect(text).toMatch(/، /);
    expect(text).toMatch(/العربية/);
    expect(text).not.toMatch(/[a-z]{3,}(?<!Musterstadt)(?=\s|،|$)/);
  });

  test('never says more than is known', () => {
    const nichts = { sprachen: null, zielgruppen: '[alle]' };
    expect(zeile('en', nichts)).toBe('Course in Musterstadt.');
    const geheim = zeile('en', { ...nichts, schutz: '[vertraulich]', orte: null });
    expect(geheim).toMatch(/^Course\. The address is secret/);
    // Who is named beside „everybody“ is not the only one meant.
    expect(zeile('en', { ...nichts, zielgruppen: '[alle, frauen]' })).toBe(
      'Course in Musterstadt.',
    );
  });

  test('names hours from their first to their last day, and not before or after', () => {
    const zeiten = (gueltig: string) => ({
      sprachen: null,
      zielgruppen: '[alle]',
      zeiten: `\n  - { tage: [mo], von: "09:00", bis: "12:30", ${gueltig} }\n  - { tage: [fr], von: "14:00", bis: "16:00" }`,
    });
    const beide = 'Course in Musterstadt; Monday 09:00–12:30, Friday 14:00–16:00.';
    const eine = 'Course in Musterstadt; Friday 14:00–16:00.';
    expect(zeile('en', zeiten('gueltig_ab: 2026-11-20'))).toBe(beide);
    expect(zeile('en', zeiten('gueltig_ab: 2026-11-21'))).toBe(eine);
    expect(zeile('en', zeiten('gueltig_bis: 2026-11-20'))).toBe(beide);
    expect(zeile('en', zeiten('gueltig_bis: 2026-11-19'))).toBe(eine);
  });

  test('a language that is only interpreted is not called spoken', () => {
    expect(zeile('en', { ...voll, sprachen: '[{ code: ar, art: dolmetschen }]' })).not.toMatch(
      /Arabic/,
    );
  });
});

describe('the page of an offer', () => {
  test('that nobody has translated: facts in the language, then the German, marked', () => {
    const seite = seiteIn('ar', 'deutschkurs-frauen');
    expect(seite.titel).toEqual({ text: 'Deutschkurs für Frauen A1', lang: 'de' });
    expect(seite.kurz!.text).toMatch(/زيغبورغ/);
    expect(seite.kurz!.lang).toBeUndefined();
    expect(seite.nurDeutsch).toBe(true);
    expect(seite.text.html).toMatch(/montags/);
    expect(seite.original).toBeUndefined();
  });

  test('that is translated: title and text in the language, the German at hand, remarks too', () => {
    const seite = seiteIn('ar', 'frauencafe');
    expect(seite.titel).toEqual({ text: 'مقهى النساء «تفضّلي»' });
    expect(seite.titelDeutsch).toBe('Frauencafé „Komm rein“');
    expect(seite.text.html).toMatch(/قهوة/);
    expect(seite.original).toMatchObject({ neuer: false });
    expect(seite.original!.html).toMatch(/Kaffee/);
    expect(seite.zeiten[0]!.hinweis).toEqual([{ text: 'تفضّلي بالحضور دون موعد' }]);
    expect(seite.ungelesen).toBeUndefined();
  });

  test('whose German is newer: both, and it says so', () => {
    const seite = seiteIn('ar', 'kleiderstube');
    expect(seite.text.html).toMatch(/ملابس/);
    expect(seite.original).toMatchObject({ neuer: true });
    expect(seite.original!.html).toMatch(/Kleidung/);
    expect(seite.ungelesen).toBe('mensch');
  });

  test.each(['Der Kurs findet montags statt.', ''])(
    'whose only translation is a sentence that is older than the German: facts and the German (%j)',
    (text) => {
      const katalog = katalogMit(
        { kurz: 'Neuer Satz.' },
        {
          'angebote/x.ar.md':
            '---\nart: mensch\ngeprueft: ja\nkurz: جملة قديمة\nfassung:\n  kurz: "00000000"\n---\n',
        },
        text,
      );
      const kontext = createKontext(katalog, 'ar');
      const seite = seiteIn('ar', 'x', katalog);
      expect(seite.kurz).toEqual(toAngebotKarte(kontext, katalog.angebote.get('x')!).kurz);
      expect(seite).toMatchObject({ nurDeutsch: true, text: { kurz: 'Neuer Satz.' } });
      expect(JSON.stringify(seite)).not.toContain('قديمة');
    },
  );

  test('a remark whose German is newer, or that nobody has translated, is shown in German', () => {
    const katalog = katalogMit(
      { zeiten: '\n  - { tage: [mo], hinweis: im Garten }\n  - { hinweis: nach Absprache }' },
      {
        'angebote/x.ar.md':
          '---\nart: mensch\ngeprueft: ja\nzeiten[0].hinweis: في الحديقة\nfassung:\n  zeiten[0].hinweis: "00000000"\n---\n',
      },
    );
    const [erste, zweite] = seiteIn('ar', 'x', katalog).zeiten;
    expect(erste!.hinweis).toEqual([{ text: 'im Garten', lang: 'de' }]);
    expect(zweite!.hinweis).toEqual([{ text: 'nach Absprache', lang: 'de' }]);
  });

  test('a title whose German has changed is shown in German: it is the name on the door', () => {
    const katalog = katalogMit(
      {},
      {
        'angebote/x.ar.md':
          '---\nart: mensch\ngeprueft: ja\ntitel: دورة قديمة\nfassung:\n  titel: "00000000"\n---\n',
      },
    );
    expect(toAngebotKarte(createKontext(katalog, 'ar'), katalog.angebote.get('x')!).titel).toEqual({
      text: 'Deutschkurs für Frauen A1',
      lang: 'de',
    });
  });

  test('in German is as it was: no facts line, no sentences to ask with', () => {
    const seite = seiteIn('de', 'frauencafe');
    expect(seite.kurz).toBeUndefined();
    expect(seite.anfrage).toBeUndefined();
    expect(seite.original).toBeUndefined();
  });
});

describe('numbers in a line from right to left', () => {
  test.each([
    '116 016',
    '02241-93390',
    '0221/4710123-15',
    '0221 4710123',
    '(02241) 93390',
    '02241–93390',
    '+49 2241 93390',
    '+49 (0)2241 93390-0',
    '۰۲۲۴۱-۹۳۳۹۰',
    '٠٢٢٤١ ٩٣٣٩٠',
  ])('%s stays as it is dialled', (nummer) => {
    for (const danach of ['', ' غدا', ': غدا', '، 9:30'])
      expect(mitIsoliertenNummern(`اتصل ${nummer}${danach}`)).toBe(
        `اتصل \u2066${nummer}\u2069${danach}`,
      );
  });

  test.each([
    '09:00-12:00',
    '09:00 - 12:00',
    '08 - 12',
    '8-12',
    '5 12:00',
    '2026-01-05',
    '05.01.2026',
    '2024-2025',
    '53999',
  ])('%s is no number to call', (text) =>
    expect(mitIsoliertenNummern(`من ${text} غدا`)).toBe(`من ${text} غدا`),
  );

  test('are found soon, whatever is written', () => {
    const boese = ['1 ', '1--', '1-', '(0', '0 ', '0-/() ', '+', '1 1-', '0:'];
    const { sekunden } = mitRechenzeit(() => {
      for (const stueck of boese) mitIsoliertenNummern(`${stueck.repeat(50_000)}:1`);
    });
    expect(sekunden).toBeLessThan(2);
  });

  test('also in the sentence on a card and on a page, and nowhere else', () => {
    const kurz = (sprache: string, satz: string) => {
      const katalog = katalogMit(
        { kurz: 'Hilfe unter 116 016.' },
        {
          [`angebote/x.${sprache}.md`]: `---\nart: mensch\ngeprueft: ja\nkurz: ${satz}\nfassung:\n  kurz: "${fingerabdruck('Hilfe unter 116 016.')}"\n---\n`,
        },
      );
      const kontext = createKontext(katalog, sprache);
      const eines = katalog.angebote.get('x')!;
      expect(toAngebotSeite(kontext, eines).kurz).toEqual(toAngebotKarte(kontext, eines).kurz);
      return toAngebotKarte(kontext, eines).kurz.text;
    };
    expect(kurz('ar', 'المساعدة على 116 016.')).toBe('المساعدة على \u2066116 016\u2069.');
    expect(kurz('en', 'Help at 116 016.')).toBe('Help at 116 016.');
  });
});

describe('dates, times, prices', () => {
  const katalog = katalogMit({
    zeiten: '\n  - { tage: [mo], von: "09:00", bis: "24:00" }',
    termine: '[{ start: 2026-12-05T15:00 }]',
    kosten: '{ betrag: 12.5 }',
    geprueft_am: '2026-11-01',
  });
  test.each([
    ['en', '09:00–24:00', /2026/, /12\.50/],
    ['fa', /۰۹:۰۰.*۲۴:۰۰/, /۲۰۲۶/, /۱۲٫۵/],
    ['ar', /من .*09:00.* إلى .*24:00/, /2026/, /12\.50/],
  ])('in %s', (sprache, zeit, jahr, betrag) => {
    const seite = seiteIn(sprache, 'x', katalog);
    const zeiten = ohneIsolate(seite.zeiten[0]!.zeit!);
    if (typeof zeit === 'string') expect(zeiten).toBe(zeit);
    else expect(zeiten).toMatch(zeit);
    // German letters count the years of the common calendar, and 24 hours.
    expect(seite.stand).toMatch(jahr);
    expect(seite.termine[0]).toMatch(sprache === 'fa' ? /۱۵:۰۰/ : /15:00/);
    expect(JSON.stringify(seite.angaben)).toMatch(betrag);
  });
});

describe('sentences to ask with', () => {
  const saetze = (liste: readonly unknown[][] | undefined) =>
    (liste ?? []).map(
      ([vor, name, nach]) =>
        `${String(vor)}${(name as { text: string } | undefined)?.text ?? ''}${String(nach ?? '')}`,
    );

  test('are German, with the same in the language of the page', () => {
    const { anfrage } = seiteIn('ar', 'migrationsberatung');
    expect(saetze(anfrage!.deutsch)).toContain('Ich spreche Arabisch und nur wenig Deutsch.');
    expect(saetze(anfrage!.deutsch).join(' ')).toContain('Beratung für Zugewanderte');
    expect(anfrage!.heisst).toHaveLength(anfrage!.deutsch.length);
    expect(saetze(anfrage!.heisst).join(' ')).toMatch(/العربية/);
  });

  test('do not ask for a language that the offer says is spoken', () => {
    const mit = saetze(seiteIn('en', 'deutschkurs-frauen').anfrage!.deutsch).join(' ');
    const ohne = saetze(seiteIn('ar', 'deutschkurs-frauen').anfrage!.deutsch).join(' ');
    expect(mit).toMatch(/Spricht bei Ihnen jemand Englisch/);
    expect(ohne).not.toMatch(/Spricht bei Ihnen jemand/);
  });

  test('do not name residence and asylum at an authority: it could be taken for an application', () => {
    const katalog = katalogMit({ anbieter: 'musterkreis-fachstelle', thema: '[sprache]' });
    const amt = katalog.anbieter.get('musterkreis-fachstelle')!.art === 'behoerde';
    const text = saetze(seiteIn('en', 'x', katalog).anfrage!.deutsch).join(' ');
    expect(amt).toBe(true);
    expect(text).not.toMatch(/Ich brauche Hilfe mit/);
  });

  test('as a mail: German subject and text, to the address of the offer', () => {
    const mail = new URL(seiteIn('ar', 'frauencafe').anfrage!.mail!);
    expect(mail.pathname).toBe('frauencafe@beispielverein.example');
    expect(mail.searchParams.get('subject')).toBe('Frage zu: Frauencafé „Komm rein“');
    expect(mail.searchParams.get('body')).toMatch(/^Guten Tag\.\r\nIch spreche Arabisch/);
  });

  test('leave no trace on the device where that could betray somebody', () => {
    const { anfrage } = seiteIn('ar', 'frauenhaus');
    expect(anfrage).toMatchObject({ kopierbar: false });
    // And ask for what somebody in danger needs, not when to come to a secret place.
    expect(saetze(anfrage!.deutsch).join(' ')).toMatch(
      /Ich brauche Schutz\. Können Sie mir helfen\?/,
    );
    expect(saetze(anfrage!.deutsch).join(' ')).not.toMatch(/Wann kann ich kommen/);
    expect(anfrage!.mail).toBeUndefined();
  });

  test('in Leichte Sprache need no second version', () => {
    expect(seiteIn('leicht', 'frauencafe').anfrage!.heisst).toBeUndefined();
  });
});

describe('the glossary', () => {
  const katalog = katalogMit(
    {},
    {},
    'Sie brauchen einen Aufenthaltstitel. Die Tafel hilft. Die Tafel öffnet um 9. [Tafel](https://tafel.example/)',
  );
  const seite = seiteIn('ar', 'x', katalog);

  test('explains the words of an offer in the language of the page', () => {
    expect(seite.glossar.map(({ wort }) => wort)).toEqual(['Tafel', 'Aufenthaltstitel']);
    expect(seite.glossar[0]!.beschreibung).toEqual({
      text: expect.stringMatching(/مكان/) as string,
    });
  });

  test('is linked from the first occurrence of a word, not from within a link', () => {
    expect(seite.text.html.match(/href="#wort-tafel"/g)).toHaveLength(1);
    expect(seite.text.html).toContain(
      '<a href="https://tafel.example/" rel="noreferrer">Tafel</a>',
    );
    expect(seite.text.html).toContain('lang="de">Aufenthaltstitel</a>');
  });

  test('takes no word for a part of another', () => {
    expect(seiteIn('ar', 'x', katalogMit({}, {}, 'Wandtafeln und Tafelkreide.')).glossar).toEqual(
      [],
    );
  });

  test('lists every word in the order of letters', () => {
    expect(toGlossar(createKontext(muster, 'en')).map(({ wort }) => wort)).toEqual([
      'Aufenthaltstitel',
      'Integrationskurs',
      'Tafel',
    ]);
  });

  test('of a portal without one is empty, and links nothing', () => {
    const ohne = katalogMit({}, { 'vokabular/glossar.yaml': null }, 'Die Tafel hilft.');
    expect(seiteIn('ar', 'x', ohne)).toMatchObject({ glossar: [] });
    expect(seiteIn('ar', 'x', ohne).text.html).not.toContain('#wort');
  });
});

describe('the frame of a page', () => {
  const rahmen = (sprache: string, portal: string, ungelesen?: 'mensch' | 'maschinell') => {
    const katalog = lies({ 'portal.yaml': portal }).katalog!;
    return toRahmen(createKontext(katalog, sprache), { pfad: (p) => p.suche, ungelesen });
  };
  const yaml = (sprachen: string) =>
    PORTAL.replace('sprachen: [de, en, ar]', `sprachen: ${sprachen}`);

  test('says that a machine wrote the texts until an editor says that somebody has read them', () => {
    const portal = yaml('[de, en, { code: ar, geprueft: ja }]');
    expect(rahmen('de', portal).ungelesen).toBeUndefined();
    expect(rahmen('ar', portal).ungelesen).toBeUndefined();
    expect(rahmen('en', portal).ungelesen!.text).toMatch(/machine/);
    expect(decodeURIComponent(rahmen('en', portal).ungelesen!.melden)).toMatch(
      /^mailto:fachstelle@musterkreis\.example\?subject=.*\/en\/suche\//,
    );
    // A translation of this page that nobody has read is no less a machine's.
    expect(rahmen('ar', portal, 'maschinell').ungelesen!.text).toMatch(/آلي/);
    expect(rahmen('ar', portal, 'mensch').ungelesen!.text).not.toMatch(/آلي/);
  });

  test('offers every language by its own name, in the order of the portal, the same page in each', () => {
    const { sprachen } = rahmen('en', yaml('[de, leicht, fa, en]'));
    expect(sprachen.map(({ tag, name, dir }) => [tag, name, dir])).toEqual([
      ['de', 'Deutsch', 'ltr'],
      ['de-simple', 'Leichte Sprache', 'ltr'],
      ['fa', 'فارسی', 'rtl'],
      ['en', 'English', 'ltr'],
    ]);
    expect(sprachen.map(({ href }) => href)).toEqual([
      '/integration/suche/',
      '/integration/leicht/suche/',
      '/integration/fa/suche/',
      '/integration/en/suche/',
    ]);
  });
});

test('a page is shown in its translation, with links into the language', () => {
  const seite = toInhaltSeite(createKontext(muster, 'en'), muster.seiten.get('ueber-uns')!);
  expect(seite).toMatchObject({
    titel: { text: 'About us' },
    nurDeutsch: false,
    ungelesen: undefined,
  });
  expect(JSON.stringify(seite.text.bloecke)).toContain('/integration/en/themen/sprache/');
  expect(toInhaltSeite(createKontext(muster, 'ar'), muster.seiten.get('ueber-uns')!)).toMatchObject(
    {
      titel: { text: 'Über uns', lang: 'de' },
      nurDeutsch: true,
    },
  );
});

describe('the list for search engines', () => {
  const xml = toSitemaps(muster).get(SITEMAP)!;
  const adressen = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!);

  test('has each page once, in the languages in which it has a text of its own', () => {
    expect(new Set(adressen).size).toBe(adressen.length);
    const in_ = (pfad: string) =>
      adressen
        .filter((url) => url.endsWith(pfad))
        .map((url) => url.replace('https://muster.example/integration/', ''));
    expect(in_('angebote/deutschkurs-frauen/')).toEqual(['angebote/deutschkurs-frauen/']);
    expect(in_('angebote/frauencafe/')).toEqual([
      'angebote/frauencafe/',
      'ar/angebote/frauencafe/',
    ]);
    expect(in_('themen/sprache/')).toHaveLength(3);
    expect(in_('ueber-uns/')).toEqual(['ueber-uns/', 'en/ueber-uns/']);
  });

  test('names each page in its other languages', () => {
    expect(xml).toContain(
      '<loc>https://muster.example/integration/ar/angebote/frauencafe/</loc><xhtml:link rel="alternate" hreflang="de" href="https://muster.example/integration/angebote/frauencafe/"/>',
    );
  });

  test('leaves out what has ended', () => {
    expect(xml).not.toContain('ferienkurs-sommer');
  });
});
