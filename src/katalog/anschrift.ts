/**
 * What reads like a place in running text, for texts about shelters. No list of street names is ever complete („Unter den Eichen
 * 12“, „Im Wingert 4–6“): there, a name with a small number behind it is a place unless it is one of the few things listed here.
 */

/** Words with a capital that numbers follow without it being a place: days, times, counts, laws, the beginning of a sentence. */
const VOR_ZAHLEN = [
  'Mo|Di|Mi|Do|Fr|Sa|So|(?:Mon|Diens|Donners|Frei|Sams|Sonn|Feier|Werk|Wochen)tags?|Mittwochs?|Sonnabends?|Wochenende',
  'Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?',
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Uhr|Uhrzeit|Stand',
  'Telefon|Tel|Fax|Mobil|Handy|Phone|Téléphone|Telefonnummer|Rufnummer|Notruf|Nummer|Nr|Taste',
  'Artikel|Art|Paragraf|Paragraph|Absatz|Abs|Satz|Nummern|SGB|StGB|BGB|AufenthG|AsylG|GG|Kapitel|Seite|Punkt|Schritt|Teil|Phase|Stufe|Frage|Gruppe|Kurs|Klasse|Modul',
  'Alter|Kinder|Kindern|Frauen|Männer|Jungen|Mädchen|Jugendliche|Jugendlichen|Personen|Menschen|Euro|EUR|Kosten|Preis|Miete',
  'Ab|Bei|Bis|Von|Vor|Nach|Um|Am|Im|In|An|Zum|Zur|Für|Mit|Seit|Unter|Über|Etwa|Rund|Nur|Max|Maximal|Mindestens|Höchstens|Insgesamt|Zwischen|Circa|Ca|Alle|Je|Pro|Noch|Und|Oder|Unsere|Unser|Die|Der|Das|Den|Es|Wir|Sie|Ihnen|Ihre|Ihr|Uns',
].join('|');
/** The same in lower case: `ab 12`, `die letzten 3`. */
const VOR_ZAHLEN_KLEIN =
  'ab|bei|bis|von|vor|nach|um|am|im|in|an|zum|zur|für|mit|seit|unter|über|etwa|rund|nur|max|maximal|mindestens|höchstens|insgesamt|zwischen|circa|ca|alle|je|pro|noch|und|oder|(?:letzt|nächst|erst)e[nr]?|die|der|den|notfall|alter|monat|jahr|haus|tag|telefon';
/** What is counted behind a number, in the languages of the portal; `-` for `3- bis 6-jährige`. */
const NACH_ZAHLEN = [
  '(?:-|bis)?\\s{0,3}(?:Uhr|[hH](?!\\p{L})|Std|Stunden?|Minuten?|Min|Tagen?|Tage|Nächten?|Wochen?|Monaten?|Jahren?|jährig\\p{L}*)',
  '(?:Euro|EUR|€|%|Prozent|Mal|mal)',
  '(?:Plätzen?|Betten?|Zimmern?|Wohnungen|Wohnplätzen?|Schutzplätzen?|Familienplätzen?|Frauen|Kindern?|Personen|Menschen|Männern?|Familien|Müttern?|Vätern?|Mädchen|Jungen|Jugendlichen?|Erwachsenen?|Betroffenen?|Bewohnerinnen|Beraterinnen|Mitarbeiterinnen|Mitarbeitenden?|Fachkräften?|Sprachen|Terminen?|Schritten?|Fragen|Gründen?)',
  '(?:SGB|StGB|BGB|GG|AufenthG|AsylG|GewSchG|Abs)',
  '(?:a\\.?m|p\\.?m|hours?|days?|weeks?|months?|years?|women|children|people|persons|places|heures?|jours?|ans|femmes|enfants|personnes|places|godzin\\p{L}*|dni|lat|kobiet\\p{L}*|dzieci|osób|miejsc\\p{L}*|ore|zile|ani|femei|copii|persoane|locuri|saat\\p{L}*|gün\\p{L}*|yaş\\p{L}*|kadın\\p{L}*|çocuk\\p{L}*|kişi\\p{L}*|jin\\p{L}*|zarok\\p{L}*|kes\\p{L}*|roj\\p{L}*|sal\\p{L}*|saet\\p{L}*)',
  '(?:час\\p{L}*|годин\\p{L}*|дн\\p{L}*|женщин\\p{L}*|жін\\p{L}*|дет\\p{L}*|діт\\p{L}*|человек\\p{L}*|осіб|мест\\p{L}*|місц\\p{L}*|лет|років)',
].join('|');
/** A house number; no time, date, decimal, year or phone number, and nothing counted. */
const HAUSNUMMER = `(?:Nr\\.?|Nummer|No\\.?)?\\s{0,2}(?!11[0256](?!\\d))[1-9]\\d{0,2}(?:\\s?[a-hA-H](?!\\p{L}))?(?:\\s?[-–/]\\s?\\d{1,3}(?:\\s?[a-h](?!\\p{L}))?)?(?![\\p{L}\\d]|[.:,/]\\d|\\.\\s?(?:\\d|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|\\s\\d|\\s{0,3}(?:[-–]|bis)\\s{0,3}\\d|[-–]?\\s{0,3}(?:(?:[-–]|bis|und|oder)\\s{0,3}\\d*[-–]?\\s{0,3})?(?:${NACH_ZAHLEN})(?!\\p{L}))`;
/** Between a name and its number: a space, a break of the line that begins no list, the dot of „Str.“. */
const LUECKE = '\\.?,?(?:[^\\S\\n]{0,3}|[^\\S\\n]*\\\\?\\n[^\\S\\n]*(?!\\d+[.)]\\s))';

