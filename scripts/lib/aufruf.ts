import * as node from 'node:util';
import { tippMeintenSie } from '../../src/domain/naechster-wert.ts';
import { ende } from './ende.ts';
import { ohneSteuerzeichen } from './steuerzeichen.ts';

/**
 * What the caller of a script wants; ends the program where it is asked how to call it (0), or cannot be understood (2).
 * @param hilfe how to call it, in German
 * @param config of Node's `parseArgs`
 * @param deute says what the arguments mean; what it throws says in German what is wrong with them
 */
export function liesAufruf<T extends node.ParseArgsConfig, A>(
  hilfe: string,
  config: T,
  deute: (args: ReturnType<typeof node.parseArgs<T>>) => A,
): A {
  if (process.argv.slice(2).some((wort) => wort === '--help' || wort === '-h')) {
    console.log(hilfe);
    process.exit(0);
  }
  try {
    return deute(parseArgs(config));
  } catch (error) {
    return ende(`${(error as Error).message}\n\n${hilfe}`);
  }
}

/**
 * `parseArgs` of Node for readers of German.
 * @throws Error with a German sentence that names what was not understood
 */
export function parseArgs<T extends node.ParseArgsConfig>(
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
