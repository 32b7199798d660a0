/** The words that generated offers are made of. `{…}` is filled in from {@link LISTEN}, or says where and who. */

/** One kind of offer: what it is called, where it belongs, what its text says. */
export interface Vorlage {
  titel: readonly string[];
  angebotsart: string;
  thema: readonly string[];
  zielgruppen: readonly string[];
  saetze: readonly string[];
}

export const VORLAGEN: readonly Vorlage[] = [
  {
    titel: ['Deutschkurs {niveau}', 'Sprachkurs {niveau}', 'Deutsch lernen {niveau}'],
    angebotsart: 'kurs',
    thema: ['deutsch-lernen'],
    zielgruppen: ['zugewanderte', 'gefluechtete', 'alle'],
    saetze: [
      'Sie lernen in einer kleinen Gruppe sprechen, hören, lesen und schreiben.',
      'Vor dem ersten Unterricht machen Sie einen kurzen Einstufungstest.',
      'Am Ende können Sie eine anerkannte Prüfung ablegen.',
      'Das Lehrbuch bekommen Sie in der ersten Stunde.',
    ],
  },
  {
    titel: ['Alphabetisierung', 'Lesen und Schreiben', 'Alphakurs'],
    angebotsart: 'kurs',
    thema: ['deutsch-lernen', 'bildung'],
    zielgruppen: ['zugewanderte', 'frauen'],
    saetze: [
      'Sie lernen die lateinischen Buchstaben in Ihrem eigenen Tempo.',
      'Auch wer nie eine Schule besucht hat, ist herzlich willkommen.',
      'Wir üben mit Fahrplänen, Einkaufszetteln und Formularen aus dem Alltag.',
    ],
  },
  {
    titel: ['Sprachcafé', 'Gesprächskreis', 'Sprachtreff', 'Tandemtreff'],
    angebotsart: 'treffpunkt',
    thema: ['deutsch-lernen', 'begegnung'],
    zielgruppen: ['alle', 'zugewanderte'],
    saetze: [
      'Bei Tee und Gebäck üben Sie Deutsch, ohne Lehrbuch und ohne Noten.',
      'Jede Woche gibt es ein anderes Thema, das die Gruppe selbst aussucht.',
      'Muttersprachlerinnen und Muttersprachler helfen, wenn ein Wort fehlt.',
    ],
  },
  {
    titel: ['Migrationsberatung', 'Beratung für Erwachsene', 'Sprechstunde Zuwanderung'],
    angebotsart: 'beratung',
    thema: ['beratung', 'aufenthalt'],
    zielgruppen: ['zugewanderte', 'gefluechtete'],
    saetze: [
      'Wir beraten zu Aufenthalt, Arbeit, Wohnung und Familie.',
      'Gemeinsam planen wir die nächsten Schritte und schreiben sie auf.',
      'Die Beratung ist vertraulich und unabhängig von Behörden.',
    ],
  },
  {
    titel: ['Asylverfahrensberatung', 'Rechtshilfe Asyl', 'Sprechstunde Aufenthalt'],
    angebotsart: 'beratung',
    thema: ['aufenthalt'],
    zielgruppen: ['gefluechtete', 'ukraine'],
    saetze: [
      'Wir erklären Ihnen den Ablauf des Verfahrens und bereiten die Anhörung vor.',
      'Fristen sind kurz, kommen Sie deshalb sofort nach einem Bescheid.',
      'Bei Bedarf vermitteln wir an spezialisierte Anwältinnen und Anwälte.',
    ],
  },
  {
    titel: ['Wohnungslotsen', 'Hilfe bei der Wohnungssuche', 'Mietersprechstunde'],
    angebotsart: 'begleitung',
    thema: ['wohnen'],
    zielgruppen: ['gefluechtete', 'familien', 'geringes-einkommen'],
    saetze: [
      'Wir suchen mit Ihnen nach Anzeigen und bereiten die Besichtigung vor.',
      'Sie erfahren, was im Mietvertrag steht und wie man richtig heizt und lüftet.',
      'Eine Wohnung können wir Ihnen leider nicht versprechen.',
    ],
  },
  {
    titel: ['Möbellager', 'Sozialkaufhaus', 'Hausratbörse'],
    angebotsart: 'sachhilfe',
    thema: ['wohnen', 'geld'],
    zielgruppen: ['geringes-einkommen', 'gefluechtete'],
    saetze: [
      'Hier bekommen Sie gebrauchte Möbel, Geschirr, Lampen und Bettwäsche.',
      'Große Stücke liefern wir gegen eine kleine Gebühr nach Hause.',
      'Spenden nehmen wir an, wenn sie sauber und ganz sind.',
    ],
  },
  {
    titel: ['Kleiderstube', 'Kleiderkammer', 'Kinderkleiderladen'],
    angebotsart: 'sachhilfe',
    thema: ['geld', 'familie'],
    zielgruppen: ['geringes-einkommen', 'familien', 'kinder'],
    saetze: [
      'Gut erhaltene Kleidung und Schuhe gibt es für wenig Geld.',
      'Für Babys und Schulkinder ist immer etwas da.',
      'Bitte bringen Sie eine eigene Tasche mit.',
    ],
  },
  {
    titel: ['Tafelausgabe', 'Lebensmittelausgabe', 'Vorratsregal'],
    angebotsart: 'sachhilfe',
    thema: ['geld'],
    zielgruppen: ['geringes-einkommen', 'senioren'],
    saetze: [
      'Menschen mit geringem Einkommen bekommen Obst, Gemüse, Brot und Milch.',
      'Beim ersten Besuch brauchen wir einen Nachweis über Ihr Einkommen.',
      'Was es gibt, hängt von den Spenden der Geschäfte ab.',
    ],
  },
  {
    titel: ['Bewerbungswerkstatt', 'Jobcafé', 'Arbeitslotsen'],
    angebotsart: 'beratung',
    thema: ['arbeit'],
    zielgruppen: ['arbeitssuchende', 'gefluechtete', 'jugendliche'],
    saetze: [
      'Wir schreiben mit Ihnen Lebenslauf und Anschreiben.',
      'Ein Rechner mit Drucker steht bereit, und wir üben Vorstellungsgespräche.',
      'Betriebe aus der Umgebung stellen sich und ihre freien Stellen vor.',
    ],
  },
  {
    titel: ['Anerkennungsberatung', 'Berufsabschlüsse anerkennen'],
    angebotsart: 'beratung',
    thema: ['arbeit', 'bildung'],
    zielgruppen: ['fachkraefte', 'arbeitssuchende'],
    saetze: [
      'Sie haben im Ausland einen Beruf gelernt oder studiert?',
      'Wir prüfen, welche Stelle für Ihren Abschluss zuständig ist und was der Antrag kostet.',
      'Zeugnisse müssen meistens beglaubigt und übersetzt sein.',
    ],
  },
  {
    titel: ['Hausaufgabenhilfe', 'Lernpaten', 'Nachhilfekreis'],
    angebotsart: 'gruppe',
    thema: ['bildung', 'familie'],
    zielgruppen: ['kinder', 'jugendliche'],
    saetze: [
      'Kinder machen ihre Hausaufgaben in Ruhe und fragen, was sie nicht verstehen.',
      'Wir üben Lesen, Rechnen und Vokabeln für die nächste Arbeit.',
      'Mit Einverständnis der Eltern sprechen wir auch mit der Schule.',
    ],
  },
  {
    titel: ['Schulberatung', 'Elterncafé Schule', 'Bildungslotsen'],
    angebotsart: 'beratung',
    thema: ['bildung', 'familie'],
    zielgruppen: ['familien', 'kinder'],
    saetze: [
      'Wir erklären, welche Schulen es gibt und wie man ein Kind anmeldet.',
      'Auch Anträge für Schulbedarf, Mittagessen und Ausflüge füllen wir gemeinsam aus.',
      'Zum Gespräch mit der Klassenleitung begleiten wir Sie gern.',
    ],
  },
  {
    titel: ['Krabbelgruppe', 'Spielgruppe', 'Eltern-Kind-Treff'],
    angebotsart: 'gruppe',
    thema: ['familie', 'begegnung'],
    zielgruppen: ['schwangere-junge-eltern', 'familien', 'kinder'],
    saetze: [
      'Kleine Kinder spielen, singen und klettern, die Eltern lernen sich kennen.',
      'Eine Erzieherin beantwortet Fragen zu Schlaf, Essen und Entwicklung.',
      'Geschwister dürfen in den Ferien mitkommen.',
    ],
  },
  {
    titel: ['Schwangerenberatung', 'Hebammensprechstunde', 'Frühe Hilfen'],
    angebotsart: 'beratung',
    thema: ['gesundheit', 'familie'],
    zielgruppen: ['schwangere-junge-eltern', 'frauen'],
    saetze: [
      'Wir beraten vor und nach der Geburt, auf Wunsch ohne Ihren Namen.',
      'Sie erfahren, welche Anträge wann gestellt werden müssen.',
      'Für die Erstausstattung kann es Geld aus einer Stiftung geben.',
    ],
  },
  {
    titel: ['Gesundheitslotsen', 'Arztbegleitung', 'Gesundheitssprechstunde'],
    angebotsart: 'begleitung',
    thema: ['gesundheit', 'dolmetschen'],
    zielgruppen: ['gefluechtete', 'senioren', 'alle'],
    saetze: [
      'Wir helfen, eine Praxis zu finden und einen Termin auszumachen.',
      'Auf Wunsch kommt jemand mit, der Ihre Sprache spricht.',
      'Sie lernen, wie Krankenkasse, Überweisung und Rezept zusammenhängen.',
    ],
  },
  {
    titel: ['Psychosoziale Sprechstunde', 'Gesprächsgruppe Stärken', 'Seelische Gesundheit'],
    angebotsart: 'beratung',
    thema: ['gesundheit', 'beratung'],
    zielgruppen: ['gefluechtete', 'alle'],
    saetze: [
      'Wer schlecht schläft, viel grübelt oder Schlimmes erlebt hat, findet hier Ruhe und Rat.',
      'Eine Fachkraft hört zu und überlegt mit Ihnen, was jetzt gut tut.',
      'Wenn eine Therapie nötig ist, helfen wir bei der Suche.',
    ],
  },
  {
    titel: ['Frauentreff', 'Frauenfrühstück', 'Mütterzentrum'],
    angebotsart: 'treffpunkt',
    thema: ['frauen', 'begegnung'],
    zielgruppen: ['frauen', 'familien'],
    saetze: [
      'Frauen aus vielen Ländern kochen, reden und planen Ausflüge.',
      'Männer haben an diesem Tag keinen Zutritt.',
      'Einmal im Monat kommt eine Referentin zu einem Thema, das Sie sich wünschen.',
    ],
  },
  {
    titel: ['Nähwerkstatt', 'Handarbeitskreis', 'Nähcafé'],
    angebotsart: 'gruppe',
    thema: ['begegnung', 'frauen'],
    zielgruppen: ['frauen', 'alle'],
    saetze: [
      'Acht Nähmaschinen, Stoffe und Garn sind vorhanden.',
      'Anfängerinnen zeigen wir die ersten Stiche, Geübte arbeiten an eigenen Stücken.',
      'Kaputte Kleidung reparieren wir gemeinsam.',
    ],
  },
  {
    titel: ['Begegnungscafé', 'Offener Treff', 'Willkommenscafé', 'Nachbarschaftscafé'],
    angebotsart: 'treffpunkt',
    thema: ['begegnung'],
    zielgruppen: ['alle', 'gefluechtete', 'zugewanderte'],
    saetze: [
      'Alte und neue Nachbarn trinken Kaffee, spielen und reden.',
      'Wer Fragen zu einem Brief hat, findet meistens jemanden, der hilft.',
      'Kuchenspenden sind immer willkommen.',
    ],
  },
  {
    titel: ['Gemeinschaftsgarten', 'Interkultureller Garten', 'Gartengruppe'],
    angebotsart: 'projekt',
    thema: ['begegnung', 'ehrenamt'],
    zielgruppen: ['alle', 'familien'],
    saetze: [
      'Auf eigenen und gemeinsamen Beeten wachsen Kräuter, Tomaten und Blumen.',
      'Werkzeug, Wasser und Saatgut sind da, Erfahrung ist nicht nötig.',
      'Im Herbst feiern alle zusammen ein Erntefest.',
    ],
  },
  {
    titel: ['Fahrradwerkstatt', 'Reparaturtreff', 'Radfahrkurs'],
    angebotsart: 'projekt',
    thema: ['begegnung', 'geld'],
    zielgruppen: ['alle', 'jugendliche', 'gefluechtete'],
    saetze: [
      'Wir reparieren Räder gemeinsam und erklären dabei jeden Handgriff.',
      'Gespendete Räder geben wir gegen einen kleinen Betrag weiter.',
      'Helme und Lampen sind vorhanden, solange der Vorrat reicht.',
    ],
  },
  {
    titel: ['Fußballtreff', 'Schwimmkurs', 'Sport für alle', 'Tanzgruppe'],
    angebotsart: 'gruppe',
    thema: ['begegnung', 'gesundheit'],
    zielgruppen: ['kinder', 'jugendliche', 'frauen'],
    saetze: [
      'Bewegung tut gut und braucht wenig Worte.',
      'Turnschuhe und ein Handtuch genügen für den Anfang.',
      'Nach drei Besuchen entscheiden Sie, ob Sie Mitglied werden.',
    ],
  },
  {
    titel: ['Kulturverein', 'Musikkreis', 'Chor der Kulturen', 'Theatergruppe'],
    angebotsart: 'verein',
    thema: ['kultur-religion', 'begegnung'],
    zielgruppen: ['alle', 'zugewanderte'],
    saetze: [
      'Wir pflegen Musik, Feste und Sprache und laden alle dazu ein.',
      'Zweimal im Jahr zeigen wir auf der Bühne, was wir gelernt haben.',
      'Instrumente können ausgeliehen werden.',
    ],
  },
  {
    titel: ['Sprachmittlerdienst', 'Dolmetscherpool', 'Übersetzungshilfe'],
    angebotsart: 'vermittlung',
    thema: ['dolmetschen'],
    zielgruppen: ['alle', 'fachkraefte'],
    saetze: [
      'Geschulte Sprachmittlerinnen und Sprachmittler begleiten Gespräche in Ämtern, Schulen und Praxen.',
      'Eine Anfrage braucht drei Werktage Vorlauf.',
      'Urkunden für Gerichte übersetzen nur vereidigte Fachleute.',
    ],
  },
  {
    titel: ['Patenschaften', 'Ehrenamtsbüro', 'Lotsendienst'],
    angebotsart: 'vermittlung',
    thema: ['ehrenamt', 'beratung'],
    zielgruppen: ['ehrenamtliche', 'gefluechtete'],
    saetze: [
      'Wir bringen Menschen zusammen, die helfen wollen, und solche, die Hilfe brauchen.',
      'Freiwillige werden geschult, versichert und fachlich begleitet.',
      'Ein erstes Treffen findet immer zu dritt statt.',
    ],
  },
  {
    titel: ['Schuldnerberatung', 'Haushaltslotsen', 'Geldsprechstunde'],
    angebotsart: 'beratung',
    thema: ['geld', 'beratung'],
    zielgruppen: ['geringes-einkommen', 'alle'],
    saetze: [
      'Rechnungen, Mahnungen und Verträge sortieren wir gemeinsam.',
      'Wir prüfen, welche Leistungen Ihnen zustehen.',
      'Mit Gläubigern sprechen wir nur, wenn Sie es wünschen.',
    ],
  },
  {
    titel: ['Jugendtreff', 'Jugendmigrationsdienst', 'Mädchengruppe'],
    angebotsart: 'treffpunkt',
    thema: ['bildung', 'begegnung'],
    zielgruppen: ['jugendliche'],
    saetze: [
      'Kicker, Küche, Musik und jemand, der zuhört.',
      'Bei Fragen zu Ausbildung, Schule oder Ärger zu Hause finden wir einen Weg.',
      'In den Ferien fahren wir zusammen weg.',
    ],
  },
  {
    titel: ['Digitalhilfe', 'Handysprechstunde', 'Computerkurs'],
    angebotsart: 'kurs',
    thema: ['bildung', 'arbeit'],
    zielgruppen: ['senioren', 'arbeitssuchende', 'alle'],
    saetze: [
      'Sie lernen, wie man Anträge im Internet stellt und sichere Passwörter wählt.',
      'Ein eigenes Gerät ist gut, aber nicht nötig.',
      'Wir zeigen, woran man Betrug erkennt.',
    ],
  },
  {
    titel: ['Seniorenkreis', 'Besuchsdienst', 'Erzählcafé'],
    angebotsart: 'gruppe',
    thema: ['begegnung', 'gesundheit'],
    zielgruppen: ['senioren'],
    saetze: [
      'Ältere Menschen aus vielen Ländern erzählen, singen und bleiben in Bewegung.',
      'Wer nicht aus dem Haus kann, bekommt auf Wunsch Besuch.',
      'Wir holen Sie ab, wenn der Weg zu weit ist.',
    ],
  },
];

