/** Voices of the device itself. Others would send what is read to a company on the net, so they are never used. */

/** @param lang BCP 47; `de-simple` is read by a German voice */
export function stimmeFuer(lang: string): SpeechSynthesisVoice | undefined {
  const sprache = hauptsprache(lang);
  const eigene = speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && hauptsprache(voice.lang) === sprache);
  return eigene.find((voice) => voice.default) ?? eigene[0];
}

/** Some devices write `de_DE`. */
export function hauptsprache(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0]!;
}
