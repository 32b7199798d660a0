/** Whose notes those of a list are that stands in an address: anybody can write a link, and the portal must not seem to say so. */
import { type Gemerktes, parseMerkliste } from '../domain/merkliste.ts';
import { vomGeraet } from './merk-geraet.ts';
import { fruehere } from './merk-verlauf.ts';

/**
 * The list of an address. Its notes count as the reader's own only where the device or this tab knows them as such; a browser that
 * keeps nothing with a tab knows none.
 */
export function ausAdresse(fragment: string): Gemerktes[] {
  const eigene = [vomGeraet() ?? '', ...fruehere()]
    .flatMap(parseMerkliste)
    .filter(({ ausLink }) => !ausLink);
  return parseMerkliste(fragment).map(({ code, notiz }) => {
    const istEigene = eigene.some((eintrag) => eintrag.code === code && eintrag.notiz === notiz);
    return notiz && !istEigene ? { code, notiz, ausLink: true } : { code, notiz };
  });
}
