/** What the portal takes from others: few, known, pinned, and told. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatStueckliste, readLock } from '../scripts/lib/bau/stueckliste.ts';
import { STICHTAG } from './lib/inhalt.ts';

const paket = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;
const eigene = { ...paket.dependencies, ...paket.devDependencies, ...paket.optionalDependencies };
const lock = readLock();
const fremde = [...lock].filter(([ordner]) => ordner !== '');

/** SPDX ids that somebody has looked at. Copyleft is among those that only build; nothing of them is on a page. */
const ERLAUBT = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Python-2.0', 'MPL-2.0', 'LGPL-3.0-or-later'],
];

test('every package we ask for has its reason in the docs, and none that is gone', () => {
  const zeilen = readFileSync('docs/abhaengigkeiten.md', 'utf8').matchAll(
    /^\| `([^`]+)` +\| (.*) \|$/gm,
  );
  const genannt = [...zeilen].filter(([, , grund]) => /\p{L}{3}/u.test(grund!));
  expect(genannt.map(([, name]) => name).sort()).toEqual(Object.keys(eigene).sort());
});

test('every version is exact, and what is locked is what we ask for', () => {
  for (const [name, version] of Object.entries(eigene)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.get(`node_modules/${name}`)?.version, name).toBe(version);
  }
});

describe('what is locked', () => {
  /** Programs for systems that nobody here can ask the registry for; see docs/abhaengigkeiten.md. */
  const unbekannt = /^node_modules\/(?:@astrojs\/compiler-binding|@pagefind\/)/;

  test('has a checksum and no address of a registry', () => {
    const ohne = fremde.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(ohne.filter(([ordner]) => !unbekannt.test(ordner))).toEqual([]);
    expect(ohne.every(([, { optional }]) => optional)).toBe(true);
    expect(ohne).toHaveLength(13);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(
      /"resolved"|https?:\/\/[^"]*\.tgz/,
    );
  });

  test('has a licence that is allowed', () => {
    const andere = fremde.filter(
      ([ordner, { license }]) =>
        !unbekannt.test(ordner) && !license?.split(' AND ').every((eine) => ERLAUBT.includes(eine)),
    );
    expect(andere.map(([ordner, { license }]) => `${ordner}: ${license}`)).toEqual([]);
  });

  test('runs nothing when it is installed', () => {
    const mit = fremde.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(mit.map(([ordner]) => ordner)).toEqual(['node_modules/esbuild']);
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(readFileSync('scripts/run.mjs', 'utf8')).toContain("'ci', '--ignore-scripts'");
  });
});

describe('the bill of materials', () => {
  const text = formatStueckliste(lock, STICHTAG);
  const liste = JSON.parse(text) as {
    components: { 'bom-ref': string; purl: string; version: string; licenses?: unknown[] }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };

  test('is CycloneDX 1.6 by its official schema', () => {
    const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
    const lies = (name: string) =>
      JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
    const ajv = new Ajv({ strict: false, validateFormats: true });
    addFormats.default(ajv);
    // ajv-formats does not know the international spellings; ours are ASCII.
    for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, /^[\x21-\x7e]+$/);
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
      ajv.addSchema(lies(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const valide = ajv.compile(lies('bom-1.6'));
    expect(valide(JSON.parse(text)), JSON.stringify(valide.errors)).toBe(true);
    expect(valide({ ...JSON.parse(text), specVersion: 6 })).toBe(false);
  });

  test('names what builds and what visitors load, once, and nothing that only tests need', () => {
    const refs = liste.components.map((eine) => eine['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    for (const [name, version] of Object.entries(paket.dependencies))
      expect(refs).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    for (const [name, version] of Object.entries(paket.devDependencies))
      if (lock.get(`node_modules/${name}`)!.dev)
        expect(refs).not.toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`);
  });

  test('says who needs whom: nothing in it is needed by nobody', () => {
    const refs = new Set(liste.components.map((eine) => eine['bom-ref']));
    const gebraucht = new Set(liste.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect([...gebraucht.difference(refs)]).toEqual([]);
    expect([...refs.difference(gebraucht)]).toEqual([]);
  });

  test('is the same for the same packages', () =>
    expect(formatStueckliste(readLock(), STICHTAG)).toBe(text));
});

test('new versions are proposed by a robot whose settings are in the project', () => {
  expect(existsSync('renovate.json')).toBe(true);
  const { minimumReleaseAge, rangeStrategy } = JSON.parse(
    readFileSync('renovate.json', 'utf8'),
  ) as Record<string, string>;
  expect({ minimumReleaseAge, rangeStrategy }).toEqual({
    minimumReleaseAge: '7 days',
    rangeStrategy: 'pin',
  });
});