/** About violence: everything else of these offers is drawn as of the others, but for the place of shelters. */
export const GESCHUETZT: readonly Vorlage[] = [
  {
    titel: ['Beratung bei Gewalt', 'Fachberatung Gewaltschutz', 'Frauenberatung'],
    angebotsart: 'beratung',
    thema: ['gewaltschutz', 'frauen'],
    zielgruppen: ['frauen'],
    saetze: [
      'Wir hören zu und überlegen mit Ihnen, was Sie schützt.',
      'Niemand erfährt ohne Ihre Zustimmung von dem Gespräch.',
      'Ob und wann Sie etwas ändern, entscheiden Sie allein.',
    ],
  },
  {
    titel: ['Schutz und Wohnen', 'Zuflucht', 'Sicheres Wohnen'],
    angebotsart: 'schutzunterkunft',
    thema: ['gewaltschutz', 'wohnen'],
    zielgruppen: ['frauen', 'kinder'],
    saetze: [
      'Frauen und ihre Kinder finden hier Schutz, ein Zimmer und Beratung.',
      'Rufen Sie an, wir sagen Ihnen, ob etwas frei ist.',
      'Sie brauchen nichts mitzubringen als das Nötigste.',
    ],
  },
];

/** What any offer may say about itself. */
export const SAETZE: readonly string[] = [
  '{menschen} nehmen sich Zeit für Sie und erklären alles in einfachen Worten.',
  'Bitte bringen Sie {papiere} mit, wenn Sie das erste Mal kommen.',
  'Wer möchte, wird zu Gesprächen {amt} begleitet.',
  'Wir sprechen mit Ihnen über {themen} und alles, was Ihnen sonst wichtig ist.',
  'Das Angebot gibt es seit dem {saison}, getragen wird es von {traeger}.',
  'Im {raum} ist es ruhig, dort können Sie auch allein mit uns sprechen.',
  'Eine Anmeldung hilft uns beim Planen, ist aber nicht in jedem Fall nötig.',
  'Wenn Sie nicht kommen können, sagen Sie bitte rechtzeitig ab, damit jemand anderes Ihren Platz bekommt.',
  'Kinder sind willkommen; in der Spielecke liegen {spielzeug} bereit.',
  'In den {ferien} ist geschlossen, dringende Fragen beantworten wir dann per E-Mail.',
  'Was Sie uns erzählen, bleibt unter uns und wird nicht weitergegeben.',
  'Neue Gesichter begrüßen wir immer zu Beginn mit {getraenk} und einer kurzen Runde.',
  '{menschen} übersetzen, wenn es mit dem Deutschen noch nicht geht.',
  'Für {gruppe} gibt es einmal im Monat einen eigenen Termin.',
  'Aus dem Projekt sind schon {ergebnis} entstanden.',
  'Finanziert wird die Arbeit aus {geld} und aus Spenden.',
  'Mit {partner} arbeiten wir eng zusammen und vermitteln Sie weiter, wenn andere besser helfen können.',
  'Auf Wunsch melden wir uns nach einigen Wochen noch einmal und fragen, wie es weitergegangen ist.',
  'Zum Abschluss bekommen Sie {schriftstueck}, damit Sie nichts vergessen.',
  'Vor dem ersten Besuch genügt ein kurzer Anruf, am besten {tageszeit}.',
  'Wir freuen uns über alle, die mitmachen, auch wenn sie nur ab und zu Zeit haben.',
  'Regelmäßig gibt es {extra}, die Termine hängen am Eingang aus.',
  'Niemand muss einen Ausweis zeigen oder sagen, woher er kommt.',
  'Bei großem Andrang kann es zu Wartezeiten kommen, bitte planen Sie etwas Geduld ein.',
];

