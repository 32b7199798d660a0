import { describe, expect, test } from 'vitest';
import {
  deuten,
  type Deutung,
  ersetze,
  istUnverstanden,
  type Probe,
} from '../../src/browser/deuten.ts';
import { createNachschlagewerk } from '../../src/browser/nachschlagen.ts';
import { falten } from '../../src/suche/analyse/falten.ts';
import { inhaltswoerter } from '../../src/suche/analyse/fuellwoerter.ts';
import { stamm } from '../../src/suche/analyse/stamm.ts';
import { texteVon } from '../../src/suche/analysen.ts';
import { lies, MUSTERKREIS } from '../lib/inhalt.ts';
import { kopie, mitNachbar, NACHBAR } from '../lib/nachbar.ts';
import { createSuche, sucheUeber } from '../lib/suche.ts';

/** A line per word, as `formatWortschatz` writes them; in order, since words are looked up by their place. */
const WORTSCHATZ = [
  'arzt 3 anliegen=arzt',
  'augustin 4 kommune=sankt-augustin+sankt',
  'cour - angebotsart=kurs',
  'deutsch 5 anliegen=deutschkurs thema=sprache',
  'deutschkurs 4 anliegen=deutschkurs',
  'essen 3 anliegen=lebensmittel',
  'frau 5 zielgruppe=frauen',
  'frauengrupp 1',
  'gerecht 1',
  'gewicht 1',
  'grupp 4',
  'haus 5',
  'hilf 5 ?',
  'ich !',
  'kind 5 zielgruppe=kinder',
  'kostenlo 4 kosten=kostenlos',
  'kurs 5 angebotsart=kurs',
  'mann 2 gefahr=gewalt+schlagt anliegen=gewalt+schlagt',
  'mbe 2 anliegen=mbe verwandt=jmd',
  'mein !',
  'meinen !',
  'mich !',
  'niederbach - kommune=wachtberg',
  'sankt 4',
  'schlagt -',
  'siegburg 5 kommune=siegburg',
  'suizid - gefahr=suizid anliegen=suizid',
  'treff 4 angebotsart=treffpunkt',
  'umsonst - kosten=kostenlos',
  'verein 3',
  'wohn ~',
  'wohnung 4 anliegen=wohnungssuche',
  '53721 - kommune=siegburg',
  'курс - angebotsart=kurs',
  'курси - angebotsart=kurs',
  'німецька - anliegen=deutschkurs',
  'ملابس - anliegen=kleidung',
].sort();
const klein = createNachschlagewerk({
  woerter: [WORTSCHATZ[0]![0]!],
  ladeTeil: async () => WORTSCHATZ.join('\n'),
});
const verstehen = async (text: string): Promise<Deutung> => (await deuten(text, klein))!;
const name = (probe: Probe): string =>
  'zeichen' in probe
    ? probe.zeichen
    : 'teile' in probe
      ? probe.teile.map((teil) => teil.map(name).join('|')).join(' & ')
      : `${probe.facette}=${probe.werte.join()}`;
const probenVon = ({ worte }: Deutung, i = 0) => worte[i]!.proben.map(name);

