/** The import rules of the architecture, that only content/ knows which Kreis this is, and that functions have docstrings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Import {
  /** The file that imports, from the root, with `/`. */
  von: string;
  /** The file or package that is imported. */
  ziel: string;
  /** Only types, gone when the code runs. */
  typ: boolean;
}

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

/** Code without its comments and texts, so that an example in one is no import. */
const STATEMENT =
  /^\s*(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(von: string): Import[] {
  const code = readFileSync(von, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(STATEMENT)].map(([, type, names = '', from, dynamic]) => {
    const name = (from ?? dynamic)!.replace(/\?[\w&]+$/, '');
    const named = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
    const typ =
      Boolean(type) ||
      (named !== undefined &&
        named.split(',').every((part) => part.trim() === '' || /^\s*type\s/.test(part)));
    return {
      von,
      ziel: name.startsWith('.') ? normalize(join(dirname(von), name)).replaceAll('\\', '/') : name,
      typ,
    };
  });
}

/** What measures, without what others install there. */
const bench = files('bench').filter((file) => !file.includes('/node_modules/'));
const quellen = [...files('src'), ...files('scripts'), ...bench].filter((file) =>
  /\.(ts|mjs|astro)$/.test(file),
);
const alle = quellen.flatMap(importsOf);
const layer = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? path;

/** What the browser shares with the build of the search: the analysis of words, and how both call things. */
const SUCHE_IM_BROWSER = [
  'src/suche/analyse/falten.ts',
  'src/suche/analyse/stamm.ts',
  'src/suche/analyse/zerlegung.ts',
  'src/suche/dateien.ts',
  'src/suche/spalten.ts',
  'src/suche/wortzeile.ts',
  'src/suche/zeichen.ts',
];

/** Whether search words lead anywhere, only the search can tell: one rule of the reader asks it. */
const REGEL_SUCHWOERTER = 'src/katalog/rules/suchwoerter.ts';
const SUCHE_DER_REGEL = ['src/suche/analyse/fuellwoerter.ts', 'src/suche/analysen.ts'];

/**
 * What each layer may import: layers, layers for their types only, packages, and single files that are decided exceptions.
 * katalog needs the list of interface languages and their keys; the search shows offers as the pages do.
 */
const ERLAUBT: Record<
  string,
  { schichten?: string[]; typen?: string[]; pakete?: RegExp; dateien?: string[] }
> = {
  domain: { pakete: /^(zod|libphonenumber-js\/max|feiertagejs|uuid)$/ },
  i18n: { dateien: ['src/domain/sprache.ts'], pakete: /^node:fs$/ },
  katalog: {
    schichten: ['domain'],
    dateien: ['src/i18n/sprachen.ts', 'src/i18n/texte.ts', ...SUCHE_DER_REGEL],
    pakete: /^(node:.*|zod|yaml|unified|remark-.*|mdast.*|unist-.*)$/,
  },
  suche: {
    schichten: ['domain', 'i18n'],
    typen: ['katalog', 'site'],
    dateien: [
      'src/site/kontext.ts',
      'src/site/pfade.ts',
      'src/site/angebot-karte.ts',
      'src/katalog/text-auszug.ts',
      'src/katalog/katalog.ts',
    ],
    pakete: /^(pagefind|node:(zlib|crypto))$/,
  },
  daten: { schichten: ['domain', 'i18n'], typen: ['katalog'], pakete: /^(?!astro)/ },
  bericht: { schichten: ['domain', 'katalog'] },
  site: {
    schichten: ['domain', 'i18n', 'katalog', 'suche', 'daten', 'bericht'],
    pakete: /^(?!astro)/,
  },
  // How the program is given the Katalog, and what was parsed of it.
  bau: {
    dateien: ['src/katalog/weitergabe.ts', 'src/katalog/baeume.ts'],
    pakete: /^(astro|vite$|node:)/,
  },
  components: {
    schichten: ['components', 'site', 'i18n', 'browser', 'styles', 'layouts'],
    typen: ['domain'],
    pakete: /^astro/,
  },
  layouts: {
    schichten: ['components', 'site', 'i18n', 'browser', 'styles'],
    typen: ['domain'],
    pakete: /^astro/,
  },
  pages: {
    schichten: ['components', 'layouts', 'site', 'i18n', 'styles'],
    typen: ['domain'],
    pakete: /^astro/,
  },
  browser: {
    schichten: ['i18n'],
    typen: ['domain', 'site', 'suche'],
    dateien: [
      'src/domain/datum.ts',
      'src/domain/entfernung.ts',
      'src/domain/facette.ts',
      'src/domain/fragment.ts',
      'src/domain/kurzcode.ts',
      'src/domain/medientyp.ts',
      'src/domain/merkliste.ts',
      'src/domain/offline-paket.ts',
      'src/site/mailto.ts',
      'src/site/qr.ts',
      // Its address: the map loads its own style sheet.
      'src/styles/landkarte.css',
      ...SUCHE_IM_BROWSER,
    ],
    pakete: /^(leaflet|pagefind)/,
  },
};

describe('imports', () => {
  test('are found at all', () => {
    expect(alle.length).toBeGreaterThan(150);
    expect(alle).toContainEqual({
      von: 'src/katalog/read-yaml.ts',
      ziel: 'yaml',
      typ: false,
    });
    expect(alle).toContainEqual({ von: 'src/katalog/parse-eintrag.ts', ziel: 'zod', typ: true });
  });

  test('lead to files that exist', () => {
    expect(
      alle.filter(({ ziel }) => /^(src|scripts|test)\//.test(ziel) && !existsSync(ziel)),
    ).toEqual([]);
  });

  test.each(Object.keys(ERLAUBT))('of %s are those it may have', (schicht) => {
    const { schichten = [], typen = [], pakete = /^$/, dateien = [] } = ERLAUBT[schicht]!;
    const verboten = alle
      .filter(({ von }) => layer(von) === schicht)
      .filter(({ ziel, typ }) => {
        if (!ziel.startsWith('src/')) return !pakete.test(ziel);
        const dort = layer(ziel);
        return (
          ![schicht, ...schichten, ...(typ ? typen : [])].includes(dort) && !dateien.includes(ziel)
        );
      });
    expect(verboten).toEqual([]);
  });

  test('the reader asks the search in one rule only', () => {
    const fragende = alle.filter(
      ({ von, ziel }) => layer(von) === 'katalog' && layer(ziel) === 'suche',
    );
    expect(fragende.filter(({ von }) => von !== REGEL_SUCHWOERTER)).toEqual([]);
  });

  test('the analysis of words needs nothing but itself', () => {
    const analyse = alle.filter(({ von }) => von.startsWith('src/suche/analyse/'));
    expect(analyse.length).toBeGreaterThan(0);
    expect(analyse.filter(({ ziel }) => !ziel.startsWith('src/suche/analyse/'))).toEqual([]);
  });

  test('of all folders of src are ruled', () => {
    const ordner = readdirSync('src', { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'styles',
    );
    expect(ordner.map(({ name }) => name).filter((name) => !(name in ERLAUBT))).toEqual([]);
  });

  test('of scripts and bench are the core and tools, never Astro or a test', () => {
    const verboten = alle.filter(
      ({ von, ziel }) =>
        /^(scripts|bench)\//.test(von) &&
        (/^(astro|test\/)/.test(ziel) || /^src\/(components|layouts|pages|browser)\//.test(ziel)),
    );
    // But for one bench: how words are read is reckoned, and needs no browser to be measured 200 000 times.
    const misst = ({ von, ziel }: { von: string; ziel: string }) =>
      von === 'bench/tippfehler.ts' &&
      /^src\/browser\/(lesen|nachschlagen|naechstes-wort)\.ts$/.test(ziel);
    expect(verboten.filter((einer) => !misst(einer))).toEqual([]);
  });

  test('nobody in src imports scripts, bench, tests or content', () => {
    expect(
      alle.filter(
        ({ von, ziel }) => von.startsWith('src/') && /^(scripts|bench|test|content)\//.test(ziel),
      ),
    ).toEqual([]);
  });

  test('files are read in src/katalog only, the texts of the interface beside their code, and pages written in src/bau', () => {
    expect(
      alle.filter(
        ({ von, ziel }) =>
          von.startsWith('src/') &&
          !['katalog', 'i18n', 'bau'].includes(layer(von)) &&
          /^node:(fs|child_process)/.test(ziel),
      ),
    ).toEqual([]);
  });

  test('what runs in the browser is free of zod, of phone numbers, of Node and of the reader', () => {
    const erreicht = new Set<string>();
    const besuche = (file: string) => {
      if (erreicht.has(file)) return;
      erreicht.add(file);
      for (const { ziel, typ } of existsSync(file) ? importsOf(file) : []) if (!typ) besuche(ziel);
    };
    for (const file of files('src/browser')) besuche(file);
    expect([...erreicht]).toContain('src/i18n/look-up.ts');
    expect([...erreicht]).toContain('src/suche/analyse/falten.ts');
    expect(
      [...erreicht].filter((ziel) => layer(ziel) === 'suche' && !SUCHE_IM_BROWSER.includes(ziel)),
    ).toEqual([]);
    expect(
      [...erreicht].filter((ziel) =>
        /^(zod|libphonenumber|node:|yaml|unified|remark)|^src\/(katalog|i18n\/texte)/.test(ziel),
      ),
    ).toEqual([]);
  });

  test('no file imports in a circle', () => {
    const graph = Map.groupBy(
      alle.filter(({ typ }) => !typ),
      ({ von }) => von,
    );
    const kreise: string[] = [];
    const besuche = (file: string, weg: readonly string[]) => {
      if (weg.includes(file)) kreise.push([...weg.slice(weg.indexOf(file)), file].join(' → '));
      if (weg.includes(file) || fertig.has(file)) return;
      for (const { ziel } of graph.get(file) ?? []) besuche(ziel, [...weg, file]);
      fertig.add(file);
    };
    const fertig = new Set<string>();
    for (const file of quellen) besuche(file, []);
    expect(kreise.filter((kreis) => !kreis.includes('.astro'))).toEqual([]);
  });
});

/** A function as it begins, also one that is kept by `einmalJe` or `merken`. Prettier formats: it is alike everywhere. */
const EXPORTIERTE_FUNKTION =
  /^export (?:(?:async )?function\*? (\w+)|const (\w+)(?:: .+?)? = (?:(?:einmalJe|merken)\(\s*)?(?:async )?(?:<.+>)?\()/gm;

/** The functions that code exports without a docstring directly above them, by name. */
function ohneDocstring(code: string): string[] {
  const funktionen = [...code.matchAll(EXPORTIERTE_FUNKTION)].map(({ 1: name, 2: wert, index }) => {
    const davor = code.slice(0, index);
    const docstring = davor.endsWith('*/\n') && davor.startsWith('/**', davor.lastIndexOf('/*'));
    return { name: (name ?? wert)!, docstring };
  });
  // Of several signatures, the first has it.
  return funktionen
    .filter(({ name }, i) => funktionen.findIndex((eine) => eine.name === name) === i)
    .filter(({ docstring }) => !docstring)
    .map(({ name }) => name);
}

describe('exported functions say in a docstring what nobody sees from name and types', () => {
  test('one that does not is found', () => {
    const code = [
      '/** About the file. */',
      "import x from 'x';",
      '',
      'export async function ohne(): Promise<void> {}',
      '/** Says it. */',
      'export function mit(a: string): void;',
      'export function mit(a: number): void;',
      '// No docstring.',
      'export const pfeil: Pfeil<string> = <T>(a: T) => a;',
      '/** Too far above. */',
      '',
      'export const gemerkt = einmalJe(',
      '  (a: object) => a,',
      ');',
      '/** Says it. */',
      'export const auch = (a: string) => a;',
      'export const zahl = 1;',
    ].join('\n');
    expect(ohneDocstring(code)).toEqual(['ohne', 'pfeil', 'gemerkt']);
  });

  test('in src and scripts/lib', () => {
    const stumme = [...files('src'), ...files('scripts/lib')]
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        ohneDocstring(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
      );
    expect(stumme).toEqual([]);
  });
});

test.each(files('src/pages').filter((file) => readFileSync(file, 'utf8').includes('jeListe')))(
  '%s, which is taken over where it is told the same, knows no more',
  (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/kontextOf|getKatalog/);
  },
);

describe('the Kreis is named in content/ only', () => {
  const portal = parse(readFileSync('content/portal.yaml', 'utf8')) as { kreis: string };
  const kommunen = parse(readFileSync('content/vokabular/kommunen.yaml', 'utf8')) as Record<
    string,
    { bezeichnung: string | { de: string } }
  >;
  const namen = [
    portal.kreis,
    portal.kreis.replace(/-?(Land)?kreis$/i, ''),
    ...Object.entries(kommunen).flatMap(([id, { bezeichnung }]) => [
      id,
      typeof bezeichnung === 'string' ? bezeichnung : bezeichnung.de,
    ]),
  ].filter((name) => name.length > 2);
  // A short name is a word of another language as well („Much“): it counts only as it is written.
  const lang = namen.filter((name) => name.length > 4);
  const kurz = namen.filter((name) => name.length <= 4 && /^\p{Lu}/u.test(name));
  const muster = [
    new RegExp(`(?<!\\p{L})(${lang.map(RegExp.escape).join('|')})`, 'iu'),
    new RegExp(`(?<!\\p{L})(${[...kurz, '(?!)'].join('|')})(?!\\p{L})`, 'u'),
  ];

  test('the names are known', () => expect(namen.length).toBeGreaterThan(20));

  test.each(
    [
      ...files('src'),
      ...files('scripts'),
      ...bench,
      ...files('public'),
      'astro.config.mjs',
      'astro.dev.mjs',
      'package.json',
      'vitest.config.ts',
      'tsconfig.json',
    ].filter((file) => !/\.(woff2|png|ico)$/.test(file)),
  )('%s', (file) => {
    const treffer = readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        muster.some((name) => name.test(line)) ? [`${i + 1}: ${line.trim()}`] : [],
      );
    expect(treffer).toEqual([]);
  });
});
