/** Fields that scripts read from the part of an address behind `#`, beside the facets of a search (`domain/facettenwerte`). */
export const FRAGMENT_FELDER = ['q', 'ansicht', 'nahe', 'sort', 'merk'] as const;

/**
 * The beginning of a text. Never half a character: nothing could put that into an address again.
 * @param laenge in UTF-16 units, at most
 */
export function anfangVon(text: string, laenge: number): string {
  return text.slice(0, laenge).replace(/[\uD800-\uDBFF]$/, '');
}

/** A text as it was before it was put into an address; `sonst` where it cannot have been put there. */
export function decode(text: string, sonst = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return sonst;
  }
}

export type FragmentFeld = (typeof FRAGMENT_FELDER)[number];
