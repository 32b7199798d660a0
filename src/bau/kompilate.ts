/**
 * Development: what Vite made of Astro's own modules, kept between runs. They change only with the version of Astro, and compiling
 * them anew would be a good part of every start.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DevEnvironment } from 'vite';

type Ergebnis = Awaited<ReturnType<DevEnvironment['fetchModule']>>;
/** A module with its code. */
export type Kompilat = Extract<Ergebnis, { code: string }>;

export interface Kompilate {
  /** What was made of a module, by what it was asked for by. */
  finde: (id: string) => Kompilat | undefined;
  /** Keeps it for the next run, soon. */
  merke: (id: string, kompilat: Kompilat) => void;
}

/** So long nothing new has come until it is kept. */
const RUHE_MS = 2000;
/** The map to a source that nobody here edits is most of a module. */
const KARTE = /\n\/\/# sourceMappingURL=\S*/;

export function createKompilate(environment: DevEnvironment): Kompilate {
  const datei = resolve('node_modules/.cache/kompilate', `${environment.name}.json`);
  const schluessel = schluesselVon(environment);
  const kompilate = lies(datei, schluessel);
  let bald: NodeJS.Timeout | undefined;
  const sichere = () => {
    mkdirSync(dirname(datei), { recursive: true });
    const abgelegt: Abgelegt = { schluessel, kompilate: [...kompilate] };
    writeFileSync(`${datei}.neu`, JSON.stringify(abgelegt));
    renameSync(`${datei}.neu`, datei);
  };
  return {
    finde: (id) => kompilate.get(id),
    merke(id, kompilat) {
      const code = kompilat.code.replace(KARTE, '');
      kompilate.set(id, { ...kompilat, code, invalidate: false });
      clearTimeout(bald);
      bald = setTimeout(sichere, RUHE_MS).unref();
    },
  };
}

interface Abgelegt {
  schluessel: string;
  kompilate: [id: string, Kompilat][];
}

/** Empty where there is nothing to remember, or it was made by another program. */
function lies(datei: string, schluessel: string): Map<string, Kompilat> {
  try {
    const abgelegt = JSON.parse(readFileSync(datei, 'utf8')) as Abgelegt;
    return new Map(abgelegt.schluessel === schluessel ? abgelegt.kompilate : []);
  } catch {
    return new Map();
  }
}

/** Of everything that decides what becomes of a module. */
function schluesselVon({ config: { root, mode, define, env } }: DevEnvironment): string {
  const hash = createHash('sha256').update(
    JSON.stringify([process.version, root, mode, define, env]),
  );
  const eigene = readdirSync(import.meta.dirname).map((name) => join(import.meta.dirname, name));
  for (const datei of [...eigene.sort(), resolve('astro.config.mjs'), resolve('package-lock.json')])
    hash.update(datei).update(readFileSync(datei));
  return hash.digest('hex');
}
