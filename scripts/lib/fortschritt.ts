/** How far a long run is, on stderr: one line that renews itself on a terminal; elsewhere every tenth. */
export function zeigeFortschritt(was: string, nr: number, anzahl: number): void {
  const text = `${was} ${nr} von ${anzahl} …`;
  const letzte = nr === anzahl;
  if (process.stderr.isTTY) process.stderr.write(`\r${text}${letzte ? '\n' : ''}`);
  else if (letzte || nr % 10 === 1) console.error(text);
}
