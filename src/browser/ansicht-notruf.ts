/** The emergency numbers above the results, for who may be in danger. */
import { fremd } from '../i18n/fremd.ts';
import type { SuchKonfig } from '../site/such-seite.ts';
import { type Bereiche, el, setKinder } from './dom.ts';

export interface NotrufAnsicht {
  /**
   * The numbers for what somebody fears, see {@link nummernBei}.
   * @param gefahr ids of the needs that mean danger
   */
  zeigen(gefahr: readonly string[]): void;
  /** All of them in a line, where nobody knows whether somebody is in danger; unless they stand there already. */
  zeigenKurz(): void;
  verbergen(): void;
  /** True where they stand there as {@link NotrufAnsicht.zeigen} shows them. */
  imKasten(): boolean;
}

/** Those of the numbers that help with what somebody fears; all of them where none is for that alone. */
export function nummernBei<T extends { bei?: readonly string[] | undefined }>(
  nummern: readonly T[],
  gefahr: readonly string[],
): readonly T[] {
  const passende = nummern.filter(({ bei }) => bei?.some((id) => gefahr.includes(id)));
  return passende.length > 0 ? passende : nummern;
}

/** @param bereich the parts of the search page: the box above the results, and the line that its markup has ready */
export function createNotrufAnsicht({ notruf }: SuchKonfig, bereich: Bereiche): NotrufAnsicht {
  const kasten = bereich('notruf');
  // Stands where the page says that its script has not come, see `Suchseite.astro`.
  const zeile = bereich('notruf-zeile');
  zeile.hidden = true;
  bereich('notruf-ort').append(zeile);
  return {
    zeigen(gefahr) {
      setKinder(
        kasten.querySelector('ul')!,
        nummernBei(notruf, gefahr).map(({ bezeichnung: { text, lang }, telefon, href }) =>
          el(
            'li',
            {},
            el('span', fremd({ lang }), text),
            ' ',
            el('a', { href, dir: 'ltr' }, telefon),
          ),
        ),
      );
      kasten.hidden = notruf.length === 0;
      zeile.hidden = true;
    },
    zeigenKurz() {
      zeile.hidden = !kasten.hidden;
    },
    verbergen() {
      kasten.hidden = true;
      zeile.hidden = true;
    },
    imKasten: () => !kasten.hidden,
  };
}
