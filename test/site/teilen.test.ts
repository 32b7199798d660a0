import { describe, expect, test } from 'vitest';
import { kurzcode } from '../../src/domain/kurzcode.ts';
import type { Katalog } from '../../src/katalog/katalog.ts';
import { toAngebotSeite } from '../../src/site/angebot-seite.ts';
import { createKontext } from '../../src/site/kontext.ts';
import { angebot, lies, OHNE_ANGEBOTE } from '../lib/inhalt.ts';

const musterkreis = lies().katalog!;

function teilenVon(id: string, sprache = 'de', katalog: Katalog = musterkreis) {
  const alle = new Map([...katalog.angebote, ...katalog.archiv, ...katalog.beendete]);
  return toAngebotSeite(createKontext(katalog, sprache), alle.get(id)!).teilen;
}

/** What each of the four links puts into the message, as the program that it opens reads it. */
function nachrichten(teilen: NonNullable<ReturnType<typeof teilenVon>>) {
  const { sms, email, whatsapp, telegram } = teilen.wege;
  const felder = (href: string) => Object.fromEntries(new URL(href).searchParams);
  return {
    sms: felder(sms),
    email: felder(email),
    whatsapp: felder(whatsapp),
    telegram: felder(telegram),
  };
}

const EINES = { ...OHNE_ANGEBOTE, 'angebote/y.md': angebot() };
const eines = (felder: Record<string, string | null>) =>
  lies({ ...EINES, 'angebote/x.md': angebot(felder) }).katalog!;

describe('what is passed on of an offer', () => {
  const adresse = `https://muster.example/integration/a/${kurzcode('x')}/`;
  const katalog = eines({ kurz: 'Deutsch lernen, mit Kinderbetreuung.' });

  test('is its name, a line, its phone number and the short address, in each kind of message', () => {
    const zeilen = [
      'Deutschkurs für Frauen A1',
      'Deutsch lernen, mit Kinderbetreuung.',
      'Telefon: 0221 4710123',
    ];
    const alle = [...zeilen, adresse];
    const teilen = teilenVon('x', 'de', katalog)!;
    expect(nachrichten(teilen)).toEqual({
      // The line is left out: a text message costs by its length.
      sms: { body: [zeilen[0], zeilen[2], adresse].join('\n') },
      email: { subject: zeilen[0], body: alle.join('\r\n') },
      whatsapp: { text: alle.join('\n') },
      telegram: { url: adresse, text: zeilen.join('\n') },
    });
    expect(teilen).toMatchObject({ adresse, titel: zeilen[0], text: zeilen.join('\n') });
    for (const href of Object.values(teilen.wege))
      expect(href).toMatch(
        /^(sms:\?|mailto:\?|https:\/\/wa\.me\/\?|https:\/\/t\.me\/share\/url\?)/,
      );
  });

  test('is in the language of the page, with the German name; numbers do not change their order', () => {
    const { text, url } = nachrichten(teilenVon('frauencafe', 'ar')!).telegram;
    expect(text!.split('\n').slice(0, 2)).toEqual([
      'مقهى النساء «تفضّلي»',
      '\u2068Frauencafé „Komm rein“\u2069',
    ]);
    expect(url).toBe(`https://muster.example/integration/ar/a/${kurzcode('frauencafe')}/`);
    const { body } = nachrichten(teilenVon('x', 'ar', katalog)!).sms;
    expect(body!.split('\n').slice(0, 2)).toEqual([
      '\u2068Deutschkurs für Frauen A1\u2069',
      'الهاتف: \u20680221 4710123\u2069',
    ]);
  });

  test('ends with the address alone, so that no sign beside it is taken for a part of it', () => {
    for (const sprache of ['de', 'en', 'ar']) {
      const { sms, email, whatsapp } = nachrichten(teilenVon('frauencafe', sprache)!);
      for (const text of [sms['body'], email['body'], whatsapp['text']])
        expect(text!.split(/\r?\n/).at(-1)).toMatch(/^https:\/\/[\x21-\x7e]+\/$/);
    }
  });

  test('stays one field of the message, whatever the name holds', () => {
    const titel = 'A&body=x#y?bcc=b@c.example "> onload="1 100 %0D%0ACc: d';
    const teilen = teilenVon('x', 'de', eines({ titel: JSON.stringify(titel) }))!;
    const { sms, email, whatsapp, telegram } = nachrichten(teilen);
    expect([sms, email, whatsapp, telegram].map((felder) => Object.keys(felder))).toEqual([
      ['body'],
      ['subject', 'body'],
      ['text'],
      ['url', 'text'],
    ]);
    expect(email['subject']).toBe(titel);
    for (const text of [sms['body'], email['body'], whatsapp['text'], telegram['text']])
      expect(text!.split(/\r?\n/)[0]).toBe(titel);
    for (const href of Object.values(teilen.wege)) expect(href).not.toMatch(/["<>#\s]/);
  });

  test('without a phone number has no line for it', () => {
    const { text } = teilenVon('x', 'de', eines({ telefon: null }))!;
    expect(text).not.toContain('Telefon');
    expect(text).not.toMatch(/^$/m);
  });

  test('ends where the address ends: read aloud in two halves, copied as one', () => {
    const { vorlesen } = teilenVon('x', 'ar', katalog)!;
    const code = kurzcode('x');
    expect(vorlesen).toEqual({
      protokoll: 'https://',
      ort: ['muster.example/', 'integration/', 'ar/', 'a/'],
      code: [code.slice(0, 3), code.slice(3)],
    });
  });
});

describe('where a message could betray somebody', () => {
  test.each(['beratung-bei-gewalt', 'frauenhaus', 'anonyme-unterkunft'])(
    'that of %s holds a phone number and the short address, and nothing that says what they are for',
    (id) => {
      const { telefon } = musterkreis.angebote.get(id)!.kontakt;
      for (const sprache of ['de', 'en', 'ar']) {
        const teilen = teilenVon(id, sprache)!;
        expect(teilen).toMatchObject({ schutz: true, titel: 'Wegweiser Musterkreis' });
        const { sms, email, whatsapp, telegram } = nachrichten(teilen);
        expect(email['subject']).toBe('Wegweiser Musterkreis');
        for (const text of [sms['body'], email['body'], whatsapp['text']]) {
          const zeilen = text!.split(/\r?\n/);
          expect(zeilen.length).toBe(telefon ? 2 : 1);
          expect(zeilen.at(-1)).toBe(teilen.adresse);
        }
        expect(telegram['text']!.replace(/^[^:]+: \u2068?[\d ]+\u2069?$/, '')).toBe('');
        // Neither name nor id in any form.
        expect(JSON.stringify(teilen)).not.toMatch(
          /gewalt|frauen|vertraulich|unterkunft|schutz[^"]/i,
        );
      }
    },
  );
});

test.each(['beendete', 'archiv'] as const)('nobody is sent to what is over: %s', (wo) => {
  const ids = [...musterkreis[wo].keys()];
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(teilenVon(id)).toBeUndefined();
});