describe('a word', () => {
  test('is found by itself, by its family and by what it stands for, itself best', async () => {
    const deutung = await verstehen('Wohnungen');
    expect(probenVon(deutung)).toEqual(
      expect.arrayContaining(['wohnung0', 'wohn1', 'wohnungssuche2']),
    );
    const guete = (zeichen: string) =>
      deutung.worte[0]!.proben.find((probe) => name(probe) === zeichen)!.guete;
    expect(guete('wohnung0')).toBeGreaterThan(guete('wohn1'));
    expect(guete('wohnungssuche2')).toBeGreaterThan(guete('wohn1'));
    expect(deutung).toMatchObject({ korrekturen: [], unbekannt: [], orte: [], gefahr: [] });
  });

  test('of a family that offers have is found by the family', async () => {
    expect(probenVon(await verstehen('wohnen'))).toEqual(['wohn1']);
  });

  test('in short or in another language leads where the long German one does', async () => {
    expect(probenVon(await verstehen('MBE'))).toEqual(
      expect.arrayContaining(['mbe0', 'mbe2', 'jmd2']),
    );
    expect(probenVon(await verstehen('німецька'))).toContain('deutschkurs2');
    expect(probenVon(await verstehen('ملابس'))).toContain('kleidung2');
    expect(probenVon(await verstehen('umsonst'))).toEqual(['kosten=kostenlos']);
  });

  test('of another language may have another ending', async () => {
    const deutung = await verstehen('німецьку курсу für');
    expect(probenVon(deutung, 0)).toContain('deutschkurs2');
    expect(deutung.korrekturen).toEqual([]);
  });

  test('that only leads close to something is marked so', async () => {
    const { worte } = await verstehen('MBE');
    const verwandt = worte[0]!.proben.filter((probe) => 'verwandt' in probe && probe.verwandt);
    expect(verwandt.map(name)).toEqual(['jmd2']);
  });

  test('of a phrase says which, and those beside it do not belong to it', async () => {
    const { worte } = await verstehen('Kurs Mann schlägt Wohnung');
    expect(worte.map(({ text, wendung }) => [text, wendung])).toEqual([
      ['Kurs', undefined],
      ['Mann', 1],
      ['schlägt', 1],
      ['Wohnung', undefined],
    ]);
  });

  test('that is a filler is left out; one that decides nothing counts only where nothing else does', async () => {
    const { worte } = await verstehen('ich Hilfe Wohnung');
    expect(worte.map(({ text, nebensache }) => [text, nebensache])).toEqual([
      ['Hilfe', true],
      ['Wohnung', false],
    ]);
    expect((await verstehen('Hilfe')).worte).toMatchObject([{ nebensache: false }]);
  });

  test('that nobody knows is said, and does not hide the others', async () => {
    const deutung = await verstehen('Quastenflosser Wohnung');
    expect(deutung.unbekannt).toEqual(['Quastenflosser']);
    expect(deutung.korrekturen).toEqual([]);
    expect(probenVon(deutung, 1)).toContain('wohnung0');
    expect((await verstehen('Quastenflosser')).unbekannt).toEqual(['Quastenflosser']);
  });

  test('is kept as it was typed, without the signs around it', async () => {
    const { worte } = await verstehen('„Wohnung“, (MBE)?');
    expect(worte.map(({ text }) => text)).toEqual(['Wohnung', 'MBE']);
  });
});

describe('a typing error', () => {
  test.each(['Whonung', 'Wonung', 'Wohhnung', 'Wohnumg', 'Wohnnug'])(
    '%s is corrected for sure, and said',
    async (wort) => {
      const deutung = await verstehen(`${wort} kostenlos`);
      expect(deutung.korrekturen).toEqual([{ getippt: wort, gemeint: ['wohnung'], sicher: true }]);
      expect(probenVon(deutung)).toContain('wohnung0');
    },
  );

  test('that may mean two words is a guess, and both are named', async () => {
    const [korrektur] = (await verstehen('gewecht kostenlos')).korrekturen;
    expect(korrektur).toMatchObject({ getippt: 'gewecht', sicher: false });
    expect(korrektur!.gemeint).toContain('gewicht');
    expect(korrektur!.gemeint.length).toBeGreaterThanOrEqual(1);
  });

  test('of two letters is a guess', async () => {
    const [korrektur] = (await verstehen('Wohmumg kostenlos')).korrekturen;
    expect(korrektur).toMatchObject({ gemeint: ['wohnung'], sicher: false });
  });

  test('in the name of a place leads to the place', async () => {
    expect(await verstehen('Siegbrug')).toMatchObject({ orte: ['siegburg'], worte: [] });
  });

  test('of short words and of numbers is left alone: they too easily become another', async () => {
    for (const wort of ['kirs', 'haux', '53712', 'mbx'])
      expect(await verstehen(`${wort} kostenlos`)).toMatchObject({
        korrekturen: [],
        unbekannt: [wort],
      });
  });
});

describe('the last word', () => {
  test('may not be finished', async () => {
    const deutung = await verstehen('kostenlos wohnu');
    expect(probenVon(deutung, 1)).toContain('wohnung0');
    expect(deutung.korrekturen).toEqual([]);
  });

  test('is what it is where it is one already', async () => {
    expect(probenVon(await verstehen('Deutsch'))).not.toContain('deutschkurs0');
  });

  test('alone is completed: an unfinished one before it is not', async () => {
    expect((await verstehen('kostenlos siegbu')).orte).toEqual(['siegburg']);
    expect((await verstehen('siegbu kostenlos')).unbekannt).toEqual(['siegbu']);
  });

  test('is waited for while somebody types, where only the next letter tells', async () => {
    expect(await deuten('Whonun', klein, true)).toBeUndefined();
    expect((await deuten('wohnu', klein, true))!.worte).toHaveLength(1);
    expect((await deuten('Whonung kostenlos', klein, true))!.korrekturen).toHaveLength(1);
  });
});

