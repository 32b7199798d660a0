/** The privacy notice says what is switched on, and nothing else. */
import { expect, test } from 'vitest';
import type { Portal } from '../../src/domain/portal.ts';
import { toDatenverarbeitung } from '../../src/site/datenverarbeitung.ts';
import { lies } from '../lib/inhalt.ts';

const { portal } = lies().katalog!;
const text = (aenderung: Partial<Portal>) =>
  toDatenverarbeitung({ portal: { ...portal, ...aenderung } })
    .abschnitte.flatMap(({ titel, absaetze }) => [titel, ...absaetze])
    .join('\n');

test('who gets to know what, where a foreign map is switched on, and that nobody does where not', () => {
  const { gebiet } = portal.karte;
  expect(text({ karte: { gebiet } })).toContain('ein fremder Kartendienst wird nicht benutzt');
  const mit = text({ karte: { gebiet, kacheln: 'basemapde' } });
  expect(mit).toContain('Bundesamt für Kartographie und Geodäsie');
  expect(mit).toContain('nur, wenn Sie auf der Karte darauf tippen');
  expect(mit).not.toContain('wird nicht benutzt');
});

test('which neighbours are asked, if any can be', () => {
  const nachbar = { id: 'ahr', url: 'https://portal.ahr.example/', name: 'Kreis Ahr' };
  expect(text({ verbund: undefined })).not.toContain('Nachbarkreis');
  expect(text({ verbund: [{ ...nachbar, form: 'hsds' }] })).not.toContain('Nachbarkreis');
  expect(text({ verbund: [{ ...nachbar, form: 'portal' }] })).toContain(
    'von diesen Servern: portal.ahr.example. Diese erfahren Ihre IP-Adresse.',
  );
});

test('where the quick exit leads', () => {
  expect(text({ ausstieg: undefined })).not.toContain('schnell verlassen');
  expect(text({ ausstieg: 'https://www.wetter.example/' })).toContain(
    'führt zu www.wetter.example',
  );
});
