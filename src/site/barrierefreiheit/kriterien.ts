/**
 * What the portal is measured against, and how it stands: the one source of the table in `docs/barrierefreiheit.md` and of the statement
 * that every Kreis publishes. A self-assessment; who finds a barrier changes the result here.
 *
 * WCAG 2.2, levels A and AA (W3C, 2023), in the words of its German translation where there is one; clauses of EN 301 549 V3.2.1 beyond
 * it that concern websites; and what readers have to know besides.
 */

export type Ergebnis = 'erfüllt' | 'teilweise' | 'nicht anwendbar' | 'nicht geprüft';

export interface Kriterium {
  /** Number in its standard; without one where no standard has it. */
  id?: string;
  name: string;
  ergebnis: Ergebnis;
  /** How it is met, or why it does not apply. */
  wie: string;
  /** Files of tests that fail where it is no longer met. */
  tests?: readonly string[];
  /** What is open, as the statement tells it to visitors: with the reason and another way, where there is one. */
  offen?: string;
}

const SEITEN = 'test/portal/barrierefreiheit.test.ts';
const OFFENES = 'test/portal/barrierefreiheit-offen.test.ts';
const TASTATUR = 'test/portal/tastatur.test.ts';
const VORLESEPROGRAMM = 'test/portal/vorleseprogramm.test.ts';
const KONTRAST = 'test/site/kontrast.test.ts';

type Rest = Pick<Kriterium, 'tests' | 'offen'>;
const k = (
  id: string,
  name: string,
  ergebnis: Ergebnis,
  wie: string,
  rest: Rest = {},
): Kriterium => ({ id, name, ergebnis, wie, ...rest });
const ja = (id: string, name: string, wie: string, ...tests: string[]) =>
  k(id, name, 'erfüllt', wie, { tests });
const entfaellt = (id: string, name: string, wie: string) => k(id, name, 'nicht anwendbar', wie);

const KEIN_FILM = 'Das Portal enthält weder Filme noch Tonaufnahmen.';

