/** Packages as the build writes them, without compression. */
import { type Dateien, packeKopf } from '../../src/domain/offline-paket.ts';

export function packeDateien(dateien: Dateien): Uint8Array<ArrayBuffer> {
  const liste = [...dateien].map(([adresse, bytes]): [string, number] => [adresse, bytes.length]);
  return new Uint8Array(Buffer.concat([packeKopf(liste), ...dateien.values()]));
}
