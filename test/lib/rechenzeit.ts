/** How long something keeps the processor busy, which is the same however busy the machine is with other things. */

/** Runs something that is not asynchronous. @returns what it returns, and its seconds of processor time in this process */
export function mitRechenzeit<T>(tun: () => T): { ergebnis: T; sekunden: number } {
  const start = process.cpuUsage();
  const ergebnis = tun();
  return { ergebnis, sekunden: process.cpuUsage(start).user / 1e6 };
}
