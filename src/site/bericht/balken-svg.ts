/** A bar chart as SVG, made at build time; colours come from the style sheet. */
import type { Element } from 'hast';
import type { Balken } from './bausteine.ts';
import { h } from '../element.ts';

const BREITE = 320;
/** Room for a number behind the longest bar. */
const RAND = 80;
const ZEILE = 36;
const BALKEN = 12;
const SCHRIFT = 13;

/** The name of each bar stands above it, so that the longest name fits a phone. */
export function balkenSvg({ id, titel, beschreibung, balken }: Balken): Element {
  const groesster = Math.max(...balken.map(({ wert }) => wert)) || 1;
  return h(
    'svg',
    {
      className: ['balken'],
      viewBox: `0 0 ${BREITE} ${balken.length * ZEILE}`,
      role: 'img',
      ariaLabelledBy: [`${id}-titel`],
      ariaDescribedBy: [`${id}-text`],
      fontSize: `${SCHRIFT}`,
    },
    h('title', { id: `${id}-titel` }, titel),
    h('desc', { id: `${id}-text` }, beschreibung),
    ...balken.flatMap(({ name, wert, text }, i) => {
      const laenge = Math.round(((BREITE - RAND) * wert) / groesster);
      const oben = i * ZEILE + SCHRIFT + 4;
      return [
        h('text', { x: '0', y: `${oben - 4}` }, name),
        h('rect', { x: '0', y: `${oben}`, width: `${laenge}`, height: `${BALKEN}` }),
        h('text', { x: `${laenge + 5}`, y: `${oben + BALKEN - 2}` }, text),
      ];
    }),
  );
}
