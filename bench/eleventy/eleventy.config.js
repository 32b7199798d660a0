/** Pages of the same weight as the portal's, the way Eleventy is commonly used: Markdown, layouts in Nunjucks, lists by pagination. */
const TAGE = new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' });

export default function (config) {
  config.setQuietMode(true);
  config.addFilter('datum', (wert) => TAGE.format(new Date(wert)));
  config.addFilter('kodiert', (text) => encodeURIComponent(text));
  config.addFilter('ortsangaben', (orte = [], dateien) =>
    orte.map((ort) => (typeof ort === 'string' ? dateien[ort] : ort)),
  );
  config.addFilter('codes', (sprachen = []) =>
    sprachen.map((sprache) => (typeof sprache === 'string' ? { code: sprache } : sprache)),
  );
  config.addFilter('merkmalworte', (barrierefreiheit, worte) =>
    Object.entries(barrierefreiheit).map(([merkmal, wert]) => `${worte[merkmal]}: ${wert}`),
  );
  config.addFilter('jsonLd', function () {
    return JSON.stringify(toJsonLd(this.ctx)).replaceAll('<', '\\u003c');
  });
  config.addCollection('facetten', (api) => facetten(api.getFilteredByTag('angebot')));
  return {
    dir: { input: '.', includes: '_includes', data: '_data', output: '_ausgabe' },
    markdownTemplateEngine: false,
    htmlTemplateEngine: 'njk',
  };
}

/** One list per value of each facet. */
function facetten(angebote) {
  const felder = ['thema', 'zuZielgruppen', 'angebotsart', 'sprachcodes', 'zuKommunen', 'anbieter'];
  const sortiert = angebote.toSorted((a, b) => a.data.titel.localeCompare(b.data.titel, 'de'));
  const listen = new Map();
  for (const angebot of sortiert)
    for (const feld of felder)
      for (const wert of [angebot.data[feld] ?? []].flat()) {
        const key = `${feld}/${wert}`;
        if (!listen.has(key)) listen.set(key, { key, feld, titel: wert, angebote: [] });
        listen.get(key).angebote.push(angebot);
      }
  return [...listen.values()];
}

function toJsonLd(angebot) {
  const { vokabular, anbieterDaten, ortsdateien, rahmen, portal } = angebot;
  const adresse = `${portal.url}angebote/${angebot.id}/`;
  const traeger = anbieterDaten[angebot.anbieter];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      ...angebot.thema.map((id) => ({
        '@type': 'BreadcrumbList',
        itemListElement: [
          {
            '@type': 'ListItem',
            position: 1,
            name: vokabular.themen[id].bezeichnung.de,
            item: { '@id': `${portal.url}thema/${id}/` },
          },
          { '@type': 'ListItem', position: 2, name: angebot.titel },
        ],
      })),
      {
        '@type': 'WebPage',
        '@id': adresse,
        inLanguage: 'de',
        lastReviewed: angebot.geprueft_am,
        mainEntity: { '@id': `${adresse}#angebot` },
      },
      {
        '@type': 'Service',
        '@id': `${adresse}#angebot`,
        url: adresse,
        name: angebot.titel,
        description: angebot.description,
        provider: {
          '@type': 'Organization',
          '@id': `${portal.url}anbieter/${angebot.anbieter}/#anbieter`,
          name: traeger.name,
          contactPoint: {
            '@type': 'ContactPoint',
            telephone: traeger.telefon,
            email: traeger.email,
          },
        },
        serviceType: vokabular.angebotsarten[angebot.angebotsart].bezeichnung.de,
        areaServed: angebot.kommunen?.map((id) => vokabular.kommunen[id].bezeichnung),
        hoursAvailable: angebot.zeiten?.map(({ tage, von, bis }) => ({
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: tage.map((tag) => rahmen.wochentage[tag]),
          opens: von,
          closes: bis,
        })),
        availableChannel: {
          '@type': 'ServiceChannel',
          serviceLocation: (angebot.orte ?? [])
            .map((ort) => (typeof ort === 'string' ? ortsdateien[ort] : ort))
            .map((ort) => ({
              '@type': 'Place',
              name: ort.name,
              address: {
                '@type': 'PostalAddress',
                streetAddress: ort.strasse,
                postalCode: ort.plz,
                addressLocality: ort.ort,
                addressCountry: 'DE',
              },
              geo: { '@type': 'GeoCoordinates', latitude: ort.lat, longitude: ort.lon },
            })),
          availableLanguage: angebot.sprachcodes,
        },
      },
    ],
  };
}
