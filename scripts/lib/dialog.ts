/** Questions at the terminal. */
import { createInterface } from 'node:readline';

/** Whoever was asked went away: Ctrl-C, Ctrl-D, or the end of what was piped in. */
export class Abbruch extends Error {}

export interface Dialog {
  /** Asks once. Throws {@link Abbruch}. */
  frage(text: string): Promise<string>;
  /** Asks until the answer is yes or no; the empty one is no. */
  bestaetige(text: string): Promise<boolean>;
  schliesse(): void;
}

/** A conversation over stdin and stdout. Answers may be piped in: none is lost, however early it comes. */
export function createDialog(): Dialog {
  const { stdin, stdout } = process;
  const terminal = stdin.isTTY && stdout.isTTY;
  const leser = createInterface({ input: stdin, output: stdout, terminal });
  const zeilen = leser[Symbol.asyncIterator]();
  const frage = async (text: string): Promise<string> => {
    leser.setPrompt(text);
    leser.prompt();
    const { value, done } = await zeilen.next();
    if (done) throw new Abbruch();
    return value;
  };
  return {
    frage,
    async bestaetige(text) {
      for (;;) {
        const antwort = (await frage(`${text} (j/n) `)).trim().toLowerCase();
        if (['j', 'ja'].includes(antwort)) return true;
        if (['n', 'nein', ''].includes(antwort)) return false;
      }
    },
    schliesse: () => leser.close(),
  };
}