/** WCAG 2.2 A and AA: EN 301 549, clause 9, puts a 9 before the numbers of WCAG 2.1. */
export const WCAG: readonly Kriterium[] = [
  ja(
    '1.1.1',
    'Nicht-Text-Inhalt',
    'Bilder sind Zeichen, Karten und QR-Codes; sie haben einen Namen, oder was sie zeigen, steht daneben. In Texten von Angeboten sind Bilder nicht möglich.',
    SEITEN,
    OFFENES,
  ),
  entfaellt('1.2.1', 'Reines Audio und reines Video', KEIN_FILM),
  entfaellt('1.2.2', 'Untertitel', KEIN_FILM),
  entfaellt('1.2.3', 'Audiodeskription oder Volltext-Alternative', KEIN_FILM),
  entfaellt('1.2.4', 'Untertitel (live)', KEIN_FILM),
  entfaellt('1.2.5', 'Audiodeskription', KEIN_FILM),
  ja(
    '1.3.1',
    'Info und Beziehungen',
    'Überschriften, Listen, Tabellen, Bereiche und Beschriftungen sind ausgezeichnet.',
    SEITEN,
    OFFENES,
    VORLESEPROGRAMM,
  ),
  ja(
    '1.3.2',
    'Bedeutungstragende Reihenfolge',
    'Die Reihenfolge im Dokument ist die, in der man liest, auch von rechts nach links.',
    TASTATUR,
  ),
  k(
    '1.3.3',
    'Sensorische Eigenschaften',
    'nicht geprüft',
    'Die Oberfläche verweist nicht auf Farbe, Form oder Ort allein.',
    {
      offen:
        'Die Texte der Angebote kommen von vielen Stellen. Niemand hat sie daraufhin gelesen, ob sie etwas nur mit Farbe, Form oder Ort beschreiben.',
    },
  ),
  ja('1.3.4', 'Ausrichtung', 'Hoch- und Querformat gehen beide.', SEITEN),
  entfaellt(
    '1.3.5',
    'Eingabezweck bestimmen',
    'Kein Feld fragt nach Angaben zur Person; ein Ort in der Nähe wird nicht gespeichert und absichtlich nicht vorgeschlagen.',
  ),
  ja(
    '1.4.1',
    'Benutzung von Farbe',
    'Links sind unterstrichen, Zustände haben ein Zeichen oder eine Linie, Hinweise stehen in Worten.',
    SEITEN,
    OFFENES,
  ),
  ja(
    '1.4.2',
    'Audio-Steuerelement',
    'Das Vorlesen beginnt nur auf Knopfdruck und lässt sich anhalten.',
    'test/portal/vorlesen.test.ts',
  ),
  ja(
    '1.4.3',
    'Kontrast (Minimum)',
    'Mindestens 4,5 : 1 in hellen und in dunklen Farben.',
    SEITEN,
    OFFENES,
    KONTRAST,
  ),
  ja(
    '1.4.4',
    'Textgröße ändern',
    'Mit 200 % großer Schrift wird auf 320 Pixeln nichts abgeschnitten.',
    SEITEN,
    OFFENES,
  ),
  ja('1.4.5', 'Bilder von Text', 'Kein Text steht in Bildern.'),
  ja(
    '1.4.10',
    'Umbruch (Reflow)',
    'Bei 320 × 256 Pixeln (400 %) scrollt keine Seite zur Seite. Breite Tabellen scrollen für sich.',
    SEITEN,
    OFFENES,
  ),
  ja(
    '1.4.11',
    'Nicht-Text-Kontrast',
    'Ränder von Feldern und Knöpfen, der Fokus und die Zeichen der Karte haben mindestens 3 : 1, auch in den Farben des Systems.',
    KONTRAST,
    SEITEN,
  ),
  ja(
    '1.4.12',
    'Textabstand',
    'Mit den größeren Abständen wird auf 320 Pixeln nichts abgeschnitten.',
    SEITEN,
    OFFENES,
  ),
  ja(
    '1.4.13',
    'Eingeblendeter Inhalt bei Hover oder Fokus',
    'Nichts erscheint nur beim Zeigen; Vorschläge schließen mit Escape.',
    TASTATUR,
  ),
  ja(
    '2.1.1',
    'Tastatur',
    'Suche, Filter, Karte, Merkliste, Handzettel, Sprachwahl und Ausstieg gehen ohne Maus.',
    TASTATUR,
    'test/portal/suche-vorschlaege.test.ts',
  ),
  ja(
    '2.1.2',
    'Keine Tastaturfalle',
    'Mit der Tabulatortaste kommt man durch jede geprüfte Seite und wieder hinaus.',
    TASTATUR,
  ),
  ja(
    '2.1.4',
    'Tastenkürzel',
    'Einziges Kürzel ist dreimal Umschalt; es enthält kein Zeichen.',
    'test/portal/ausstieg.test.ts',
  ),
  entfaellt(
    '2.2.1',
    'Zeitvorgaben anpassbar',
    'Nichts läuft ab. Der Ausstieg durch dreimal Umschalt hat eine Frist; der Knopf daneben hat keine.',
  ),
  entfaellt('2.2.2', 'Pausieren, beenden, ausblenden', 'Nichts bewegt sich von selbst.'),
  ja('2.3.1', 'Grenzwert von dreimaligem Blitzen', 'Nichts blitzt.'),
  ja(
    '2.4.1',
    'Blöcke umgehen',
    'Jede Seite beginnt mit einem Sprung zum Inhalt, die Suche hat einen zu den Ergebnissen.',
    TASTATUR,
    SEITEN,
  ),
  k('2.4.2', 'Seite mit Titel versehen', 'teilweise', 'Jede Seite hat einen Titel.', {
    tests: [SEITEN, 'test/portal/ausstieg.test.ts'],
    offen:
      'Seiten über Gewalt heißen im Browser alle wie das Portal. Das ist Absicht: Niemand soll im Verlauf lesen, was jemand gesucht hat. Worum es geht, steht in der ersten Überschrift.',
  }),
  ja(
    '2.4.3',
    'Fokus-Reihenfolge',
    'Der Fokus folgt der Reihenfolge des Inhalts; nach dem Schließen kehrt er zurück.',
    TASTATUR,
  ),
  k('2.4.4', 'Linkzweck (im Kontext)', 'teilweise', 'Links der Oberfläche nennen ihr Ziel.', {
    tests: [SEITEN, VORLESEPROGRAMM],
    offen:
      'Links in Texten von Angeboten schreiben viele Stellen. Ob jeder sein Ziel nennt, hat niemand geprüft.',
  }),
  ja(
    '2.4.5',
    'Verschiedene Methoden',
    'Suche, Themen, Orte, Zielgruppen, Anbieter und eine Liste von A bis Z.',
    'test/portal/ohne-javascript.test.ts',
  ),
  ja(
    '2.4.6',
    'Überschriften und Beschriftungen',
    'Überschriften und Beschriftungen nennen ihren Inhalt.',
    VORLESEPROGRAMM,
    SEITEN,
  ),
  ja(
    '2.4.7',
    'Fokus sichtbar',
    'Eine Linie von drei Pixeln um alles, was den Fokus hat.',
    TASTATUR,
  ),
  ja(
    '2.4.11',
    'Fokus nicht verdeckt (Minimum)',
    'Die feste Leiste zum schnellen Verlassen verdeckt nichts, was den Fokus hat.',
    TASTATUR,
  ),
  ja(
    '2.5.1',
    'Zeigergesten',
    'Die Karte hat Knöpfe zum Vergrößern; keine Geste ist nötig.',
    TASTATUR,
  ),
  ja('2.5.2', 'Zeigerabbruch', 'Alles geschieht beim Loslassen.'),
  ja(
    '2.5.3',
    'Beschriftung im Namen',
    'Was zu lesen ist, steht im Namen, auch die Zahl auf der Karte.',
    SEITEN,
    OFFENES,
  ),
  entfaellt('2.5.4', 'Betätigung durch Bewegung', 'Nichts reagiert auf die Bewegung des Geräts.'),
  k('2.5.7', 'Ziehbewegungen', 'teilweise', 'Die Merkliste ordnet man mit Knöpfen.', {
    tests: [TASTATUR],
    offen:
      'Den Ausschnitt der Karte verschiebt man durch Ziehen oder mit den Pfeiltasten; einzelne Knöpfe dafür gibt es nicht. Alles, was die Karte zeigt, steht in der Liste daneben, und jeder Treffer führt mit einem Tippen zu seiner Stelle auf der Karte.',
  }),
  ja(
    '2.5.8',
    'Zielgröße (Minimum)',
    'Mindestens 24 × 24 Pixel oder genug Abstand; Knöpfe sind 44 Pixel hoch.',
    SEITEN,
    OFFENES,
  ),
  ja(
    '3.1.1',
    'Sprache der Seite',
    'Jede Seite nennt ihre Sprache und Richtung.',
    SEITEN,
    'test/portal/sprachen.test.ts',
  ),
  k(
    '3.1.2',
    'Sprache von Teilen',
    'teilweise',
    'Deutsche Texte und Namen auf Seiten in anderen Sprachen sind als deutsch ausgezeichnet.',
    {
      tests: ['test/portal/sprachen.test.ts'],
      offen:
        'Einzelne fremde Wörter innerhalb eines Textes (zum Beispiel ein englischer Kursname in einem deutschen Satz) sind nicht ausgezeichnet; ein Vorleseprogramm spricht sie deutsch aus.',
    },
  ),
  ja('3.2.1', 'Bei Fokus', 'Der Fokus allein ändert nichts.', TASTATUR),
  ja(
    '3.2.2',
    'Bei Eingabe',
    'Filter und Suche ändern die Treffer darunter, nie die Seite.',
    'test/portal/suche.test.ts',
  ),
  ja('3.2.3', 'Konsistente Navigation', 'Ein Rahmen für alle Seiten.', VORLESEPROGRAMM),
  ja(
    '3.2.4',
    'Konsistente Erkennung',
    'Gleiches heißt überall gleich; die Worte stehen an einer Stelle.',
  ),
  ja(
    '3.2.6',
    'Konsistente Hilfe',
    'Kontakt und Notrufnummern stehen auf jeder Seite an derselben Stelle.',
    VORLESEPROGRAMM,
  ),
  ja(
    '3.3.1',
    'Fehlerkennzeichnung',
    'Ein unbekannter Ort wird beim Feld in Worten genannt.',
    VORLESEPROGRAMM,
  ),
  ja(
    '3.3.2',
    'Beschriftungen oder Anweisungen',
    'Jedes Feld hat eine sichtbare Beschriftung.',
    VORLESEPROGRAMM,
    SEITEN,
  ),
  ja(
    '3.3.3',
    'Vorschlag bei Fehler',
    'Die Suche korrigiert Tippfehler und nennt Auswege; das Ortsfeld nennt Orte zur Auswahl.',
    'test/portal/suche-worte.test.ts',
    VORLESEPROGRAMM,
  ),
  entfaellt(
    '3.3.4',
    'Fehlervermeidung (rechtlich, finanziell, Daten)',
    'Man kann nichts abschließen, bezahlen oder abschicken.',
  ),
  entfaellt('3.3.7', 'Redundanter Eintrag', 'Nichts wird in mehreren Schritten eingegeben.'),
  entfaellt('3.3.8', 'Barrierefreie Authentifizierung (Minimum)', 'Es gibt keine Anmeldung.'),
  ja(
    '4.1.2',
    'Name, Rolle, Wert',
    'Bedienelemente sind die des Browsers; wo nicht, sagen sie Name, Rolle und Zustand.',
    VORLESEPROGRAMM,
    SEITEN,
    OFFENES,
  ),
  ja(
    '4.1.3',
    'Statusmeldungen',
    'Anzahl der Treffer, Vorschläge, Merkliste und Fehler werden gemeldet, ohne dass der Fokus springt.',
    VORLESEPROGRAMM,
  ),
];