describe('a compound', () => {
  test('that no offer has is taken apart, and all its pieces are asked for', async () => {
    const deutung = await verstehen('Frauentreff');
    expect(deutung.worte[0]!.proben).toHaveLength(1);
    const [probe] = deutung.worte[0]!.proben;
    expect(probe).toMatchObject({ teile: [expect.anything(), expect.anything()] });
    expect(name(probe!)).toMatch(/frau0.* & .*treff0/);
    expect(deutung).toMatchObject({ korrekturen: [], unbekannt: [] });
  });

  test('that few offers have finds by its pieces as well', async () => {
    const proben = probenVon(await verstehen('Frauengruppe'));
    expect(proben).toContain('frauengrupp0');
    expect(proben.some((probe) => probe.includes(' & '))).toBe(true);
  });

  test.each([
    ['Kinderhaustreff', /kind0.* & haus0.* & .*treff0/],
    ['Frauengruppe', /frau0.* & .*grupp0/],
  ])('%s is taken apart wherever its pieces stand', async (wort, teile) => {
    const einzeln = createNachschlagewerk({
      woerter: WORTSCHATZ.map((zeile) => zeile.split(' ')[0]!),
      ladeTeil: async (datei) => WORTSCHATZ[Number(datei.slice(1))]!,
    });
    const { worte } = (await deuten(`${wort} kostenlos`, einzeln))!;
    expect(worte[0]!.proben.map(name).at(-1)).toMatch(teile);
  });

  test('with an unknown beginning is at least what its end says, and that is a guess', async () => {
    const deutung = await verstehen('Quastenwohnung kostenlos');
    expect(probenVon(deutung)).toContain('wohnung0');
    expect(deutung.korrekturen).toEqual([
      { getippt: 'Quastenwohnung', gemeint: ['wohnung'], sicher: false },
    ]);
  });
});

describe('a place', () => {
  test.each(['Siegburg', 'siegburg', '53721', '٥٣٧٢١'])(
    '%s narrows down and is no word',
    async (text) => {
      expect(await verstehen(text)).toMatchObject({ orte: ['siegburg'], worte: [], unbekannt: [] });
    },
  );

  test.each(['Sankt Augustin', 'St. Augustin', 'sankt-augustin', 'Augustin, St.'])(
    '%s of two words needs both',
    async (text) => {
      expect(await verstehen(text)).toMatchObject({ orte: ['sankt-augustin'], worte: [] });
    },
  );

  test('half a name is a word', async () => {
    const deutung = await verstehen('Augustin Wohnung');
    expect(deutung.orte).toEqual([]);
    expect(deutung.worte).toHaveLength(2);
  });

  test('beside words leaves the words', async () => {
    const deutung = await verstehen('Wohnung Siegburg');
    expect(deutung.orte).toEqual(['siegburg']);
    expect(deutung.worte.map(({ text }) => text)).toEqual(['Wohnung']);
  });
});

test('a word two errors away is no guess where it begins otherwise, and never all that was asked', async () => {
  for (const wort of ['Wehmung', 'Winmung'])
    expect(await verstehen(`${wort} kostenlos`), wort).toMatchObject({
      korrekturen: [],
      unbekannt: [wort],
    });
  const { worte, harmlos } = await verstehen('Wohmumg');
  expect(worte[0]!.proben.map(({ guete }) => guete).filter((guete) => guete >= 0.25)).toEqual([]);
  expect(harmlos).toBe(false);
});

test('a text is not understood where no word that decides is known for sure', async () => {
  const unverstanden = async (text: string) => istUnverstanden(await verstehen(text));
  for (const text of [
    'Quastenflosser',
    'Hilfe Quastenflosser',
    'Wohmumg',
    'Siegburg Quastenflosser',
  ])
    expect(await unverstanden(text), text).toBe(true);
  for (const text of ['Wohnung', 'Hilfe', 'Wohnung Quastenflosser', 'Whonung', 'Siegburg', ''])
    expect(await unverstanden(text), text).toBe(false);
});

