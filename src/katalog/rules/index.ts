/** All rules. A new one is a file beside this and a line here. */
import type { Befund } from '../../domain/befund.ts';
import { ansprechstellen } from './ansprechstellen.ts';
import { archiv } from './archiv.ts';
import { bankverbindung } from './bankverbindung.ts';
import { beschriftungen } from './beschriftungen.ts';
import { dubletten } from './dubletten.ts';
import { erreichbarkeit } from './erreichbarkeit.ts';
import { externeIds } from './externe-ids.ts';
import { fristen } from './fristen.ts';
import { gebiet } from './gebiet.ts';
import { gleicheTitel } from './gleiche-titel.ts';
import { glossar } from './glossar.ts';
import { koordinaten } from './koordinaten.ts';
import { kurzcodes } from './kurzcodes.ts';
import { leichteSprache } from './leichte-sprache.ts';
import { links } from './links.ts';
import { markdown } from './markdown.ts';
import { platzhalter } from './platzhalter.ts';
import { portal } from './portal.ts';
import { projekte } from './projekte.ts';
import { type Regel, type RegelKontext, runRegel } from './regel.ts';
import { schutz } from './schutz.ts';
import { seiten } from './seiten.ts';
import { unterkunftOffen } from './unterkunft-offen.ts';
import { vertraulich } from './vertraulich.ts';
import { vertraulichAnderswo } from './vertraulich-anderswo.ts';
import { suchwoerter } from './suchwoerter.ts';
import { termine } from './termine.ts';
import { uebersetzungen } from './uebersetzungen.ts';
import { unbenutzt } from './unbenutzt.ts';
import { verbund } from './verbund.ts';
import { verweise } from './verweise.ts';
import { weiterleitung } from './weiterleitung.ts';

const REGELN: readonly Regel[] = [
  verweise,
  vertraulich,
  vertraulichAnderswo,
  unterkunftOffen,
  schutz,
  koordinaten,
  gebiet,
  fristen,
  termine,
  archiv,
  weiterleitung,
  kurzcodes,
  externeIds,
  markdown,
  links,
  bankverbindung,
  erreichbarkeit,
  projekte,
  ansprechstellen,
  seiten,
  platzhalter,
  portal,
  verbund,
  suchwoerter,
  uebersetzungen,
  beschriftungen,
  glossar,
  gleicheTitel,
  leichteSprache,
  dubletten,
  unbenutzt,
];

/** The findings of all rules. */
export function checkRules(kontext: RegelKontext): Befund[] {
  return REGELN.flatMap((regel) => runRegel(regel, kontext));
}