/** Only where there is a place. */
export const SAETZE_MIT_ORT: readonly string[] = [
  'Sie finden uns in {ort}, wenige Schritte von der Haltestelle entfernt.',
  'Das Angebot richtet sich vor allem an Menschen aus {ort} und den Dörfern ringsum.',
  'Der Eingang zum {haus} liegt auf der Rückseite, folgen Sie den bunten Schildern.',
  'Wir treffen uns im {haus}, der Raum ist ausgeschildert.',
];

/** What stands above a list of points. */
export const UEBERSCHRIFTEN: readonly string[] = [
  'Wir helfen zum Beispiel bei',
  'Häufig geht es um',
  'Dazu gehören',
  'Das können Sie mit uns klären:',
];

export const PUNKTE: readonly string[] = [
  'Briefen und Bescheiden',
  'Anträgen auf Kindergeld',
  'der Suche nach einem Kurs',
  'Fragen zu Miete und Strom',
  'Terminen bei Ämtern',
  'dem Weg in eine Ausbildung',
  'der Anmeldung in Kita und Schule',
  'Fahrkarten und Vergünstigungen',
  'Verträgen für Handy und Internet',
  'der Krankenversicherung',
  'Konto und Überweisungen',
  'Streit in der Nachbarschaft',
  'Freizeit und Vereinen',
  'dem Wechsel der Steuerklasse',
  'der Suche nach einer Praxis',
  'Fragen zur Rente',
];

