/** Sentences to ask with: German to read out, show or send, and what they mean in the reader's language. */
import type { Angebot } from '../domain/angebot.ts';
import { LEICHT } from '../domain/sprache.ts';
import { umLuecke } from '../i18n/luecke.ts';
import { sprachName } from '../i18n/sprachen.ts';
import { titelVon } from './angebot-karte.ts';
import { type Beschriftung, createKontext, type Kontext, label } from './kontext.ts';
import { mailto } from './mailto.ts';

/** A sentence; where it names something, that stands between two pieces. */
export type Satz = [vor: string, name?: Beschriftung, nach?: string];

export interface Anfrage {
  /** Sentences in German. */
  deutsch: Satz[];
  /** The same for the reader; missing where the German is already in easy words. */
  heisst?: Satz[];
  /** `mailto:` with the German sentences; nothing is sent before the reader does. */
  mail?: string;
  /** False where a trace on the device could betray somebody: nothing to copy, no draft of a mail. */
  kopierbar: boolean;
}

/** Undefined on German pages: who reads them needs no translation. */
export function toAnfrage(kontext: Kontext, angebot: Angebot): Anfrage | undefined {
  const { katalog, sprache } = kontext;
  if (sprache === 'de') return undefined;
  const hier = saetze(kontext, angebot, {
    sprache: kontext.t('anfrage.sprache.eigen'),
    dabei: kontext.t('anfrage.dabei.eigen'),
    gesprochen: wirdGesprochen(angebot, sprache),
  });
  const deutsch = sprache === LEICHT ? hier : deutscheSaetze(kontext, angebot);
  const { email } = angebot.kontakt;
  const kopierbar = !angebot.schnellVerlassen;
  return {
    deutsch,
    ...(sprache !== LEICHT && { heisst: hier }),
    ...(email &&
      kopierbar && { mail: mailAn(createKontext(katalog, 'de'), angebot, email, deutsch) }),
    kopierbar,
  };
}

function wirdGesprochen(angebot: Angebot, sprache: string): boolean {
  return (angebot.sprachen ?? []).some(({ code, art }) => code === sprache && art === 'direkt');
}

function deutscheSaetze({ katalog, sprache }: Kontext, angebot: Angebot): Satz[] {
  const kontext = createKontext(katalog, 'de');
  const name = sprachName(sprache, 'de');
  return saetze(kontext, angebot, {
    sprache: kontext.t('anfrage.sprache', { sprache: name }),
    dabei: kontext.t('anfrage.dabei', { sprache: name }),
    gesprochen: wirdGesprochen(angebot, sprache),
  });
}

/** @param wortlaut what depends on the reader's language; nobody asks for it where the offer says it is spoken */
function saetze(
  kontext: Kontext,
  angebot: Angebot,
  wortlaut: { sprache: string; dabei: string; gesprochen: boolean },
): Satz[] {
  const { katalog, sprache, t } = kontext;
  const [thema] = angebot.thema;
  const [vorTitel, nachTitel] = umLuecke(t, 'anfrage.angebot', 'titel');
  const [vorThema, nachThema] = umLuecke(t, 'anfrage.hilfe', 'thema');
  const dabei: Satz[] = wortlaut.gesprochen ? [] : [[wortlaut.dabei]];
  // Nobody in danger has „a question about“ a shelter, or asks when to come to a secret place.
  if (angebot.schnellVerlassen)
    return [
      [t('anfrage.gruss')],
      [wortlaut.sprache],
      [t('anfrage.gefahr')],
      ...dabei,
      [t('anfrage.danke')],
    ];
  // „Help with residence and asylum“, said at an authority, could be taken for an application.
  const amt = katalog.anbieter.get(angebot.anbieter)?.art === 'behoerde';
  return [
    [t('anfrage.gruss')],
    [wortlaut.sprache],
    [vorTitel, titelVon(kontext, angebot), nachTitel],
    ...(thema && !amt
      ? [[vorThema, label(katalog.vokabular.themen, thema, sprache), nachThema] satisfies Satz]
      : []),
    ...dabei,
    [t('anfrage.termin')],
    [t('anfrage.danke')],
  ];
}

function mailAn({ t }: Kontext, angebot: Angebot, email: string, deutsch: Satz[]): string {
  return mailto(email, {
    betreff: t('anfrage.betreff', { titel: angebot.titel }),
    text: deutsch.map(([vor, name, nach = '']) => vor + (name?.text ?? '') + nach).join('\n'),
  });
}
