/** The line that visitors are measured on. */
import type { CDPSession } from 'playwright-core';

/** At the edge of what there is: 400 ms for a round trip, 400 kbit/s. */
const LANGSAM = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};
const WIE_SIE_IST = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** From now on, a page loads over a slow line. @param cdp of the page */
export async function verlangsame(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', LANGSAM);
}

/** The page loads again as fast as it can. */
export async function gibLeitungFrei(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.emulateNetworkConditions', WIE_SIE_IST);
}
