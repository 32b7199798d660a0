import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { falten, woerter } from '../../src/suche/analyse/falten.ts';
import { inhaltswoerter, istLeer, sinnwoerter } from '../../src/suche/analyse/fuellwoerter.ts';
import { stamm, wurzel } from '../../src/suche/analyse/stamm.ts';

describe('one spelling', () => {
  test.each([
    ['case', 'STRASSE', 'strasse'],
    ['ß and ss', 'Straße', 'Strasse'],
    ['ß in capitals', 'STRAẞE', 'Straße'],
    ['ä and ae', 'Ausländerbehörde', 'Auslaenderbehoerde'],
    ['ä and a', 'Ausländerbehörde', 'Auslanderbehorde'],
    ['ü and ue', 'Übersetzung', 'Uebersetzung'],
    ['accents', 'Café', 'Cafe'],
    ['marks that stand alone behind their letter', 'Cafe\u0301', 'Café'],
    ['French ligatures', 'cœur', 'cour'],
    ['Turkish capital İ', 'İŞ', 'iş'],
    ['Turkish ı', 'çalışma ızni', 'calisma izni'],
    ['Turkish capital I', 'ALMANCA KURSU IÇIN', 'almanca kursu için'],
    ['Polish', 'Łódź', 'lodz'],
    ['Romanian with comma or cedilla', 'învăț', 'învăţ'],
    ['Kurdish', 'Fêrbûna', 'ferbuna'],
    ['Ukrainian ї and ґ', 'Ґанок', 'ганок'],
    ['Russian ё', 'ребёнок', 'ребенок'],
    ['Ukrainian apostrophes', 'п’ять', "п'ять"],
    ['the Ukrainian apostrophe of the standard', 'сімʼя', 'сім’я'],
    ['Arabic vowel signs', 'تَعَلُّم', 'تعلم'],
    ['Arabic hamza on its carriers', 'أريد إلى آخر', 'اريد الى اخر'],
    ['Arabic ta marbuta', 'مدرسة', 'مدرسه'],
    ['Arabic alef maksura', 'مستشفى', 'مستشفي'],
    ['the Arabic lengthening line', 'عـــمل', 'عمل'],
    ['Persian and Arabic kaf and ya', 'یادگیری کمک', 'يادگيري كمك'],
    ['the Persian joiner', 'می\u200Cخواهم', 'میخواهم'],
    ['digits of Arabic and Persian', '٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹', '0123456789 0123456789'],
    ['soft hyphens and invisible spaces', 'Straßen\u00ADca\u200Bfé', 'Straßencafé'],
    ['wide letters and ligatures of fonts', 'ＫＵＲＳ ﬁnden', 'Kurs finden'],
    ['signs made of letters', '№', 'no'],
  ])('%s: %s is %s', (_, a, b) => expect(falten(a)).toBe(falten(b)));

  test.each([
    ['Frauen', 'frauen'],
    ['neue', 'neue'],
    ['Quelle', 'quelle'],
    ['Abenteuer', 'abenteuer'],
    ['Bauer', 'bauer'],
    ['louer', 'louer'],
  ])('%s has no umlaut', (wort, erwartet) => expect(falten(wort)).toBe(erwartet));

  test('different words stay different', () => {
    const worte = ['Kurs', 'Kurde', 'Haus', 'Hase', 'Amt', 'Bett', 'عمل', 'علم', 'курс', 'кур'];
    expect(new Set(worte.map(falten)).size).toBe(worte.length);
  });

  test('what is spelled so once stays so', () => {
    const zeichen = fc.oneof(
      fc.constantFrom(...'aouesäöüßéèêıİœæŁқйёї’ʼـىیيةهکكأآ\u200C\u00AD٣۴0 '),
      fc.constantFrom(...'bdnrstwq'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(zeichen, { maxLength: 12 }), (teile) => {
        const einmal = falten(teile.join(''));
        expect(falten(einmal)).toBe(einmal);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('words', () => {
  test.each([
    ['St. Augustin, 53757', ['sankt', 'augustin', '53757']],
    ["cours d'allemand", ['cours', 'allemand']],
    ['l’école', ['ecole']],
    ['Verein e. V.', ['verein']],
    ['Deutsch A1/A2', ['deutsch', 'a1', 'a2']],
    ['сім’я', ['сімя'.normalize('NFKD').replace(/\p{M}/gu, '')]],
    ['  „Komm rein“!  ', ['komm', 'rein']],
    ['👍 …', []],
  ])('of %s', (text, erwartet) => expect(woerter(text)).toEqual(erwartet));

  test('that every search leaves out', () => {
    expect(inhaltswoerter('Ich suche einen Kurs für meine Kinder')).toEqual([
      'suche',
      'kurs',
      'kinder',
    ]);
    expect(sinnwoerter('where can I learn German')).toEqual(['learn', 'german']);
    expect(sinnwoerter('أين أتعلم')).toHaveLength(1);
  });

  test('of a phrase of nothing but foreign fillers are kept: better a weak word than none', () => {
    expect(sinnwoerter('où comment')).toEqual(['ou', 'comment']);
  });

  test('a search word of nothing but fillers says nothing', () => {
    expect(['wie ich', 'où', 'from'].map(istLeer)).toEqual([true, true, true]);
    expect(['Kurs', 'wie Kurs'].map(istLeer)).toEqual([false, false]);
  });
});

const stammVon = (wort: string) => stamm(falten(wort));
const wurzelVon = (wort: string) => wurzel(stammVon(wort));

describe('stems', () => {
  test.each([
    ['Kurs', 'Kurse', 'Kursen', 'Kurses'],
    ['Frau', 'Frauen'],
    ['Kind', 'Kinder', 'Kindern', 'Kindes'],
    ['Haus', 'Häuser', 'Hauses', 'Häusern'],
    ['Amt', 'Ämter', 'Amtes'],
    ['Wohnung', 'Wohnungen'],
    ['Flüchtling', 'Flüchtlinge', 'Flüchtlingen'],
    ['Verein', 'Vereine', 'Vereinen', 'Vereins'],
    ['Termin', 'Termine', 'Terminen', 'Termins'],
    ['Zeitung', 'Zeitungen'],
    ['Arzt', 'Ärzte', 'Ärzten'],
    ['Tafel', 'Tafeln'],
  ])('%s is the same word as its other forms', (wort, ...formen) => {
    expect(formen.map(stammVon)).toEqual(formen.map(() => stammVon(wort)));
  });

  test.each([
    ['Kurs', 'kurdisch'],
    ['Kurs', 'Kur'],
    ['Zeitung', 'Zeit'],
    ['Stiftung', 'Stift'],
    ['Haus', 'Hausaufgabe'],
    ['Amt', 'Ampel'],
    ['Miete', 'Mitte'],
    ['Verein', 'Vereinbarung'],
    ['Termin', 'Terminal'],
    ['Essen', 'Esel'],
    ['Beratung', 'Rat'],
  ])('%s is another word than %s, and of another family', (a, b) => {
    expect(stammVon(a)).not.toBe(stammVon(b));
    expect(wurzelVon(a)).not.toBe(wurzelVon(b));
  });

  test.each([
    ['Wohnung', 'wohnen'],
    ['Schwangere', 'Schwangerschaft', 'schwanger'],
    ['Beratung', 'Beraterin', 'Berater', 'beraten'],
    ['kurdisch', 'Kurde', 'Kurden'],
    ['Jugend', 'Jugendliche'],
    ['Arbeit', 'Arbeiter', 'arbeiten'],
    ['Anerkennung', 'anerkennen'],
    ['Betreuung', 'betreuen'],
    ['Gesundheit', 'gesund'],
  ])('%s is of one family with its relatives', (wort, ...verwandte) => {
    expect(verwandte.map(wurzelVon)).toEqual(verwandte.map(() => wurzelVon(wort)));
  });

  test('names of things that look derived stay whole', () => {
    expect(['Verein', 'Termin', 'Zeitung', 'Stiftung', 'Café', 'Bus'].map(wurzelVon)).toEqual([
      'verein',
      'termin',
      'zeitung',
      'stiftung',
      'caf',
      'bus',
    ]);
  });

  test('Arabic: article and plural', () => {
    expect(stammVon('العمل')).toBe(stammVon('عمل'));
    expect(stammVon('والعمل')).toBe(stammVon('عمل'));
    expect(stammVon('دورات')).toBe(stammVon('دورة'));
    expect(stammVon('السكن')).not.toBe(stammVon('العمل'));
  });

  test('words of other scripts, with digits, and short ones stay as they are', () => {
    for (const wort of ['курси', 'b1', '53721', 'amt', 'mbe']) expect(stamm(wort)).toBe(wort);
  });

  test('a stem of German has no ending left, and never vanishes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (wort) => {
        expect(stamm(stamm(wort))).toBe(stamm(wort));
        expect(stamm(wort).length).toBeGreaterThanOrEqual(Math.min(3, wort.length));
        expect(wort.startsWith(stamm(wort))).toBe(true);
        expect(wurzel(wurzel(stamm(wort)))).toBe(wurzel(stamm(wort)));
      }),
      { numRuns: 1000 },
    );
  });
});
