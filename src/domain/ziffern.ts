/** Arabic and Persian digits as Latin ones: a phone number is the same number in every script. */
export function lateinischeZiffern(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (ziffer) =>
    String(ziffer.charCodeAt(0) & 0xf),
  );
}
