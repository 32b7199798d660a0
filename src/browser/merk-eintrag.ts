/** An entry of the list: the card of its offer, the note on it, and the buttons that move it or take it off. */
import { type Gemerktes, MAX_NOTIZ } from '../domain/merkliste.ts';
import type { Text } from '../i18n/texte.ts';
import type { MerkKonfig } from '../site/merkliste-seite.ts';
import { fuelleKarte } from './angebot-karte.ts';
import { el, knopf, setText } from './dom.ts';
import type { Vorrat } from './merk-vorrat.ts';

/** While somebody writes; browsers refuse to change an address too often. */
const TIPP_RUHE_MS = 400;

export interface EintragWunsch {
  verschiebe(code: string, schritt: 1 | -1): void;
  entferne(): void;
  notiere(neu: Gemerktes): void;
}

export type Eintrag = ReturnType<typeof createEintrag>;

/** @param vorlage the empty card */
export function createEintrag(
  vorrat: Vorrat,
  code: string,
  vorlage: HTMLLIElement,
  konfig: MerkKonfig,
  t: Text,
  wunsch: EintragWunsch,
) {
  const { bestand } = vorrat;
  const row = vorrat.zeileVon(code);
  const karte = bestand.karten[row];
  const name = karte?.titel.text ?? t('merk.weg');
  const handgriff = (text: string, was: string, tun: () => void) =>
    knopf(text, tun, { 'aria-label': `${was}: ${name}`, title: was });
  const hoch = handgriff('↑', t('merk.hoch'), () => wunsch.verschiebe(code, -1));
  const runter = handgriff('↓', t('merk.runter'), () => wunsch.verschiebe(code, 1));
  const entfernen = knopf(t('merk.entfernen'), () => wunsch.entferne(), {
    'aria-label': `${t('merk.entfernen')}: ${name}`,
  });
  const notiz = el('input', { type: 'text', maxlength: MAX_NOTIZ, autocomplete: 'off' });
  const wessen = el('span', {});
  // „Neue Nummer“ beside a shelter would lead who needs help to whoever wrote the link. Of what is gone nobody knows whether it was one.
  const nurEigene = karte?.geschuetzt ?? true;
  const zeigeNotiz = ({ notiz: text, ausLink = false }: Gemerktes) => {
    const zeigen = !ausLink || !nurEigene;
    setText(wessen, t(ausLink && zeigen ? 'merk.notiz.link' : 'merk.notiz'));
    if (document.activeElement !== notiz) notiz.value = zeigen ? text : '';
  };
  let ruhe: ReturnType<typeof setTimeout> | undefined;
  const notiere = () => {
    clearTimeout(ruhe);
    wunsch.notiere({ code, notiz: notiz.value.trim() });
  };
  notiz.addEventListener('change', notiere);
  notiz.addEventListener('input', () => {
    clearTimeout(ruhe);
    ruhe = setTimeout(notiere, TIPP_RUHE_MS);
  });
  const element =
    row < 0
      ? createVerlorenes(vorrat.istAbgelegt(code) ? konfig.kurz.join(code) : undefined, t)
      : fuelleKarte(vorlage, bestand, row, t);
  element.querySelector('[data-merken]')?.remove();
  element.append(
    el('label', { class: 'merk-notiz' }, wessen, notiz),
    el('div', { class: 'merk-griffe' }, hoch, runter, entfernen),
  );
  return { element, name, zeigeNotiz, hoch, runter, entfernen };
}

/**
 * An offer that is in no list any more; nothing on somebody's list disappears without a word.
 * @param href its page, where it still has one
 */
function createVerlorenes(href: string | undefined, t: Text): HTMLLIElement {
  const element = el('li', { class: 'karte merk-weg' });
  element.append(el('p', {}, t(href ? 'merk.abgelegt' : 'merk.weg')));
  if (href) element.append(el('p', {}, el('a', { href }, t('merk.abgelegt_link'))));
  return element;
}
