/** The bill of materials of a portal: every package that its build may load (CycloneDX 1.6). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Where it stands in the portal. */
export const STUECKLISTE = 'stueckliste.cdx.json';

/** An entry of `package-lock.json` (lockfileVersion 3), as far as it is told. */
export interface LockEntry {
  version?: string;
  license?: string;
  /** Subresource Integrity: `sha512-<base64>`. */
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** What is locked, by folder (`node_modules/zod`); the project itself under an empty name. */
export type Lock = ReadonlyMap<string, LockEntry>;

/** Reads the project's `package-lock.json`. */
export function readLock(): Lock {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return new Map(Object.entries(packages));
}

/**
 * @param stichtag the day the portal is true for, in place of a clock: the same input gives the same bytes
 * @returns JSON; packages that only tests need are left out
 */
export function formatStueckliste(lock: Lock, stichtag: string): string {
  const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const pakete = [...lock].filter(([ordner, { dev }]) => ordner !== '' && !dev);
  const selbst = { ref: purl(name, version), dependsOn: refsVon('', lock) };
  const inhalt = {
    metadata: {
      timestamp: `${stichtag}T00:00:00Z`,
      component: {
        type: 'application',
        'bom-ref': selbst.ref,
        name,
        version,
        licenses: [{ expression: license }],
        purl: selbst.ref,
      },
    },
    components: einmal(pakete.map(toKomponente), 'bom-ref'),
    dependencies: [
      selbst,
      ...einmal(
        pakete.map(([ordner, eintrag]) => ({
          ref: refVon(ordner, eintrag),
          dependsOn: refsVon(ordner, lock),
        })),
        'ref',
      ),
    ],
  };
  const liste = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidAus(JSON.stringify(inhalt))}`,
    version: 1,
    ...inhalt,
  };
  return JSON.stringify(liste, null, 1) + '\n';
}

function toKomponente([ordner, eintrag]: [string, LockEntry]) {
  const ref = refVon(ordner, eintrag);
  const [name = '', group] = nameVon(ordner).split('/').toReversed();
  return {
    type: 'library',
    'bom-ref': ref,
    ...(group && { group }),
    name,
    version: eintrag.version,
    scope: eintrag.optional ? 'optional' : 'required',
    ...(eintrag.integrity && { hashes: [pruefsumme(eintrag.integrity)] }),
    ...(eintrag.license && { licenses: [{ expression: eintrag.license }] }),
    purl: ref,
  };
}

/** `sha512-<base64>` as CycloneDX writes it. */
function pruefsumme(integrity: string): { alg: string; content: string } {
  const [alg = '', base64 = ''] = integrity.split('-');
  return {
    alg: alg.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(base64, 'base64').toString('hex'),
  };
}

/** What a package asks for, where it is locked: the nearest on the way up, as Node looks for it. */
function refsVon(ordner: string, lock: Lock): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = lock.get(ordner)!;
  const namen = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return [...new Set(namen.flatMap((name) => gefunden(ordner, name) ?? []))].sort();

  function gefunden(von: string, name: string): string | undefined {
    const pfad = `${von ? `${von}/` : ''}node_modules/${name}`;
    const eintrag = lock.get(pfad);
    if (eintrag) return refVon(pfad, eintrag);
    return von
      ? gefunden(von.slice(0, Math.max(0, von.lastIndexOf('/node_modules/'))), name)
      : undefined;
  }
}

const nameVon = (ordner: string) => ordner.slice(ordner.lastIndexOf('node_modules/') + 13);
const refVon = (ordner: string, { version = '' }: LockEntry) => purl(nameVon(ordner), version);

/** Package URL (purl-spec, type `npm`). */
function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** The same package in two folders is one. */
function einmal<T extends object>(alle: readonly T[], schluessel: keyof T): T[] {
  return [...new Map(alle.map((eines) => [eines[schluessel], eines])).values()].sort((a, b) =>
    String(a[schluessel]) < String(b[schluessel]) ? -1 : 1,
  );
}

/** A UUID made of the content itself (version 8, RFC 9562). */
function uuidAus(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
