/**
 * Digits of all scripts as 0–9: a phone number is the same number in every script.
 * @example lateinischeZiffern('٠٢٢١') // '0221'
 */
export function lateinischeZiffern(text: string): string {
  return text.replace(/\p{Nd}/gu, (ziffer) => {
    const code = ziffer.codePointAt(0)!;
    // They stand in tens, each beginning with zero; some tens stand side by side.
    let null_ = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(null_ - 1))) null_--;
    return String((code - null_) % 10);
  });
}
