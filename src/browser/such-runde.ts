/** Searches one after another: a newer one overtakes an older one, whatever step that is at. */

/** What looks like an error is judged only after a pause. */
const DENK_PAUSE_MS = 600;
/** A search that takes longer says so; one that takes much longer names other ways. */
const SUCHT_NOCH_MS = 400;
const ANDERE_WEGE_MS = 8000;

/** One search, as its steps see it. */
export interface Runde {
  /** @returns what a step comes to; where a newer search has begun meanwhile, this one ends there and nobody hears of it */
  schritt<T>(was: Promise<T>): Promise<T>;
  /** False once a newer search has begun. */
  gilt(): boolean;
  /** Does something after a pause for thought, unless a newer search begins before. */
  nachPause(tun: () => void): void;
  /** What it was awaited for is there. */
  beruhige(): void;
}

export interface Wartende {
  /** It takes a while. */
  suchtNoch(): void;
  /** It takes so long that other ways are better. */
  dauert(): void;
  /** Whatever went wrong. */
  gescheitert(error: unknown): void;
}

const UEBERHOLT = Symbol();

/** @returns begins a search; ends with it, and does not fail */
export function createRunden(
  wartende: Wartende,
): (suche: (runde: Runde) => Promise<void>) => Promise<void> {
  let letzte = 0;
  let uhren: ReturnType<typeof setTimeout>[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;
  const beruhige = () => uhren.forEach(clearTimeout);

  return async (suche) => {
    const nr = ++letzte;
    const gilt = () => nr === letzte;
    clearTimeout(pause);
    beruhige();
    uhren = [
      setTimeout(wartende.suchtNoch, SUCHT_NOCH_MS),
      setTimeout(wartende.dauert, ANDERE_WEGE_MS),
    ];
    try {
      await suche({
        async schritt(was) {
          const ergebnis = await was;
          if (!gilt()) throw UEBERHOLT;
          return ergebnis;
        },
        gilt,
        nachPause(tun) {
          pause = setTimeout(tun, DENK_PAUSE_MS);
        },
        beruhige,
      });
    } catch (error) {
      if (!gilt()) return;
      beruhige();
      wartende.gescheitert(error);
    }
  };
}
