/** Sentences to ask with: German to read out, show or send, and what they mean in the reader's language. */
import type { Angebot } from '../domain/angebot.ts';
import { LEICHT, sprachName } from '../i18n/sprachen.ts';
import { createKontext, type Kontext, label } from './kontext.ts';
import { uebersetzt } from './uebersetzt.ts';

export interface Anfrage {
  /** Sentences in German. */
  deutsch: string[];
  /** The same for the reader; missing where the German is already in easy words. */
  heisst?: string[];
  /** `mailto:` with the German sentences, nothing is sent before the reader does. */
  mail?: string;
  /** False where a trace on the device could betray somebody: nothing to copy, no draft of a mail. */
  kopierbar: boolean;
}

/** Undefined on German pages: who reads them needs no translation. */
export function toAnfrage(kontext: Kontext, angebot: Angebot): Anfrage | undefined {
  const { katalog, sprache } = kontext;
  if (sprache === 'de') return undefined;
  const gesprochen = (angebot.sprachen ?? []).some(
    ({ code, art }) => code === sprache && art === 'direkt',
  );
  const fuer = (seite: Kontext, eigene: boolean): string[] => {
    const { t } = seite;
    const name = sprachName(sprache, 'de');
    const thema = angebot.thema[0];
    return [
      t('anfrage.gruss'),
      eigene ? t('anfrage.sprache.eigen') : t('anfrage.sprache', { sprache: name }),
      t('anfrage.angebot', { titel: uebersetzt(seite, angebot, 'titel', angebot.titel).text }),
      ...(thema
        ? [
            t('anfrage.hilfe', {
              thema: label(katalog.vokabular.themen, thema, seite.sprache).text,
            }),
          ]
        : []),
      ...(gesprochen
        ? []
        : [eigene ? t('anfrage.dabei.eigen') : t('anfrage.dabei', { sprache: name })]),
      t('anfrage.termin'),
      t('anfrage.danke'),
    ];
  };
  const hier = fuer(kontext, true);
  const saetze = sprache === LEICHT ? hier : fuer(createKontext(katalog, 'de'), false);
  const { email } = angebot.kontakt;
  const kopierbar = !angebot.schnellVerlassen;
  return {
    deutsch: saetze,
    ...(sprache !== LEICHT && { heisst: hier }),
    ...(email && kopierbar && { mail: mailto(kontext, angebot, email, saetze) }),
    kopierbar,
  };
}

function mailto({ katalog }: Kontext, angebot: Angebot, email: string, saetze: string[]): string {
  const { t } = createKontext(katalog, 'de');
  const subject = encodeURIComponent(t('anfrage.betreff', { titel: angebot.titel }));
  return `mailto:${email}?subject=${subject}&body=${encodeURIComponent(saetze.join('\n'))}`;
}
