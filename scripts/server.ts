/**
 * Prints the configuration of a server for this portal: headers, types, what is kept how long.
 *
 *     npm run server -- <nginx-http|nginx-location|apache|caddy> [--ordner <folder on the server>]
 *
 * PORTAL_INHALT  content folder (default `content`)
 * Exit code 2 where the call is wrong.
 */
import { readPortal } from '../src/katalog/read-katalog.ts';
import {
  formatApache,
  formatCaddy,
  formatNginxHttp,
  formatNginxLocation,
} from '../src/site/server-dateien.ts';
import { liesAufruf, liesWahl } from './lib/aufruf.ts';
import { ende } from './lib/ende.ts';

const HILFE = `Aufruf: npm run server -- <Server> [--ordner <Ordner>]
  nginx-http      für den Block „http“: /etc/nginx/conf.d/portal-kopf.conf
  nginx-location  für den Block „server“: /etc/nginx/snippets/portal.conf
  apache          für /etc/apache2/sites-available; die Kopfzeilen stehen in der .htaccess des Portals
  caddy           als Caddyfile
  --ordner        wo das Portal auf dem Server liegt (sonst /var/www/portal/aktuell)
Mehr dazu: docs/betrieb.md`;

const SERVER = {
  'nginx-http': formatNginxHttp,
  'nginx-location': formatNginxLocation,
  apache: formatApache,
  caddy: formatCaddy,
};

const { server, ordner } = readAufruf();
const portal = readPortal() ?? ende('portal.yaml fehlt oder ist falsch. Siehe: npm run check', 1);
console.log(SERVER[server](portal, ordner).trimEnd());

function readAufruf() {
  return liesAufruf(
    HILFE,
    {
      allowPositionals: true,
      options: { ordner: { type: 'string', default: '/var/www/portal/aktuell' } },
    },
    ({ values, positionals }) => {
      const [name = '', ...mehr] = positionals;
      if (!name) throw new Error('Es fehlt, für welchen Server.');
      const server = liesWahl('Den Server', name, SERVER);
      if (mehr.length > 0) throw new Error('Bitte nur einen Server nennen.');
      const ordner = values.ordner.replace(/(?<=.)\/+$/, '');
      if (!ordner.startsWith('/')) throw new Error('Der Ordner auf dem Server beginnt mit „/“.');
      // Some of these servers would take them for variables or for the end of the name.
      if (/[^\p{L}\p{N} ._~/-]/u.test(ordner))
        throw new Error('Im Namen des Ordners sind nur Buchstaben, Ziffern und . _ ~ - möglich.');
      return { server, ordner };
    },
  );
}