describe('danger', () => {
  test('is seen in one word, and in a phrase with all its words, in any order', async () => {
    expect((await verstehen('Suizid')).gefahr).toEqual(['suizid']);
    expect((await verstehen('mein Mann schlägt mich')).gefahr).toEqual(['gewalt']);
    expect((await verstehen('schlägt mich mein Mann')).gefahr).toEqual(['gewalt']);
  });

  test('is not seen in a part of a phrase', async () => {
    expect((await verstehen('mein Mann')).gefahr).toEqual([]);
    expect((await verstehen('Wohnung')).gefahr).toEqual([]);
  });

  test('is seen in spite of a typing error', async () => {
    expect((await verstehen('mein Mann schlögt mich')).gefahr).toEqual(['gewalt']);
  });
});

/** What who wants to die says, by language. */
const STERBEN = {
  de: [
    'ich will sterben',
    'ich will nicht mehr leben',
    'Ich kann nicht mehr!',
    'kann einfach nicht mehr',
  ],
  leicht: ['ich will tot sein', 'ich möchte tot sein'],
  en: ['I want to die', 'want to die', 'wanna die', 'i don’t want to live anymore', 'kill myself'],
  tr: ['ölmek istiyorum', 'yaşamak istemiyorum', 'intihar'],
  ar: ['أريد أن أموت', 'بدي موت', 'بدي اموت', 'لا أريد أن أعيش'],
  uk: ['хочу померти', 'не хочу жити'],
  ru: ['хочу умереть', 'не хочу жить'],
  fr: ['je veux mourir', 'j’ai envie de mourir'],
  fa: ['می‌خواهم بمیرم', 'نمی‌خواهم زنده باشم'],
  pl: ['chcę umrzeć', 'nie chcę żyć'],
  ro: ['vreau să mor', 'nu mai vreau să trăiesc'],
  ku: ['dixwazim bimirim', 'naxwazim bijîm', 'xwe kuştin'],
};
/** As somebody types who leaves out whatever takes a second key; „ı“ and „ł“ are letters of their own. */
const schlicht = (text: string) => text.normalize('NFKD').replace(/[\p{M}'’]/gu, '');

test('nothing typed, or nothing but signs, is nothing', async () => {
  for (const text of ['', '   ', '…!?', '👍'])
    expect(await verstehen(text)).toMatchObject({ worte: [], orte: [], unbekannt: [] });
});

describe('over the real content', () => {
  const suche = sucheUeber('content');

  test('no word of the offers is ever corrected or unknown, as stem or as it stands there', async () => {
    const worte = new Set(
      [...suche.wortschatz].filter(([, { art }]) => /\d/.test(art)).map(([wort]) => wort),
    );
    for (const angebot of suche.katalog.angebote.values())
      for (const wort of inhaltswoerter(texteVon(suche.katalog, angebot).flat().join(' ')))
        if (!/^\p{N}{1,5}$/u.test(wort)) worte.add(wort);
    expect(worte.size).toBeGreaterThan(1000);
    for (const wort of worte) {
      const { korrekturen, unbekannt } = await suche.deuten(wort);
      // Its stem alone may be a filler, or waits for more letters; it is never taken for another word.
      expect(korrekturen, wort).toEqual([]);
      expect(unbekannt, wort).toEqual([]);
    }
  });

  test('no word of the Wortschatz is ever corrected', async () => {
    for (const wort of suche.wortschatz.keys())
      expect((await suche.deuten(`${wort} Beratung`)).korrekturen, wort).toEqual([]);
  });

  test('every Kommune is found by its name, its districts and postal codes that are its own', async () => {
    const { kommunen } = suche.katalog.vokabular;
    for (const { id, bezeichnung, ortsteile = [], plz } of kommunen.values()) {
      for (const text of [bezeichnung['de']!, ...ortsteile, ...plz])
        expect((await suche.deuten(text)).orte, text).toContain(id);
      expect((await suche.deuten(bezeichnung['de']!)).orte, bezeichnung['de']).toEqual([id]);
    }
  });

  test('„St.“ is „Sankt“', async () => {
    for (const { id, bezeichnung } of suche.katalog.vokabular.kommunen.values()) {
      const text = bezeichnung['de']!;
      if (!text.startsWith('Sankt ')) continue;
      for (const kurz of [text.replace('Sankt', 'St.'), text.replace('Sankt', 'st')])
        expect((await suche.deuten(kurz)).orte, kurz).toEqual([id]);
    }
  });

  test('every word of danger shows the emergency numbers, in every language', async () => {
    for (const {
      id,
      gefahr,
      bezeichnung,
      suchwoerter = {},
    } of suche.katalog.vokabular.anliegen.values()) {
      if (!gefahr) continue;
      for (const text of [bezeichnung['de']!, ...Object.values(suchwoerter).flat()])
        expect((await suche.deuten(text)).gefahr, text).toContain(id);
    }
  });

  test.each<[was: string, ...saetze: string[]]>([
    [
      'gewalt',
      'mein ex verfolgt mich',
      'mein Mann sperrt mich ein',
      'mein mann hat mich gehauen',
      'mein Papa haut mich',
      'hauen',
      'domestic abuse',
      'my husband locks me in',
      'mon mari est violent',
      'eşim bana vuruyor',
      'زوجتي تضربني',
      'خايفة من زوجي',
      'خائفة من زوجي',
      'mêrê min min dikuje',
      'er sagt mein Kind ist tot',
      'mein Mann macht mich tot',
      'tot',
    ],
    ['notfall', 'ich habe Angst', 'Ich habe große Angst.'],
    ['kinderschutz', 'زوجي يضرب الاولاد'],
    [
      'zwangsheirat',
      'ich soll heiraten',
      'meine Tochter soll ihren Cousin heiraten',
      'on me force à me marier',
    ],
  ])('sentences about %s do so, as people say it', async (id, ...saetze) => {
    for (const satz of saetze) {
      const { gefahr, harmlos, unbekannt } = await suche.deuten(satz);
      expect(gefahr, satz).toContain(id);
      expect(harmlos, satz).toBe(false);
      // „Habeangst“ is no word to show anybody.
      expect(unbekannt, satz).toEqual([]);
    }
  });

  test.each(Object.entries(STERBEN))(
    'who wants to die gets the numbers for that, in %s, with and without signs above and between letters',
    async (_sprache, saetze) => {
      for (const satz of saetze)
        for (const getippt of [satz, satz.toUpperCase(), schlicht(satz)]) {
          const { gefahr, harmlos } = await suche.deuten(getippt);
          expect(gefahr, getippt).toContain('suizid');
          expect(harmlos, getippt).toBe(false);
        }
    },
  );

  test.each([
    'my husband is violent',
    'mein Ehemann ist aggressiv',
    'ich brauche Schutz vor meinem Mann',
    'my father wants me to marry',
    'kocam',
  ])('„%s“ leads to protection, though nobody has thought of these words', async (satz) => {
    const { deutung, heikel } = await suche.suchen(satz);
    expect(deutung.gefahr).toEqual([]);
    expect(heikel).toBe('ja');
  });

  test.each(['Deutschkurs', 'Wohnung Hennef', 'Schwangerschaft', 'Arzt', 'курси німецької'])(
    '„%s“ leads to nothing protected',
    async (text) => expect((await suche.suchen(text)).heikel).toBe('nein'),
  );

  test('days of the week and the weekend are known in all languages, and are no other words', async () => {
    for (const tage of [
      'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Wochenende',
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday weekend',
      'pazartesi salı çarşamba perşembe cuma cumartesi haftasonu',
      'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
      'понеділок вівторок середа четвер п’ятниця субота неділя вихідні',
      'понедельник вторник среда четверг пятница суббота воскресенье выходные',
      'lundi mardi mercredi jeudi vendredi samedi dimanche weekend',
      'دوشنبه سه‌شنبه چهارشنبه پنج‌شنبه جمعه شنبه یکشنبه',
      'poniedziałek wtorek środa czwartek piątek sobota niedziela weekend',
      'luni marți miercuri joi vineri sâmbătă duminică weekend',
      'duşem sêşem çarşem pêncşem înî şemî yekşem',
    ])
      for (const tag of tage.split(' ')) {
        expect(suche.wortschatz.has(stamm(falten(tag))), tag).toBe(true);
        expect((await suche.deuten(`${tag} Beratung`)).korrekturen, tag).toEqual([]);
      }
    for (const samstag of ['Saturday', 'weekend', 'شنبه', 'субота'])
      expect((await suche.suchen(samstag)).ids, samstag).toContain('wachtberg-samstagstreff');
    // „Three days after Saturday“.
    expect((await suche.suchen('سه شنبه')).ids).not.toContain('wachtberg-samstagstreff');
    const { deutung } = await suche.suchen('asylum lawyer weekend');
    expect(deutung).toMatchObject({ korrekturen: [], unbekannt: [] });
  });

  test.each([
    'ich kann nicht mehr arbeiten',
    'kann die Miete nicht mehr zahlen',
    'Haus',
    'Hau',
    'Hautarzt',
    'Haut',
    'Gehalt',
    'wo kann ich heiraten',
    'mein Vater ist tot',
    'Meine Eltern sind beide tot.',
    'politisch verfolgt',
    'Jobcenter sperrt Geld',
    'die Wohnung',
    'Prüfungsangst',
    'learn to drive',
  ])('„%s“ frightens nobody', async (text) =>
    expect((await suche.deuten(text)).gefahr).toEqual([]),
  );

  test('every Persian phrase of danger does so, however „می“ stands before its verb', async () => {
    const phrasen = [...suche.katalog.vokabular.anliegen.values()]
      .filter(({ gefahr }) => gefahr)
      .flatMap(({ id, suchwoerter }) => (suchwoerter?.['fa'] ?? []).map((text) => ({ id, text })));
    const mitVerb = /(?<=(?<!\p{L})ن?می)[ \u200C]?(?=\p{L})/gu;
    expect(phrasen.filter(({ text }) => text.search(mitVerb) >= 0).length).toBeGreaterThan(5);
    for (const { id, text } of phrasen) {
      for (const dazwischen of [' ', '\u200C', '']) {
        const getippt = text.replace(mitVerb, dazwischen);
        const { gefahr, harmlos } = await suche.deuten(getippt);
        expect(gefahr, getippt).toContain(id);
        expect(harmlos, getippt).toBe(false);
      }
    }
    // With the letter that Arabic keyboards have.
    expect((await suche.deuten('شوهرم مرا مي زند')).gefahr).toContain('gewalt');
  });

  test.each([
    ['Aufenthalterlaubnis', 'aufenthaltserlaubnis'],
    ['Anerkennungberatung', 'anerkennungsberatung'],
    ['Frauehaus', 'frauenhaus'],
    ['Gewalteschutz', 'gewaltschutz'],
    ['Kindermissbrauch', 'kindesmissbrauch'],
    ['Sprachkrus', 'sprachkurs'],
  ])('%s, which words make up, too, is %s with one error', async (getippt, gemeint) => {
    const { korrekturen, gefahr } = await suche.deuten(getippt);
    expect(korrekturen).toEqual([{ getippt, gemeint: [gemeint], sicher: true }]);
    expect(gefahr).toEqual((await suche.deuten(gemeint)).gefahr);
  });

  test.each([
    'Integrationsrat',
    'Ausländerpass',
    'Handbücher',
    'Ausländerfrauen',
    'Stadthilfe',
    'Wohnungsamt',
  ])('%s is made of two words, and is no other word with another letter', async (getippt) => {
    const { korrekturen, worte } = await suche.deuten(getippt);
    expect(korrekturen).toEqual([]);
    expect(worte[0]!.proben).toMatchObject([{ teile: [expect.anything(), expect.anything()] }]);
  });

  test.each(['schelter', 'sthutz', 'volent', 'blenden', 'pulice', 'puolice'])(
    '%s may be a word of danger that begins otherwise, and is no sure word for something else',
    async (getippt) => {
      const { harmlos, korrekturen } = await suche.deuten(getippt);
      expect(harmlos).toBe(false);
      expect(korrekturen).toMatchObject([{ getippt, sicher: false }]);
    },
  );

  test.each(['Gewaltproblem', 'Familiengewaltproblem', 'Missbrauchsgruppe'])(
    '%s is not harmless: one of the words it is made of means danger',
    async (getippt) => {
      const { harmlos, unbekannt } = await suche.deuten(getippt);
      expect(harmlos).toBe(false);
      expect(unbekannt).toEqual([]);
    },
  );

  test.each([
    ['Deutschkurs für Frauen in Siegburg', 12],
    ['Deutshckurs', 2],
    ['Schuldnerbertung', 2],
  ])('“%s” loads fewer than %i parts of the Wortschatz, each once', async (text, hoechstens) => {
    suche.geladen.length = 0;
    expect(suche.bestand.woerter.length).toBeGreaterThan(20);
    const { woerter } = suche.bestand;
    const werk = createNachschlagewerk({
      woerter,
      gefahr: suche.bestand.gefahr,
      ladeTeil: (datei) => suche.bestand.ladeTeil(datei),
    });
    const deutung = await deuten(text, werk);
    expect(deutung).toMatchObject({ unbekannt: [] });
    const geladen = suche.geladen.filter((datei) => datei.startsWith('w'));
    expect(geladen.length).toBeLessThan(hoechstens);
    expect(new Set(geladen).size).toBe(geladen.length);
  });
});

describe('words that may be a cry for help', () => {
  const boese = kopie(NACHBAR, ({ angebote }) => {
    angebote[0]!.text = 'Blaue Flecken, Würgemale: Der Ehemann droht. Wir verstecken dich. Sprudel';
    angebote[0]!.suchwoerter = { de: ['heimlich fliehen'] };
  });
  const suche = createSuche(lies(mitNachbar(boese)).katalog!);
  const harmlos = async (text: string) => (await suche.deuten(text)).harmlos;

  test.each([
    'blaue Flecken',
    'Würgemale',
    'würgem',
    'Ehemann droht mir',
    'verstecken vor Ehemann',
    'heimlich fliehen',
    // One word that nobody here knows is enough.
    'Deutschkurs verstecken',
  ])('„%s“ stay so where a neighbour has them, though they find its offer', async (text) => {
    expect((await suche.deuten(text)).unbekannt).toEqual([]);
    expect(await harmlos(text)).toBe(false);
  });

  test.each(['niemandem weiter', 'sicherer Ort für Männer'])(
    '„%s“ stay so where only our protected offers have them',
    async (text) => {
      expect((await suche.deuten(text)).unbekannt).toEqual([]);
      expect(await harmlos(text)).toBe(false);
    },
  );

  test.each(['Frauenhaus', 'mein Mann schlägt mich', 'Frauenhau', 'schlägt', 'qwrtzxv'])(
    '„%s“ are, whole or in part',
    async (text) => expect(await harmlos(text)).toBe(false),
  );

  test.each([
    'Deutschkurs',
    'Deutschkurse für Frauen',
    'Beratung in Musterstadt',
    '53721 Wohnung',
    'Kinderberatung',
    'ملابس',
    'Arabisch',
  ])('„%s“ are none: we know them ourselves', async (text) =>
    expect(await harmlos(text)).toBe(true),
  );

  test('are marked only where there are neighbours', () => {
    const marken = ({ wortschatz }: typeof suche) =>
      [...wortschatz.values()].filter(({ fremd }) => fremd).length;
    expect(marken(suche)).toBeGreaterThan(0);
    expect(marken(sucheUeber('content')) + marken(sucheUeber(MUSTERKREIS))).toBe(0);
  });
});

test.each([
  ['Deutschkursus-Hilffe', 'Hilffe', 'Hilfe', 'Deutschkursus-Hilfe'],
  ['Kurse, Kurs', 'Kurs', 'Sprachkurs', 'Kurse, Sprachkurs'],
  ['Wo ist das (Amt)?', '(Amt)', '$&', 'Wo ist das $&?'],
  ['كورس الماني', 'الماني', 'ألماني', 'كورس ألماني'],
  ['می خوانم کتاب', 'میخوانم', 'می‌خواهم', 'می‌خواهم کتاب'],
  [
    'ich soll meinen Cousin heiraten hilffe',
    'hilffe',
    'hilfe',
    'ich soll meinen Cousin heiraten hilfe',
  ],
])('in „%s“ another word takes the place of „%s“ alone', (text, getippt, wort, neu) => {
  expect(ersetze(text, getippt, wort)).toBe(neu);
});

test('a guess for a word behind a hyphen names it as it was typed', async () => {
  const { korrekturen } = await verstehen('Ärzte-Dütschkurs');
  expect(korrekturen.map(({ getippt }) => getippt)).toEqual(['Dütschkurs']);
});
