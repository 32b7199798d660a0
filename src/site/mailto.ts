/**
 * A link that opens a mail with its subject, or one that is already written (RFC 6068). Nobody can add to its head: everything but letters and digits is
 * encoded, line breaks as CRLF; other letters by the browser, see {@link leichter}.
 * @param an address, as the schema allows it
 */
export function mailto(an: string, { betreff, text }: { betreff: string; text?: string }): string {
  const body = text === undefined ? '' : `&body=${encode(text.replace(/\r?\n/g, '\r\n'))}`;
  return `mailto:${an}?subject=${encode(betreff)}${body}`;
}

/** Brackets and quotes, too: programs that make links of plain text end them there. */
function encode(text: string): string {
  return leichter(encodeURIComponent(text)).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * An address with its letters as they are, which browsers encode by themselves: what stands elsewhere on the page, too, then adds
 * little to its weight.
 */
export function leichter(href: string): string {
  return href.replace(/(?:%[89A-F][\dA-F])+/g, decodeURIComponent);
}
