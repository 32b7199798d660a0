/**
 * What of a word remains the same when it is inflected. Light on purpose: it cuts endings and nothing else, so that
 * „Kurs“ does not become „kur“. Words of other languages pass it mostly unchanged; their forms are found by their
 * beginnings (see `browser/naechstes-wort.ts`).
 */

const ENDUNG = /^(.{3,}?)(ern|em|en|er|es|e|(?<=[lr])n|(?<=[abdfghklmnotwy])s)$/;
/** Endings that make one word out of another: Beratung, Berater, beraten. */
const ABLEITUNG = /^(.{4,}?)(?:schaft|ung|heit|keit|lich|isch|(?<=er)inn?|ig)$/;
/** Look like derived words and are none. */
const EIGENSTAENDIG = new Set(['zeitung', 'stiftung']);
const ARABISCH = /^\p{Script=Arabic}+$/u;

/**
 * The stem of a word.
 * @param wort in the spelling of `falten`
 * @example stamm('kurse') === stamm('kurs'); stamm('frauen') === stamm('frau')
 */
export function stamm(wort: string): string {
  if (ARABISCH.test(wort)) return stammArabisch(wort);
  if (!/^[a-z]{4,}$/.test(wort)) return wort;
  let rest = wort;
  for (let kuerzer = ohneEndung(rest); kuerzer !== rest; kuerzer = ohneEndung(rest)) rest = kuerzer;
  return rest;
}

/**
 * What a stem has in common with words made of it: „wohn“ for Wohnung and wohnen.
 * @param stammForm from {@link stamm}
 */
export function wurzel(stammForm: string): string {
  if (EIGENSTAENDIG.has(stammForm) || ARABISCH.test(stammForm)) return stammForm;
  let rest = stammForm;
  for (;;) {
    const kuerzer = stamm(ABLEITUNG.exec(rest)?.[1] ?? rest);
    if (kuerzer === rest) return rest;
    rest = kuerzer;
  }
}

/** The forms of a word that the Wortschatz may have it by. @param wort as for {@link stamm} */
export function formen(wort: string): string[] {
  const form = stamm(wort);
  return [wort, form, wurzel(form)];
}

function ohneEndung(wort: string): string {
  return ENDUNG.exec(wort)?.[1] ?? wort;
}

/** Article and joined particles in front; endings of plural, gender and possession behind. After Larkey's „light10“. */
function stammArabisch(wort: string): string {
  const ohneArtikel = wort.replace(/^(?:[وبكف]?ال|لل)(?=..)/u, '');
  return ohneArtikel.replace(/(?<=...)(?:هاي|ها|ات|ون|ين|ان|يه|ه|ي)$/u, '');
}
