import { anschluss } from '../../domain/felder.ts';
import { alsKennung } from '../../domain/naechster-wert.ts';
import { lesbarerText } from '../angaben-vergleich.ts';
import type { Fund, Regel, RegelKontext } from './regel.ts';
import { sucheInAllem } from './texte.ts';

/** Somebody must be reachable: the office, and not a person who may leave it. */
export const erreichbarkeit: Regel = {
  name: 'erreichbarkeit',
  zweck:
    'An offer without phone, mail and web is a dead end for whoever needs it; and private numbers and addresses never come out of the public again.',
  pruefe(kontext) {
    const { katalog, eintraege } = kontext;
    const ohne = [...katalog.angebote.values()]
      .filter(({ kontakt }) => !kontakt.telefon && !kontakt.email && !kontakt.web)
      .map(({ id }) => ({
        art: 'angebot' as const,
        id,
        feld: ['telefon'],
        stufe: 'hinweis' as const,
        meldung: 'Weder beim Angebot noch beim Anbieter steht Telefon, E-Mail oder Webseite.',
        tipp: 'Bitte beim Anbieter erfragen und dort (anbieter/…) oder hier ergänzen.',
      }));
    return [...ohne, ...pruefeHandynummern(kontext), ...pruefeAngaben(eintraege)];
  },
};

/** Mobile numbers in Germany: 015…, 016…, 017…, however they are written. */
const MOBIL =
  /(?<![\d+])(?:(?:\+|00) ?49 ?(?:\(0\) ?)?|\(?0)1[567]\d(?:[ ()/.–-]{0,3}\d){7,8}(?![ /-]?\d)/;
/** Where people have an address of their own for nothing. */
const FREEMAIL =
  /@(?:aol|arcor|freenet|gmail|gmx|googlemail|hotmail|icloud|live|mail|me|msn|online|outlook|posteo|proton|protonmail|t-online|web|yahoo)\.(?:at|ch|com|de|eu|me|net|org)$/i;
/** `vorname.nachname`, `vorname_nachname70`. */
const NAME = /^([a-z-]{2,})[._]([a-z-]{2,})\d*$/i;
/** What offices call their mailboxes. */
const STELLE =
  /^(?:anfragen?|anmeldung|asyl|ausbildung|begegnung|beratung|buero|buergerbuero|cafe|deutsch|ehrenamt|familien?|flucht|frauen|fluechtlings?|fluechtlingshilfe|foerderverein|gemeinde|gruppe|haus|helfer|hilfe|info|initiative|integration|international|jugend|kontakt|kinder|kurse?|migration|netzwerk|office|post|projekt|sekretariat|selbsthilfe|sprache?|sprachcafe|stiftung|team|treff|treffpunkt|verein|verwaltung|willkommen|zentrum)$/;

/** What a pasted signature brings along, in fields, texts and notes. Translations say no other number than the German. */
function pruefeHandynummern(kontext: RegelKontext): Fund[] {
  return sucheInAllem(
    kontext,
    (text) => MOBIL.exec(lesbarerText(text))?.index,
    {
      stufe: 'hinweis',
      meldung: 'Hier steht eine Handynummer.',
      tipp: 'Private Nummern gehören nicht ins Portal. Gehört sie der Stelle und nicht einer Person, kann sie so bleiben.',
    },
    new Set(['angebot', 'anbieter', 'ort', 'projekt', 'kontakte', 'seite']),
  );
}

/** Numbers and addresses that are right as such, and yet may be those of a person, or have lost a digit. */
function pruefeAngaben({ angebote, anbieter }: RegelKontext['eintraege']): Fund[] {
  const namen = (id: string) => anbieter.get(id)?.name ?? '';
  return [
    ...[...angebote].flatMap(([id, angebot]) =>
      pruefeKontakt('angebot', id, angebot, `${angebot.titel} ${namen(angebot.anbieter)}`),
    ),
    ...[...anbieter].flatMap(([id, eintrag]) =>
      pruefeKontakt('anbieter', id, eintrag, eintrag.name),
    ),
  ];
}

/** @param name of whoever is reached there */
function pruefeKontakt(
  art: 'angebot' | 'anbieter',
  id: string,
  { telefon = '', email = '' }: { telefon?: string | undefined; email?: string | undefined },
  name: string,
): Fund[] {
  const fund = (feld: string, meldung: string, tipp: string): Fund => ({
    art,
    id,
    feld: [feld],
    stufe: 'hinweis',
    meldung,
    tipp,
  });
  const funde: Fund[] = [];
  const ziffern = anschluss(telefon);
  // Switchboards have short numbers: 02241 13-0. So has the authorities' call centre: 115.
  if (ziffern !== undefined && ziffern.length < 4 && !/0$|^115$/.test(ziffern))
    funde.push(
      fund(
        'telefon',
        `Hinter der Vorwahl stehen nur ${ziffern.length} Ziffern (${ziffern}).`,
        'Bitte nachsehen, ob die Nummer vollständig ist.',
      ),
    );
  if (FREEMAIL.test(email) && nenntPerson(email, alsKennung(name)))
    funde.push(
      fund(
        'email',
        `„${email}“ sieht aus wie die private Adresse einer Person.`,
        'Bitte das Postfach der Stelle eintragen; Menschen wechseln. Gehört die Adresse der Stelle, kann sie so bleiben.',
      ),
    );
  return funde;
}

/** True for the name of a person before the @: of two words, of which neither is one of the office. */
function nenntPerson(email: string, stelle: string): boolean {
  const worte = NAME.exec(email.split('@')[0]!)?.slice(1) ?? [];
  return (
    worte.length > 0 &&
    worte
      .flatMap((wort) => wort.toLowerCase().split('-'))
      .every((wort) => !STELLE.test(wort) && !stelle.includes(wort))
  );
}
