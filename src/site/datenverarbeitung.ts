/** What the software of this portal does with visitors' data, made of what is switched on; in German, as the law asks. */
import type { Katalog } from '../katalog/katalog.ts';

export interface Abschnitt {
  titel: string;
  /** Paragraphs; plain text. */
  absaetze: string[];
}

/** Something that stays on a device after a tap. */
export interface Speicherung {
  /** As a browser's list of stored data names it. */
  name: string;
  wo: string;
  was: string;
  wann: string;
}

export interface Datenverarbeitung {
  /** What holds for every page. */
  zusagen: string[];
  abschnitte: Abschnitt[];
  speicherungen: Speicherung[];
}

/** Who serves the pictures below the points of the map. */
const KARTENDIENSTE = {
  basemapde:
    'Bundesamt für Kartographie und Geodäsie (Dienst „basemap.de“, Server sgx.geodatenzentrum.de)',
} as const;

/** German, plain text. Tiles of the map, neighbours and the quick exit are named where `portal.yaml` has them. */
export function toDatenverarbeitung({ portal }: Pick<Katalog, 'portal'>): Datenverarbeitung {
  const { karte, ausstieg, verbund = [] } = portal;
  const nachbarn = verbund.filter(({ form }) => form === 'portal');
  return {
    zusagen: [
      'Sie müssen sich nicht anmelden und keinen Namen nennen.',
      'Es gibt keine Cookies.',
      'Niemand beobachtet, was Sie auf den Seiten tun. Es gibt keine Zählprogramme und keine Werbung.',
      'Ihr Suchwort wird an keinen Server geschickt. Die Suche läuft in Ihrem Browser.',
      'Von selbst lädt keine Seite etwas von fremden Servern.',
      'Auf Ihrem Gerät wird nichts dauerhaft gespeichert, solange Sie nicht selbst darauf tippen.',
    ],
    abschnitte: [
      {
        titel: 'Wenn Sie suchen',
        absaetze: [
          'Ihr Browser lädt Teile eines Suchverzeichnisses vom Server dieses Portals und durchsucht sie selbst. Das Wort selbst wird nicht geschickt. Welche Teile geladen werden, hängt aber vom Wort ab: Wer die Protokolle des Servers lesen kann, könnte daraus auf das Thema schließen.',
          'Ihr Suchwort und Ihre Filter stehen in der Adresszeile hinter dem Zeichen „#“. Diesen Teil schickt ein Browser nie an einen Server. Er merkt sich die Adresse aber in seinem Verlauf. Wer Ihr Gerät benutzt, kann sie dort sehen. Suchen, die mit Gewalt zu tun haben, schreibt das Portal darum nicht in die Adresse.',
          ...(nachbarn.length > 0
            ? [
                `Auf der Suchseite können Sie auch in Nachbarkreisen suchen. Erst wenn Sie darauf tippen, lädt Ihr Browser Teile von deren Suchverzeichnissen, von diesen Servern: ${nachbarn.map(({ url }) => new URL(url).host).join(', ')}. Diese erfahren Ihre IP-Adresse. Ihr Suchwort wird nicht geschickt; aus den geladenen Teilen kann ein Server aber schließen, womit es anfängt.`,
              ]
            : []),
        ],
      },
      {
        titel: 'Wenn Sie die Karte öffnen',
        absaetze: [
          'Die Punkte auf der Karte kommen vom Server dieses Portals.',
          karte.kacheln
            ? `Ein Kartenbild mit Straßen und Häusern lädt Ihr Browser nur, wenn Sie auf der Karte darauf tippen. Es kommt von: ${KARTENDIENSTE[karte.kacheln]}. Dieser erfährt dann Ihre IP-Adresse und den Ausschnitt der Karte. Was Sie suchen, erfährt er nicht.`
            : 'Auch der Umriss des Kreises kommt von dort; ein fremder Kartendienst wird nicht benutzt.',
        ],
      },
      {
        titel: 'Wenn Sie Ihren Standort benutzen',
        absaetze: [
          'Das Portal kann Angebote in Ihrer Nähe zuerst zeigen. Dafür fragt Ihr Browser Sie nach dem Standort, und nur, wenn Sie darauf getippt haben. Er bleibt auf Ihrem Gerät: Das Portal schickt ihn nicht weg und speichert ihn nicht.',
        ],
      },
      {
        titel: 'Wenn Sie Angebote merken',
        absaetze: [
          'Ihre Merkliste steht in der Adresszeile hinter dem Zeichen „#“, als kurze Zeichenfolgen ohne Namen. Auch dieser Teil geht nie an einen Server. Ihr Browser merkt sich die Adresse aber in seinem Verlauf, mit der Liste und Ihren Notizen. Wer Ihr Gerät benutzt, kann sie dort wieder öffnen, bis Sie den Verlauf löschen.',
          'Mit „Auf diesem Gerät merken“ ist die Liste beim nächsten Besuch wieder da. „Vom Gerät löschen“ entfernt diese Kopie, nicht den Verlauf.',
        ],
      },
      {
        titel: 'Wenn Sie das Portal offline speichern',
        absaetze: [
          'Nur wenn Sie darauf tippen, speichert Ihr Browser alle Seiten einer Sprache. Welche Seiten Sie lesen, wird dabei nicht gespeichert. Wer das Gerät benutzt, kann sehen, dass das Portal gespeichert ist. Sie können alles mit einem Tipp wieder löschen.',
        ],
      },
      {
        titel: 'Wenn Sie etwas teilen',
        absaetze: [
          'Links für E-Mail, SMS und Messenger öffnen das Programm, das Sie wählen. Erst dann erfährt dessen Anbieter, was Sie schicken. Das Portal bindet keine fremden Knöpfe ein.',
        ],
      },
      {
        titel: 'Wenn Sie einen Kalender oder Neuigkeiten abonnieren',
        absaetze: [
          'Ihr Programm ruft dann regelmäßig eine Datei vom Server dieses Portals ab, ohne Ihren Namen zu nennen.',
        ],
      },
      {
        titel: 'Wenn Sie sich etwas vorlesen lassen',
        absaetze: [
          'Es werden nur Stimmen benutzt, die auf Ihrem Gerät sind. Der Text wird nicht an einen Server geschickt.',
        ],
      },
      {
        titel: 'Wenn Sie einem Link folgen',
        absaetze: [
          'Viele Angebote haben eigene Internetseiten. Mit einem solchen Link verlassen Sie das Portal. Der anderen Seite wird nicht gesagt, von wo Sie kommen. Was dort mit Ihren Daten geschieht, steht in deren Datenschutzerklärung.',
          ...(ausstieg
            ? [
                `Der Knopf „Seite schnell verlassen“ führt zu ${new URL(ausstieg).host}. Auch dort erfährt niemand, von wo Sie kommen. Ihren Verlauf kann er nicht löschen.`,
              ]
            : []),
        ],
      },
    ],
    speicherungen: [
      {
        name: 'merkliste',
        wo: 'lokaler Speicher',
        was: 'kurze Zeichenfolgen der gemerkten Angebote und Ihre Notizen',
        wann: 'nach „Auf diesem Gerät merken“, bis Sie sie löschen',
      },
      {
        name: 'offline',
        wo: 'Zwischenspeicher (Cache) und ein Hilfsprogramm (Service Worker)',
        was: 'alle Seiten einer Sprache',
        wann: 'nach „Offline speichern“, bis Sie sie löschen',
      },
      {
        name: 'suche',
        wo: 'Speicher dieses Fensters',
        was: 'ein Suchwort, während die Suchseite geladen wird, damit es nicht in der Adresse steht',
        wann: 'nach dem Absenden einer Suche, für einen Augenblick',
      },
      {
        name: 'Verlauf',
        wo: 'Verlauf Ihres Browsers und dieses Fensters',
        was: 'die Adressen der Seiten, auch mit Merkliste, Notizen und Suchwort; in diesem Fenster außerdem, was „Zurück“ braucht: die letzte Suche, der ungefähre Ort, die Liste',
        wann: 'von selbst, wie bei jeder Internetseite; die Adressen, bis Sie den Verlauf löschen, das Übrige, bis Sie das Fenster schließen',
      },
    ],
  };
}
