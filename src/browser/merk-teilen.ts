/** Handing something on: a link to copy, to scan, to mail or to send by an app. Nothing leaves the device before that. */
import type { Text } from '../i18n/texte.ts';
import { mailto } from '../site/mailto.ts';
import type { QrCode } from '../site/qr.ts';
import { el, knopf } from './dom.ts';

export interface Teilbar {
  titel: string;
  text: string;
  url: string;
}

/** The code of a longer address is too fine for the camera of an old phone: 85 modules on a side. */
const MAX_QR = 500;

/** The ways to hand something on, as buttons. */
export function teilen({ titel, text, url }: Teilbar, t: Text): HTMLElement {
  const meldung = el('p', { role: 'status' });
  const bild = el('div', { class: 'merk-qr', hidden: true });
  const wege: HTMLElement[] = [
    knopf(t('merk.qr'), () => void zeigeQr()),
    el(
      'a',
      { class: 'knopf', href: mailto('', { betreff: titel, text: `${text}\n${url}` }) },
      t('angebot.email'),
    ),
  ];
  if ('share' in navigator) {
    // Who closes the list of apps has changed his mind.
    const senden = () => void navigator.share({ title: titel, text, url }).catch(() => undefined);
    wege.unshift(knopf(t('teilen.geraet'), senden));
  }
  const adresse = el('input', {
    type: 'text',
    readonly: true,
    dir: 'ltr',
    value: url,
    'aria-label': t('merk.link'),
  });
  const kopieren = async () => {
    adresse.select();
    try {
      await navigator.clipboard.writeText(url);
      meldung.textContent = t('teilen.kopiert');
    } catch {
      meldung.textContent = t('teilen.markiert');
    }
  };
  const zeigeQr = async () => {
    if (url.length > MAX_QR) {
      meldung.textContent = t('merk.qr_zu_lang');
      return;
    }
    try {
      const { toQr } = await import('../site/qr.ts');
      bild.replaceChildren(zeichnung(toQr(url), t('merk.qr_von')));
      bild.hidden = false;
    } catch {
      meldung.textContent = t('merk.qr_fehler');
    }
  };
  return el(
    'div',
    { class: 'merk-teilen' },
    el(
      'p',
      { class: 'suchzeile' },
      adresse,
      knopf(t('merk.kopieren'), () => void kopieren()),
    ),
    el('p', { class: 'knoepfe' }, ...wege),
    meldung,
    bild,
  );
}

/** Dark on white, also where the page is dark: many readers cannot see the reverse. */
function zeichnung({ viewBox, pfad, grund }: QrCode, name: string): SVGElement {
  const svg = (element: string, attribute: Record<string, string>) => {
    const neu = document.createElementNS('http://www.w3.org/2000/svg', element);
    for (const [key, value] of Object.entries(attribute)) neu.setAttribute(key, value);
    return neu;
  };
  const bild = svg('svg', {
    viewBox,
    'shape-rendering': 'crispEdges',
    role: 'img',
    'aria-label': name,
  });
  bild.append(svg('path', { fill: '#fff', d: grund }), svg('path', { stroke: '#000', d: pfad }));
  return bild;
}