/** EN 301 549 V3.2.1 beyond clause 9. */
export const EN_301_549: readonly Kriterium[] = [
  entfaellt(
    '5.2',
    'Aktivierung von Barrierefreiheitsfunktionen',
    'Es gibt keine, die man erst einschalten müsste; das Vorlesen hat einen Knopf.',
  ),
  entfaellt('5.3', 'Biometrie', 'Nichts wird an Merkmalen des Körpers erkannt.'),
  entfaellt(
    '5.4',
    'Erhalt von Barrierefreiheitsinformation bei Umwandlung',
    'Besucher wandeln nichts um.',
  ),
  entfaellt('6', 'Zwei-Wege-Sprachkommunikation', 'Man kann mit dem Portal nicht telefonieren.'),
  entfaellt('7', 'Videofähigkeiten', KEIN_FILM),
  k(
    '10',
    'Dokumente, die keine Webseiten sind',
    'nicht geprüft',
    'Handzettel und Listen gibt es als Webseite.',
    {
      offen:
        'Heft und Handzettel, die als PDF gespeichert werden, sind für den Druck gemacht und nicht auf Barrierefreiheit geprüft. Derselbe Inhalt steht auf den Seiten der Angebote.',
    },
  ),
  ja(
    '11.7',
    'Benutzereinstellungen',
    'Helle und dunkle Farben, Farben des Systems, Schriftgröße und weniger Bewegung werden übernommen.',
    SEITEN,
    OFFENES,
  ),
  entfaellt('11.8', 'Autorenwerkzeuge', 'Besucher erstellen keine Inhalte.'),
  ja(
    '12.1.1',
    'Dokumentation der Barrierefreiheit',
    'Diese Tabelle, und die Erklärung zur Barrierefreiheit auf jedem Portal.',
    'test/site/barrierefreiheit.test.ts',
  ),
  ja(
    '12.1.2',
    'Barrierefreie Dokumentation',
    'Die Hilfe ist eine Seite des Portals wie jede andere.',
    SEITEN,
  ),
  k(
    '12.2',
    'Unterstützungsdienste',
    'nicht geprüft',
    'Telefon und E-Mail stehen auf jeder Seite.',
    {
      offen:
        'Ob die zuständige Stelle Fragen barrierefrei beantwortet, zum Beispiel ohne Telefon, hängt vom Kreis ab und ist nicht geprüft.',
    },
  ),
];