/** What stands for `{…}` in sentences. */
export const LISTEN: Readonly<Record<string, readonly string[]>> = {
  niveau: ['A1', 'A2', 'B1', 'B2', 'C1'],
  menschen: [
    'Freiwillige aus der Nachbarschaft',
    'erfahrene Sozialpädagoginnen',
    'Studierende der Sozialen Arbeit',
    'zwei hauptamtliche Mitarbeiterinnen',
    'Ehrenamtliche mit eigener Zuwanderungsgeschichte',
    'Lehrkräfte im Ruhestand',
    'ausgebildete Lotsinnen und Lotsen',
    'Fachleute aus verschiedenen Berufen',
    'Mitglieder des Vereins',
    'junge Menschen im Freiwilligendienst',
  ],
  papiere: [
    'den Ausweis und die letzten Briefe',
    'den Aufenthaltstitel und den Mietvertrag',
    'alle Unterlagen, die Sie schon haben,',
    'den Bescheid und den Umschlag, in dem er kam,',
    'Zeugnisse und Bescheinigungen',
    'die Versichertenkarte und den Impfpass',
    'einen Stift und einen Ordner',
  ],
  amt: [
    'beim Jobcenter',
    'bei der Ausländerbehörde',
    'im Rathaus',
    'in der Schule',
    'beim Kinderarzt',
    'bei der Wohnungsbaugesellschaft',
    'beim Jugendamt',
    'bei der Krankenkasse',
    'in der Familienkasse',
  ],
  themen: [
    'Arbeit und Ausbildung',
    'Wohnung und Nachbarschaft',
    'Kinder und Erziehung',
    'Gesundheit und Ernährung',
    'Heimweh und neue Freundschaften',
    'Geld und Verträge',
    'Rechte und Pflichten',
    'Schule und Lernen',
  ],
  saison: ['Frühjahr 2016', 'Herbst 2017', 'Sommer 2019', 'Winter 2021', 'Frühling 2023'],
  traeger: [
    'Kirchengemeinden und Vereinen',
    'einem breiten Bündnis',
    'der Bürgerschaft',
    'der Gemeinde und vielen Freiwilligen',
    'einem Trägerverein',
    'mehreren Wohlfahrtsverbänden',
  ],
  raum: [
    'kleinen Büro',
    'Besprechungszimmer',
    'oberen Stockwerk',
    'hinteren Zimmer',
    'Beratungsraum',
    'Lesezimmer',
  ],
  spielzeug: [
    'Bauklötze, Bücher und Puppen',
    'Papier, Stifte und Knete',
    'Bälle und Brettspiele',
    'Bilderbücher in vielen Sprachen',
  ],
  ferien: ['Sommerferien', 'Osterferien', 'Herbstferien', 'Tagen zwischen den Jahren'],
  getraenk: ['Tee', 'Kaffee', 'einem Glas Saft', 'frischem Minztee', 'Kaffee und Kuchen'],
  gruppe: [
    'Alleinerziehende',
    'junge Erwachsene',
    'Menschen mit Behinderung',
    'Berufstätige',
    'Großeltern',
    'Neuzugewanderte',
    'Auszubildende',
    'pflegende Angehörige',
  ],
  ergebnis: [
    'viele Freundschaften',
    'drei weitere Gruppen',
    'ein Kochbuch und eine Ausstellung',
    'mehrere Arbeitsverhältnisse',
    'ein Stadtteilfest und ein Chor',
  ],
  geld: [
    'Mitteln des Landes',
    'Zuschüssen der Gemeinde',
    'einem Programm des Bundes',
    'Mitgliedsbeiträgen',
    'Geldern einer Stiftung',
  ],
  partner: [
    'Schulen und Kindergärten',
    'dem Jobcenter',
    'Ärztinnen und Therapeuten',
    'den Wohlfahrtsverbänden',
    'der Volkshochschule',
    'Sportvereinen',
    'der Bücherei',
    'Betrieben der Region',
  ],
  schriftstueck: [
    'eine Liste mit Adressen',
    'eine Teilnahmebescheinigung',
    'einen Plan mit den nächsten Schritten',
    'ein Blatt mit den wichtigsten Wörtern',
  ],
  tageszeit: ['vormittags', 'am frühen Nachmittag', 'zwischen zehn und zwölf', 'kurz vor Beginn'],
  extra: [
    'Ausflüge in die Umgebung',
    'Kochabende',
    'Vorträge mit Aussprache',
    'Feste zu den Feiertagen vieler Religionen',
    'Museumsbesuche',
    'Spielenachmittage',
    'Sprechstunden mit Gästen',
  ],
};

