/**
 * Characters that make a text look other than it is: overrides of the writing direction, invisible letters, control
 * characters, letters destroyed by a wrong encoding (`fÃ¼r`), marks piled up over other content. Marks that languages
 * need stay allowed: U+200C/D (Persian, Kurdish), U+200E/F, U+00AD.
 * @see Unicode TR36 (security considerations), Trojan Source (CVE-2021-42574)
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u115f\u1160\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffd\u{e0000}-\u{e0fff}\p{Cs}]|[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\p{M}{6,}/u;

const NAMES: [RegExp, string][] = [
  // First: what stands behind the letter may be a control character.
  [/[\u00c2\u00c3\u00e2]/, 'ein beim Speichern zerstörter Buchstabe, etwa „Ã¼“ statt „ü“'],
  [/[\u202a-\u202e\u2066-\u2069]/, 'ein Zeichen, das die Schreibrichtung umkehrt'],
  [/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/, 'ein Steuerzeichen'],
  [/\ufffd|\p{Cs}/u, 'ein Ersatzzeichen „�“, also ein beim Speichern verlorener Buchstabe'],
  [/^\p{M}/u, 'ein Stapel von Zeichen übereinander, der anderes verdeckt'],
];

export interface Fund {
  /** Position in the text, in UTF-16 units. */
  index: number;
  meldung: string;
}

/** The first forbidden character of a text, with its sentence, or undefined. */
export function findUnsichtbaresZeichen(text: string): Fund | undefined {
  const match = FORBIDDEN.exec(text);
  if (!match) return undefined;
  const name = NAMES.find(([pattern]) => pattern.test(match[0]))?.[1] ?? 'ein unsichtbares Zeichen';
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { index: match.index, meldung: `Hier steht ${name} (U+${code}).` };
}