/** What readers of the statement have to know, and no criterion asks. */
export const WEITERES: readonly Kriterium[] = [
  {
    name: 'Prüfung durch Menschen',
    ergebnis: 'nicht geprüft',
    wie: 'Programme prüfen jede Art von Seite.',
    offen:
      'Kein Mensch mit Behinderung und keine Prüfstelle hat das Portal geprüft. Mit einem echten Vorleseprogramm wurde es nicht benutzt.',
  },
  {
    name: 'Leichte Sprache',
    ergebnis: 'teilweise',
    wie: 'Die Oberfläche, die Hilfe und die Wegweiser gibt es in Leichter Sprache.',
    offen:
      'Die Texte in Leichter Sprache wurden nicht von Menschen mit Lernschwierigkeiten geprüft. Die Beschreibungen der meisten Angebote gibt es nicht in Leichter Sprache.',
  },
  {
    name: 'Deutsche Gebärdensprache',
    ergebnis: 'teilweise',
    wie: 'Angebote nennen Gebärdensprache, wenn es sie dort gibt.',
    offen: 'Es gibt keine Videos in Deutscher Gebärdensprache.',
  },
  {
    name: 'Übersetzungen',
    ergebnis: 'teilweise',
    wie: 'Ungeprüfte Texte sind auf jeder Seite als solche bezeichnet, mit einem Weg, Fehler zu melden.',
    tests: ['test/portal/sprachen.test.ts'],
    offen:
      'Viele Texte in anderen Sprachen hat eine Maschine übersetzt, und niemand hat sie gelesen. Manche Angebote gibt es nur auf Deutsch.',
  },
  {
    name: 'Inhalte anderer',
    ergebnis: 'nicht geprüft',
    wie: 'Links nach außen sind als Link zu erkennen.',
    offen:
      'Internetseiten, Dokumente und Karten anderer, zu denen wir verlinken, haben wir nicht geprüft. Sie gehören nicht zu diesem Portal.',
  },
];

export const ALLE_KRITERIEN: readonly Kriterium[] = [...WCAG, ...EN_301_549, ...WEITERES];