/** First and second halves of names of houses and associations: „Lindenbrunnen“. */
export const NAMENSANFAENGE: readonly string[] =
  'Linden Birken Eichen Ahorn Buchen Erlen Ulmen Pappel Weiden Kastanien Holunder Rosen Distel Farn Klee Amsel Drossel Falken Kranich Schwalben Storchen Reiher Biber Fuchs Dachs Hirsch Silber Kupfer Ziegel Schiefer Basalt Kiesel Sonnen Mond Sternen Wolken Regen Nebel Morgen Abend Sommer Winter Honig Apfel Kirsch Nuss Wein Mühlen Schmiede Brücken'.split(
    ' ',
  );
export const NAMENSENDEN: readonly string[] =
  'brunnen garten stube kammer laube pforte treppe insel wiese furt quelle zeile bogen nest schanze terrasse galerie kate remise tenne'.split(
    ' ',
  );

/** Streets that no map knows. */
export const STRASSEN: readonly string[] =
  'Muster Probe Beispiel Modell Vorlagen Entwurfs Übungs Test Schablonen Skizzen'.split(' ');

export const TRAEGERFORMEN: readonly { art: string; name: string }[] = [
  { art: 'verein', name: 'Verein {name} e. V.' },
  { art: 'verein', name: 'Freundeskreis {name}' },
  { art: 'initiative', name: 'Initiative {name}' },
  { art: 'wohlfahrt', name: 'Sozialwerk {name}' },
  { art: 'wohlfahrt', name: 'Hilfswerk {name}' },
  { art: 'religioes', name: 'Gemeindezentrum {name}' },
  { art: 'bildung', name: 'Bildungswerk {name}' },
  { art: 'bildung', name: 'Lernhaus {name}' },
  { art: 'behoerde', name: 'Fachdienst {name}' },
  { art: 'unternehmen', name: 'Werkhof {name} gGmbH' },
  { art: 'sonstige', name: 'Stiftung {name}' },
];
