import * as node from 'node:util';
import { isDatum } from '../../src/domain/datum.ts';
import { tippMeintenSie } from '../../src/domain/naechster-wert.ts';
import { stichtagDesLaufs } from '../../src/katalog/umgebung.ts';
import { ende } from './ende.ts';
import { ohneSteuerzeichen } from './steuerzeichen.ts';

/**
 * What the caller of a script wants; ends the program where it is asked how to call it (0), or cannot be understood (2).
 * @param hilfe how to call it, in German
 * @param config of Node's `parseArgs`
 * @param deute says what the arguments mean, on the day of the run; what it throws says in German what is wrong with them
 */
export function liesAufruf<T extends node.ParseArgsConfig, A>(
  hilfe: string,
  config: T,
  deute: (args: ReturnType<typeof node.parseArgs<T>>, stichtag: string) => A,
): A {
  if (process.argv.slice(2).some((wort) => wort === '--help' || wort === '-h')) {
    console.log(hilfe);
    process.exit(0);
  }
  try {
    return deute(parseArgs(config), stichtagDesLaufs());
  } catch (error) {
    return ende(`${(error as Error).message}\n\n${hilfe}`);
  }
}

/**
 * One of several words, letter by letter, for `deute` of {@link liesAufruf}.
 * @param was what there is one of, as the beginning of a German sentence: `Das Format`
 * @param moegliche the words, or what has them as keys
 * @throws Error with a German sentence where it is none of them
 */
export function liesWahl<W extends string>(
  was: string,
  wort: string,
  moegliche: readonly W[] | Readonly<Record<W, unknown>>,
): W {
  const woerter = (Array.isArray(moegliche) ? moegliche : Object.keys(moegliche)) as readonly W[];
  const wahl = woerter.find((eines) => eines === wort);
  if (wahl !== undefined) return wahl;
  throw new Error(`${was} „${wort}“ gibt es nicht. ${tippMeintenSie(wort, woerter)}`);
}

/**
 * A month that has begun, for `deute` of {@link liesAufruf}.
 * @param text `YYYY-MM`
 * @throws Error with a German sentence where it is none
 */
export function liesMonat(text: string, stichtag: string): string {
  if (!isDatum(`${text}-01`))
    throw new Error(
      `„${text}“ ist kein Monat. Bitte Jahr-Monat schreiben, zum Beispiel ${stichtag.slice(0, 7)}.`,
    );
  if (`${text}-01` > stichtag)
    throw new Error(`Der Monat „${text}“ hat noch nicht begonnen (Stichtag ${stichtag}).`);
  return text;
}

/** One of several things that a script does, and what it takes for it. */
export interface Befehl {
  /** @param worte that follow its name */
  tue(worte: string[]): void | Promise<void>;
  /** Names of options. */
  optionen?: readonly string[];
  /** How many words there may be after its name; none where nothing is said. */
  worte?: number;
}

/**
 * Which of its commands a script shall run, for `deute` of {@link liesAufruf}.
 * @param args as Node's `parseArgs` gives them, options without default values
 * @param sonst where none is named
 * @returns its name, and the words after it
 * @throws Error with a German sentence where there is no such command, or it does not take what is named
 */
export function liesBefehl<B extends string>(
  befehle: Readonly<Record<B, Befehl>>,
  { values, positionals }: { values: object; positionals: readonly string[] },
  sonst?: NoInfer<B>,
): { befehl: B; worte: string[] } {
  const [name = sonst, ...worte] = positionals;
  if (name === undefined) throw new Error('Es fehlt der Befehl.');
  const befehl = liesWahl('Den Befehl', name, befehle);
  const { optionen = [], worte: erlaubt = 0 } = befehle[befehl];
  const fremd = Object.keys(values).find((option) => !optionen.includes(option));
  if (fremd !== undefined)
    throw new Error(`Bei „${befehl}“ gibt es die Option „--${fremd}“ nicht.`);
  if (worte.length > erlaubt)
    throw new Error(`„${worte[erlaubt]}“ ist bei „${befehl}“ hier zu viel.`);
  return { befehl, worte };
}

/** A name as one types it into a command that we tell people: in quotes, where it would be several words. */
export function alsWort(name: string): string {
  const wort = ohneSteuerzeichen(name);
  if (/^[\p{L}\p{N}_./\\:~-]+$/u.test(wort)) return wort;
  // Between double quotes, a shell would carry out what a name says in `$(…)`.
  return /["$`]/.test(wort) ? `'${wort.replaceAll("'", "'\\''")}'` : `"${wort}"`;
}

/**
 * `parseArgs` of Node for readers of German.
 * @throws Error with a German sentence that names what was not understood
 */
function parseArgs<T extends node.ParseArgsConfig>(
  config: T,
): ReturnType<typeof node.parseArgs<T>> {
  try {
    return node.parseArgs(config);
  } catch (error) {
    throw new Error(grundVon(error as NodeJS.ErrnoException, Object.keys(config.options ?? {})), {
      cause: error,
    });
  }
}

/** Node says in `code` what is wrong, and which word is meant only in its English sentence. */
function grundVon({ code, message }: NodeJS.ErrnoException, optionen: readonly string[]): string {
  const [, wort = ''] = /'(.*?)(?: <value>)?'/s.exec(message) ?? [];
  const genannt = ohneSteuerzeichen(wort);
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const moegliche = optionen.map((name) => `--${name}`);
      return `Die Option „${genannt}“ gibt es nicht.${moegliche.length > 0 ? ` ${tippMeintenSie(genannt, moegliche)}` : ''}`;
    }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `„${genannt}“ ist hier zu viel. Optionen beginnen mit zwei Strichen.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take an argument')
        ? `Nach „${genannt}“ steht kein Wert.`
        : `Nach „${genannt}“ fehlt der Wert. Beginnt er mit einem Strich, bitte so: ${genannt}=-WERT`;
    default:
      return message;
  }
}
