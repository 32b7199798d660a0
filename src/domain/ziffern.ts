/** Digits that Unicode has in five weights one behind the other, for mathematics. */
const MATHEMATISCH = 0x1d7ce;

/**
 * Digits of all scripts as 0–9: a phone number is the same number in every script.
 * @example lateinischeZiffern('٠٢٢١') // '0221'
 */
export function lateinischeZiffern(text: string): string {
  return text.replace(/\p{Nd}/gu, (ziffer) => {
    const code = ziffer.codePointAt(0)!;
    if (code >= MATHEMATISCH && code < MATHEMATISCH + 50) return String((code - MATHEMATISCH) % 10);
    // All others stand ten in a row, beginning with zero.
    let null_ = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(null_ - 1))) null_--;
    return String(code - null_);
  });
}
