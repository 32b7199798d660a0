/** Writing a file so that nobody ever finds half of it. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all: beside its target first, which it then takes the place of.
 * @throws what the file system says; the target is then as it was
 */
export function schreibeDatei(pfad: string, inhalt: string | Uint8Array): void {
  const entwurf = `${pfad}.${process.pid}.tmp`;
  try {
    writeFileSync(entwurf, inhalt);
    renameSync(entwurf, pfad);
  } catch (error) {
    rmSync(entwurf, { force: true });
    throw error;
  }
}
