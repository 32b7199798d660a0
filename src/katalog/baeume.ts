/**
 * Syntax trees of texts: whoever reads a text again gets its tree, in the same run and in the next one. Rules, pages and search read the
 * same texts, and parsing a guide takes ten times as long as reading what its parser said the last time.
 */
import type { Root } from 'mdast';
import { holeAb, legeAb } from './ablage.ts';

/** Where the trees of an earlier run lie, and of which code they must be. */
export interface Ablage {
  ort: string;
  code: string;
}

/** By their text. */
interface Baeume {
  markdown: Map<string, Root>;
  mdx: Map<string, Root>;
}

/** More than the content of a Kreis in all its languages; only what runs for days forgets them. */
const MAX_BEKANNT = 10_000;

/** The one place that all copies of this module know: the program that makes pages has one of its own. */
const BAEUME = Symbol.for('portal.baeume');
const global = globalThis as {
  [BAEUME]?: {
    bekannt: Baeume;
    /** Of an earlier run; read when the first tree is asked for. */
    fruehere?: (() => Baeume | undefined) | undefined;
    /** Whether one of those that are known is not among the earlier ones. */
    neu: boolean;
  };
};
const stand = (global[BAEUME] ??= { bekannt: leere(), neu: false });

/**
 * @param parse makes the tree where it is not known
 * @returns the same tree for the same text: read it, never change it
 */
export function baumVon(form: keyof Baeume, text: string, parse: () => Root): Root {
  const trees = stand.bekannt[form];
  let tree = trees.get(text);
  if (!tree) {
    if (trees.size === MAX_BEKANNT) trees.clear();
    tree = stand.fruehere?.()?.[form].get(text);
    if (!tree) {
      tree = parse();
      stand.neu = true;
    }
    trees.set(text, tree);
  }
  return tree;
}

/** From now on, what an earlier run of the same code has parsed is known. */
export function ladeBaeume({ ort, code }: Ablage): void {
  let gelesen: { baeume: Baeume | undefined } | undefined;
  stand.fruehere = () => (gelesen ??= { baeume: holeAb<Baeume>(ort, code) }).baeume;
}

/** Keeps the trees that somebody has asked for since they were kept last: what was edited since is not read again. */
export function sichereBaeume({ ort, code }: Ablage): void {
  if (!stand.neu) return;
  const { bekannt } = stand;
  legeAb(ort, code, bekannt);
  stand.fruehere = () => bekannt;
  stand.bekannt = leere();
  stand.neu = false;
}

function leere(): Baeume {
  return { markdown: new Map(), mdx: new Map() };
}
