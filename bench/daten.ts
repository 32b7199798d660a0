/** What the open data cost: time and memory for so many offers. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { exponent } from './messen.ts';

export interface DatenMessung {
  /** Offers. */
  anzahl: number;
  dateien: number;
  /** Written, in millions of characters. */
  mb: number;
  cpuSekunden: number;
  /** Beyond what the offers themselves take, at its most. */
  zusaetzlichMb: number;
}

/** Writes the open data of so many offers, each time in a process of its own that may use no more than half a gigabyte. */
function measureDaten(anzahlen: readonly number[], ziel: string): DatenMessung[] {
  return anzahlen.map((anzahl) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=512', 'bench/daten-lauf.ts', String(anzahl), ziel],
      { encoding: 'utf8' },
    );
    rmSync(ziel, { recursive: true, force: true });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as DatenMessung;
  });
}

/**
 * The open data of more and more offers.
 * @returns Markdown
 */
export function formatDaten(): string {
  const messungen = measureDaten([5000, 10_000, 20_000], '.tmp/bench-daten');
  const zeilen = messungen.map(
    ({ anzahl, dateien, mb, cpuSekunden, zusaetzlichMb }) =>
      `| ${anzahl} | ${dateien} | ${mb.toFixed(0)} MB | ${cpuSekunden.toFixed(1)} s | ${zusaetzlichMb.toFixed(0)} MB |`,
  );
  const [klein, gross] = [messungen[0]!, messungen.at(-1)!];
  return `| Open data of … offers | Files | Written | CPU | Memory beyond the offers |
|---|---|---|---|---|
${zeilen.join('\n')}

Growth exponent from the first to the last: ${exponent([klein.anzahl, klein.cpuSekunden], [gross.anzahl, gross.cpuSekunden]).toFixed(2)}`;
}
