/** Waiting for the network, but not for ever: a line that went silent reports no failure by itself. */

/** Slow lines are slow; what takes longer has broken. */
const GEDULD_MS = 20_000;

/** Waits so long and no longer. */
export function mitFrist<T>(arbeit: Promise<T>, ms = GEDULD_MS): Promise<T> {
  return Promise.race([
    arbeit,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('timeout')), ms)),
  ]);
}

/**
 * Fetches a file and reads all of it.
 * @param lies what to make of the answer
 * @throws where there is no answer, or not all of it in time
 */
export async function hole<T>(
  url: string,
  lies: (antwort: Response) => T | Promise<T>,
  optionen: RequestInit = {},
): Promise<T> {
  // Not AbortSignal.timeout, which old browsers lack.
  const abbruch = new AbortController();
  const wecker = setTimeout(() => abbruch.abort(), GEDULD_MS);
  try {
    return await lies(await fetch(url, { ...optionen, signal: abbruch.signal }));
  } finally {
    clearTimeout(wecker);
  }
}

/** {@link hole} for JSON; every answer but a success is a failure. */
export function holeJson(url: string, optionen?: RequestInit): Promise<unknown> {
  const lies = (antwort: Response) => {
    if (!antwort.ok) throw new Error(`${antwort.status} ${url}`);
    return antwort.json() as Promise<unknown>;
  };
  return hole(url, lies, optionen);
}
