/** What would begin a new line, move the cursor of a terminal, or turn its text around. */
const STEUERZEICHEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text of one line that does nothing to a terminal. */
export function ohneSteuerzeichen(text: string): string {
  return text.replace(STEUERZEICHEN, '\ufffd');
}
