/** Neither vowels, so that no word comes out, nor what looks or sounds like something else. */
const ZEICHEN = '23456789bcdfghjkmnpqrstvwxz';
const LAENGE = 6;

/**
 * The short name of an offer, for paper, telephone and shared lists. It follows from the id alone, so it is the same for ever, and
 * says nothing: who looks over a shoulder or into the history of a browser learns no more than that somebody was here.
 * The rule `kurzcodes` finds two offers with the same one.
 * @param id of an offer
 * @returns six characters
 * @example kurzcode('deutschkurs') // 'nc73mk'
 */
export function kurzcode(id: string): string {
  // FNV-1a, then the last mixing of MurmurHash3, for ids often differ in their last letter only.
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  let rest = (hash ^ (hash >>> 16)) >>> 0;
  let code = '';
  for (let i = 0; i < LAENGE; i++) {
    code += ZEICHEN[rest % ZEICHEN.length];
    rest = Math.floor(rest / ZEICHEN.length);
  }
  return code;
}

/** True for what looks like a {@link kurzcode}. */
export function isKurzcode(text: string): boolean {
  return text.length === LAENGE && [...text].every((zeichen) => ZEICHEN.includes(zeichen));
}
