import * as node from 'node:util';
import { tippMeintenSie } from '../../src/domain/naechster-wert.ts';
import { ohneSteuerzeichen } from './steuerzeichen.ts';

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
