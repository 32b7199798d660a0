/** Real web servers, with the configuration that the portal writes for them: as a normal user, on a free port, in a folder of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  formatApache,
  formatCaddy,
  formatNginxHttp,
  formatNginxLocation,
  NGINX_PROTOKOLL,
} from '../../../src/site/server-dateien.ts';
import type { Portal } from '../../../src/domain/portal.ts';
import { createZertifikat } from '../../lib/zertifikat.ts';

export type Name = keyof typeof SERVER;

export interface Webserver {
  /** Where it answers, without a slash at the end. */
  ursprung: string;
  /** The same, encrypted; only nginx does. */
  verschluesselt: string;
  /** What it has noted about visitors; only nginx does. */
  protokoll(): string;
  ende(): void;
}

interface Umgebung {
  portal: Portal;
  /** Where the portal lies. */
  ordner: string;
  /** For its own files. */
  eigen: string;
  port: number;
  tlsPort: number;
}

const MODULE = '/usr/lib/apache2/modules';
const PROTOKOLL = 'portal.log';
/** „nobody“: a server that belongs to root would be more than a normal user. */
const NIEMAND = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const SERVER = {
  nginx: {
    programm: '/usr/sbin/nginx',
    start: ({ portal, ordner, eigen, port, tlsPort }: Umgebung) => {
      const { key, cert } = createZertifikat('localhost');
      writeFileSync(join(eigen, 'key.pem'), key);
      writeFileSync(join(eigen, 'cert.pem'), cert);
      mkdirSync(join(eigen, 'snippets'));
      writeFileSync(
        join(eigen, 'snippets/portal.conf'),
        formatNginxLocation(portal, ordner).replaceAll(NGINX_PROTOKOLL, join(eigen, PROTOKOLL)),
      );
      // As certbot does, in the block that people copy from there.
      const [, server = ''] = /```nginx\n([^]*?)```/.exec(readFileSync('docs/betrieb.md', 'utf8'))!;
      const listen = `listen 127.0.0.1:${port};
    listen 127.0.0.1:${tlsPort} ssl;
    ssl_certificate ${eigen}/cert.pem;
    ssl_certificate_key ${eigen}/key.pem;`;
      const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${eigen}/${name};`,
      );
      const conf = `daemon off;
master_process off;
pid ${eigen}/nginx.pid;
error_log ${eigen}/error.log;
events {}
http {
access_log off;
${temp.join('\n')}
${formatNginxHttp(portal)}
${server.replace('listen 80;', listen)}
}`;
      return { conf, args: (datei: string) => ['-c', datei, '-e', 'stderr'] };
    },
  },
  apache: {
    programm: '/usr/sbin/apache2',
    start: ({ portal, ordner, eigen, port }: Umgebung) => {
      const module = ['mpm_event', 'authz_core', 'headers', 'alias', 'dir', 'mime', 'autoindex']
        .concat(['deflate', 'filter', 'rewrite'])
        .map((name) => `LoadModule ${name}_module ${MODULE}/mod_${name}.so`);
      const conf = `ServerRoot ${eigen}
ServerName localhost
PidFile ${eigen}/apache.pid
ErrorLog ${eigen}/error.log
Mutex file:${eigen}
${module.join('\n')}
TypesConfig /dev/null
# As with Debian, where they mean an archive and Breton.
AddType application/x-gzip .gz
AddLanguage br .br
Listen 127.0.0.1:${port}
${formatApache(portal, ordner).replace('*:80', `127.0.0.1:${port}`)}`;
      return { conf, args: (datei: string) => ['-X', '-f', datei] };
    },
  },
  caddy: {
    programm: '/usr/bin/caddy',
    start: ({ portal, ordner, port }: Umgebung) => {
      const adresse = `http://localhost:${port}`;
      const conf = `{
    admin off
}
${formatCaddy(portal, ordner).replace(`${new URL(portal.url).origin} {`, `${adresse} {`)}`;
      return {
        conf,
        args: (datei: string) => ['run', '--adapter', 'caddyfile', '--config', datei],
      };
    },
  },
};

/** How the packages of Debian are called. */
const PAKETE: Readonly<Record<Name, string>> = {
  nginx: 'nginx-light',
  apache: 'apache2-bin',
  caddy: 'caddy',
};

export const NAMEN = Object.keys(SERVER) as Name[];

/** What to do where a server is not there; undefined where it is. Where nobody looks (`CI`), it must be there. */
export function fehlt(name: Name): string | undefined {
  if (existsSync(SERVER[name].programm)) return undefined;
  if (process.env['CI']) throw new Error(`${name} is missing: apt-get install ${PAKETE[name]}`);
  return `nicht geprüft, es fehlt: apt-get install ${PAKETE[name]}`;
}

/** A folder that a server of {@link starteWebserver} may read and write. */
export function createServerOrdner(): string {
  const ordner = mkdtempSync(join(tmpdir(), 'portal-webserver-'));
  chmodSync(ordner, 0o755);
  return ordner;
}

/**
 * Starts a server.
 * @param ordner where the portal lies, readable for everybody
 */
export async function starteWebserver(
  name: Name,
  portal: Portal,
  ordner: string,
): Promise<Webserver> {
  try {
    return await starte(name, portal, ordner);
  } catch (error) {
    // Somebody else took the port that was free.
    if (!/address already in use/i.test((error as Error).message)) throw error;
    return starte(name, portal, ordner);
  }
}

async function starte(name: Name, portal: Portal, ordner: string): Promise<Webserver> {
  const eigen = createServerOrdner();
  const [port, tlsPort] = [await freierPort(), await freierPort()];
  const { conf, args } = SERVER[name].start({ portal, ordner, eigen, port, tlsPort });
  const datei = join(eigen, 'server.conf');
  writeFileSync(datei, conf);
  mkdirSync(join(eigen, 'home'));
  if (NIEMAND.uid) for (const was of ['', 'home', 'key.pem']) gibNiemand(join(eigen, was));
  const child = spawn(SERVER[name].programm, args(datei), {
    ...NIEMAND,
    cwd: eigen,
    env: { PATH: process.env['PATH'], HOME: join(eigen, 'home') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let ausgabe = '';
  child.stderr!.setEncoding('utf8').on('data', (stueck) => (ausgabe += stueck));
  const toeten = () => child.kill('SIGKILL');
  process.on('exit', toeten);
  const ende = () => {
    process.off('exit', toeten);
    toeten();
    rmSync(eigen, { recursive: true, force: true });
  };
  const ursprung = `http://localhost:${port}`;
  try {
    await antwortet(ursprung, child);
  } catch {
    const log = join(eigen, 'error.log');
    if (existsSync(log)) ausgabe += readFileSync(log, 'utf8');
    ende();
    throw new Error(`${name} did not start:\n${ausgabe}`);
  }
  const protokoll = () =>
    [PROTOKOLL, 'error.log'].map((name) => readFileSync(join(eigen, name), 'utf8')).join('');
  return { ursprung, verschluesselt: `https://localhost:${tlsPort}`, protokoll, ende };
}

function gibNiemand(pfad: string): void {
  if (existsSync(pfad)) chownSync(pfad, NIEMAND.uid!, NIEMAND.gid!);
}

async function freierPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function antwortet(ursprung: string, child: ChildProcess): Promise<void> {
  const bis = Date.now() + 60_000;
  while (Date.now() < bis && child.exitCode === null) {
    try {
      await fetch(ursprung, { redirect: 'manual' });
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error('no answer');
}
