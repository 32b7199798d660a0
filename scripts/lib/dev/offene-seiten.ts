/** What open pages are told, as Server-Sent Events: which state of the content there is, and what is wrong with it. `seite.js` listens. */
import type { ServerResponse } from 'node:http';

export interface Meldung {
  /** Pages of another state load themselves anew. */
  stand: string;
  /** Where the portal begins. */
  basis: string;
  /** Plain; empty where nothing is wrong. */
  text: string;
}

export interface OffeneSeiten {
  /** Answers a page that asks; it is told the latest at once. */
  verbinde(response: ServerResponse): void;
  sage(meldung: Meldung): void;
}

/** Keeps the line to each page until the page ends it. Before the first message, pages that ask only wait. */
export function createOffeneSeiten(): OffeneSeiten {
  const leitungen = new Set<ServerResponse>();
  let letzte: Meldung | undefined;
  const sende = (leitung: ServerResponse) => {
    if (letzte) leitung.write(`data: ${JSON.stringify(letzte)}\n\n`);
  };
  return {
    verbinde(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 500\n\n');
      leitungen.add(response);
      response.once('close', () => leitungen.delete(response));
      sende(response);
    },
    sage(meldung) {
      letzte = meldung;
      leitungen.forEach(sende);
    },
  };
}