const NAME_MIT_ZAHL = new RegExp(
  `(?<![\\p{L}\\d/?&=#_@.-]|§\\s?|/)(?!(?:${VOR_ZAHLEN})(?![\\p{L}-]))\\p{Lu}[\\p{L}'’/-]{0,60}\\p{L}(?<!\\p{Lu}\\p{Lu})${LUECKE}${HAUSNUMMER}`,
  'u',
);
const NAME_IN_GROSSBUCHSTABEN = new RegExp(
  `(?<![\\p{L}\\d/?&=#_@.-])(?!(?:${VOR_ZAHLEN})(?!\\p{L}))\\p{Lu}[\\p{Lu}-]{2,}\\.?\\s{1,2}${HAUSNUMMER}`,
  'u',
);
/** „unter den eichen 12“, typed without a capital. */
const KLEIN_GESCHRIEBEN = new RegExp(
  `(?<!\\p{L})(?:am|im|zum|zur|beim|(?:an|auf|hinter|in|unter|vor|bei)\\s+(?:dem|den|der))\\s+(?!(?:${VOR_ZAHLEN_KLEIN})(?!\\p{L}))\\p{Ll}\\p{L}{2,}\\s+${HAUSNUMMER}`,
  'u',
);

/** A street by its word, however the number is written, and whatever is counted behind it. */
const STRASSE =
  /\b\p{L}{0,40}[- ]?\p{L}{0,40}(?:straße|strasse|str\.?|weg|platz|allee|gasse|ring|ufer|hof|damm|markt|graben|steig|pfad|chaussee|berg)\s*(?:Nr\.\s*)?\d{1,3}(?![.:]?\d|\s*(?:Uhr|Euro|€|%|Stunden|Tage|Minuten|Plätze|Frauen|Personen))/iu;
/** Streets without a number. */
const STRASSENNAME = /(?<!\p{L})\p{L}{3,40}(?:(?:straße|strasse|gasse|allee)\b|str\.)/iu;
/** „Konrad-Adenauer-Straße“, „Willy-Brandt-Platz“; a „Kita-Platz“ and a „Mutter-Kind-Platz“ are none. */
const STRASSE_MIT_BINDESTRICH =
  /[\p{L}.][-‐](?=\p{Lu})(?:(?i:straße|strasse|str\.|allee|gasse|ring|ufer|damm|wall)|(?!Kind[-‐])\p{Lu}\p{L}{1,40}[-‐](?i:platz|weg|markt))(?!\p{L})/u;
/** By endings that other words have, too; „Mentoring“, „Frauenring“, „Anrufer“ and „Käufer“ are none. */
const RING_UFER_DAMM =
  /(?<!\p{L})(?:(?:Nord|Ost|Süd|West)ring|\p{Lu}\p{L}{1,40}(?:(?<!rau|amili)enring|(?<!Anr|ä)ufer|damm))(?!\p{L})/u;
const STRASSE_AUS_WORTEN =
  /(?<!\p{L})(?!(?:Der|Die|Diese[rn]?|(?:[DMSK]?ein|Ihr|Unser)e?[rn]?|Jede[rn]?|Welche[rn]?|Manche[rn]?|Andere[rn]?|Freie[rn]?|Sichere[rn]?|Neue[rn]?|Weitere[rn]?|Ruhige[rn]?|Über|Unter|Hinter|Immer|Oder|Aber|Wei(?:ß|ss)er(?=\sRing))\s)\p{Lu}\p{L}+(?:(?:er|e|en)\s+(?:Straße|Strasse|Str\.|Gasse|Allee)|er\s+(?:Weg|Platz|Markt|Ring|Tor|Wall|Ufer|Berg))(?!\p{L})|(?<!\p{L})(?:Straße|Strasse|Platz|Allee)\s+(?:der|des|von)\s+\p{Lu}/u;
