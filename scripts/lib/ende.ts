import { ohneSteuerzeichen } from './steuerzeichen.ts';

/**
 * Ends the program with German sentences, which may quote anything.
 * @param code 2 where the call is wrong, 1 where what was asked for cannot be done
 */
export function ende(grund: string, code: 1 | 2 = 2): never {
  console.error(grund.split('\n').map(ohneSteuerzeichen).join('\n'));
  process.exit(code);
}