/** Ways and squares by their name; „Arbeitsplatz“, „Ausweg“ and their like are none. */
const WEG_ODER_PLATZ =
  /(?<!\p{L})(?!(?:(?:\p{L}*-)?(?:\p{L}*(?:arbeits|wohn|schlaf|spiel|schutz|kita|kinder|garten|haus|therapie|studien|ausbildungs|park|stell|aufnahme|not|notfall|kurs|betreuungs|krippen|hort|praktikums|pflege|sitz|unterkunfts|behandlungs|zelt|heim|zufluchts|beratungs|frauen|familien|bett|zimmer|lern|liege|warte|vor|übernachtungs|einzel|gruppen|park)platz|\p{L}*(?:aus|um|rück|heim|schul|flucht|lebens|rechts|hin|arbeits|leidens|bildungs|werde|instanzen|post|rettungs|hilfs|zugangs|kontakt|kommunikations|anfahrts|fuß|rad|geh|gerichts|beschwerde|mittel|lösungs|halb|durch|schlicht|vorne|glatt|kurz|berufs|antrags|verwaltungs|zu|an|keines)weg))(?!\p{L}))\p{Lu}\p{L}{1,40}(?:weg|platz)(?!\p{L})/iu;
/** Streets in other languages: their word with a name or a number, for „on the street“ tells no place. */
const STRASSE_ANDERSWO =
  /(?<!ال)شارع\s|خیابان\s{1,3}\p{L}|(?:улиц|вулиц)\p{L}{0,3}\s{1,3}[\p{Lu}\d]|(?<!\p{L})(?:ул|вул|ul)\.\s{0,3}\p{L}|(?<!\p{L})\p{Lu}\p{L}{1,40}\s{1,3}(?:[Ss]treet|[Rr]oad)(?!\p{L})|(?<!\p{L})rue\s{1,3}(?:d(?:e|u|es)\s{1,3}|d['’])?\p{Lu}|(?<!\p{L})(?:sokağı|caddesi|kolana)(?!\p{L})|(?<!\p{L})(?:ulica|strada|str\.)\s{1,3}\p{Lu}|(?<!\p{L})Sokağı(?!\p{L})/u;
const HALTESTELLE =
  /(?:[Hh]altestelle|[Bb]ushalt|[Bb]ahnhof|[Bb]ahnstation|HALTESTELLE|BAHNHOF)n?\s{0,3}:?\s{0,3}(?:(?:am|an|im|in|zum|zur|der|den|dem)\s+){0,2}["„“«»*_]*\p{Lu}/u;
const PLZ_ORT = /(?<!\d)\d{5}\s+\p{Lu}\p{L}+/u;
const LANDKARTE =
  /\b(?:maps?\.|goo\.gl|osm\.|openstreetmap|geo:|what3words|w3w|plus\.codes)|\/maps?[/?]|\/\/\/\s?\p{L}+\.\p{L}+\.\p{L}/iu;
const PUNKT = /(?<!\d)\d{2}[.,]\d{3,}[^\d\n]{1,8}\d{1,2}[.,]\d{3,}/;
/** Degrees that are no temperature. */
const GRAD =
  /\d\s{0,3}°(?!\s{0,3}[CF](?!\p{L}))|\d\s{0,3}(?:o|Grad)\s{0,3}\d{1,2}\s{0,3}(?:['′’]|Min)/u;
/** Open Location Code, whole or with the name of a place: `9F28WXR4+PJ`, `WXR4+PJ`. */
const PLUS_CODE =
  /(?<![\p{L}\d])(?=[\dA-Z]*[A-Z])(?:[2-9CFGHJMPQRVWX]{2}){2,4}\+[2-9CFGHJMPQRVWX]{2,3}(?![\p{L}\d])/u;

const MUSTER = [
  STRASSE,
  STRASSENNAME,
  STRASSE_MIT_BINDESTRICH,
  RING_UFER_DAMM,
  STRASSE_AUS_WORTEN,
  WEG_ODER_PLATZ,
  STRASSE_ANDERSWO,
  NAME_MIT_ZAHL,
  NAME_IN_GROSSBUCHSTABEN,
  KLEIN_GESCHRIEBEN,
  HALTESTELLE,
  PLZ_ORT,
  PUNKT,
  GRAD,
  PLUS_CODE,
  LANDKARTE,
];

/**
 * Where a text has what reads like an address, a stop, a point or a map; undefined where there is nothing of the kind.
 * @param lesbar as readers see it, see `lesbarerText`
 */
export function findeAnschrift(lesbar: string): number | undefined {
  return MUSTER.map((muster) => lesbar.search(muster)).find((index) => index >= 0);
}
