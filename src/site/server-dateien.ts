/** The headers of the portal in the words of servers: files that some read by themselves, and what `npm run server` prints. */
import { KODIERUNGEN, KOMPRIMIERBAR, MEDIENTYPEN } from '../domain/medientyp.ts';
import type { Portal } from '../domain/portal.ts';
import { type Auftritt, HSTS, type Kopfzeile, kopfzeilen, VERBORGEN } from './kopfzeilen.ts';
import { basisOf } from './pfade.ts';

/** By name; they lie in the root of the portal. */
export const SERVER_DATEIEN = { htaccess: '.htaccess', headers: '_headers' } as const;

const HINWEIS = '# Erzeugt; bitte nicht von Hand ändern. Was es bedeutet: docs/betrieb.md';
/** What nginx notes. */
export const NGINX_PROTOKOLL = '/var/log/nginx/portal.log';
/** Texts whose type names their encoding. */
const MIT_ZEICHENSATZ = Object.values(MEDIENTYPEN)
  .filter((typ) => typ.includes('; charset=utf-8'))
  .map((typ) => typ.replace('; charset=utf-8', ''));
/** What a server compresses itself where there is no copy: small files. */
const KLEINER = KOMPRIMIERBAR.map((endung) => MEDIENTYPEN[endung]!.replace('; charset=utf-8', ''));
/** How the name of a compressed copy ends: a regular expression. */
const KOPIE = `\\.(${Object.keys(KODIERUNGEN).join('|')})`;

/** For nginx, its block `http`: which header has which value. What is there once for all servers, without a `server` of its own. */
export function formatNginxHttp(portal: Portal): string {
  const maps = kopfzeilen(portal, true)
    .filter((kopf) => !istFest(kopf))
    .map((kopf) => {
      const { name, sonst, faelle } = kopf;
      if (name === HSTS)
        return block(`map $https ${nginxVariable(kopf)}`, `on ${q(sonst)};`, 'default "";');
      return block(
        `map $uri ${nginxVariable(kopf)}`,
        ...faelle.map(({ muster, wert }) => `${q(`~${muster}`)} ${q(wert)};`),
        `default ${q(sonst)};`,
      );
    });
  return `${[HINWEIS, ...maps, ...nginxProtokoll(portal)].join('\n')}\n`;
}

/**
 * For nginx, in a block `server`, which is not ours: others write their certificates into it. Needs {@link formatNginxHttp}.
 * @param ordner where the portal lies on the server
 */
export function formatNginxLocation(portal: Portal, ordner: string): string {
  const basis = basisOf(portal.url);
  const typen = Object.entries(MEDIENTYPEN).map(
    ([endung, typ]) => `${typ.replace(/;.*/, '')} ${endung};`,
  );
  const immer = [
    `access_log ${NGINX_PROTOKOLL} portal if=$portal_merken;`,
    // Its lines would hold whole addresses.
    'log_not_found off;',
    'absolute_redirect off;',
    ...kopfzeilen(portal, true).map((kopf) => {
      const wert = istFest(kopf) ? q(kopf.sonst) : nginxVariable(kopf);
      return `add_header ${kopf.name} ${wert} always;`;
    }),
  ];
  const ohneStrich = block(
    `location = ${basis.slice(0, -1)}`,
    ...immer,
    `return 301 ${basis}$is_args$args;`,
  );
  const portalOrt = block(
    `location ${basis}`,
    // „alias“ replaces the path of the location, which „root“ would add.
    basis === '/' ? `root ${q(ordner)};` : `alias ${q(`${ordner}/`)};`,
    'index index.html;',
    `error_page 403 404 =404 ${basis}404.html;`,
    block('types', ...typen),
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${MIT_ZEICHENSATZ.filter((typ) => typ !== 'text/html').join(' ')};`,
    'gzip_static on;',
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${KLEINER.filter((typ) => typ !== 'text/html').join(' ')};`,
    ...immer,
    block(`location ~ ${q(VERBORGEN)}`, 'return 404;'),
  );
  return `${[HINWEIS, ...(basis === '/' ? [] : [ohneStrich]), portalOrt].join('\n')}\n`;
}

/**
 * A log that cannot tell who looked for what: addresses without their end, nothing after a „?“, and no parts of the search's index,
 * which follow from the word that somebody typed.
 */
function nginxProtokoll({ url }: Portal): string[] {
  return [
    block(
      'map $remote_addr $portal_netz',
      '"~(?<portal_v4>\\d+\\.\\d+\\.\\d+)\\.\\d+$" "$portal_v4.0";',
      '"~^(?<portal_v6>[^:]+:[^:]+):" "$portal_v6::";',
      'default "-";',
    ),
    block(
      'map $uri $portal_merken',
      `${q(`~^${basisOf(url)}(pagefind|suche-teile)/`)} 0;`,
      'default 1;',
    ),
    `log_format portal '$portal_netz - - [$time_local] "$request_method $uri $server_protocol" $status $body_bytes_sent';`,
  ];
}

/** Whether nginx can say it without knowing which file. */
function istFest({ name, faelle }: Kopfzeile): boolean {
  return faelle.length === 0 && name !== HSTS;
}

function nginxVariable({ name }: Kopfzeile): string {
  return `$portal_${name.toLowerCase().replaceAll('-', '_')}`;
}

/** For Apache 2.4: the `.htaccess` in the portal's folder. */
export function formatHtaccess(portal: Auftritt): string {
  const basis = basisOf(portal.url);
  const kopf = kopfzeilen(portal, true).flatMap(({ name, sonst, faelle }) => [
    ...(sonst ? [`Header always set ${name} ${q(sonst)}${wennTls(name)}`] : []),
    // The last that fits counts.
    ...faelle.toReversed().map(({ muster, wert }) => {
      // It knows a copy by its own name.
      const wenn = `expr=%{REQUEST_URI} =~ m#${muster.replaceAll('$', `(${KOPIE})?$`)}#`;
      return `Header always set ${name} ${q(wert)} ${q(wenn)}`;
    }),
  ]);
  const typen = Object.entries(MEDIENTYPEN).map(([endung, typ]) => `AddType ${q(typ)} .${endung}`);
  return `${[
    HINWEIS,
    '# Braucht die Module headers, alias, dir, mime und rewrite, und für diesen Ordner: AllowOverride FileInfo Indexes',
    'DirectoryIndex index.html',
    `ErrorDocument 404 ${basis}404.html`,
    'AddDefaultCharset off',
    ...typen,
    ...kopf,
    `RedirectMatch 404 ${q(VERBORGEN)}`,
    '<IfModule mod_autoindex.c>',
    '    IndexIgnore *',
    '</IfModule>',
    '<IfModule mod_deflate.c>',
    `    AddOutputFilterByType DEFLATE ${KLEINER.join(' ')}`,
    '</IfModule>',
    ...apacheKopien(),
  ].join('\n')}\n`;
}

/** Compressed copies in the place of files. Their types are said anew, for Apache goes by the last ending. */
function apacheKopien(): string[] {
  const dateien = `\\.(${KOMPRIMIERBAR.join('|')})`;
  const regeln = Object.entries(KODIERUNGEN).flatMap(([endung, kodierung]) => [
    `RewriteCond %{HTTP:Accept-Encoding} ${q(`\\b${kodierung}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`)}`,
    `RewriteCond ${q(`%{REQUEST_FILENAME}.${endung}`)} -f`,
    `RewriteRule ${q(`${dateien}$`)} ${q(`%{REQUEST_URI}.${endung}`)} [L]`,
  ]);
  const kodierungen = Object.entries(KODIERUNGEN).map(
    ([endung, kodierung]) => `AddEncoding ${kodierung} .${endung}`,
  );
  const typen = KOMPRIMIERBAR.map((endung) =>
    block(`<FilesMatch ${q(`\\.${endung}${KOPIE}$`)}>`, `ForceType ${q(MEDIENTYPEN[endung]!)}`),
  );
  return [
    block('<IfModule mod_rewrite.c>', 'RewriteEngine On', ...regeln),
    ...kodierungen,
    // Elsewhere it means Breton.
    'RemoveLanguage .br',
    ...typen,
    `Header merge Vary Accept-Encoding ${q(`expr=%{REQUEST_URI} =~ m#${dateien}(${KOPIE})?$#`)}`,
  ];
}

const wennTls = (name: string) => (name === HSTS ? ` "expr=%{HTTPS} == 'on'"` : '');

/**
 * For Apache 2.4: the site that the `.htaccess` counts in. It does not depend on headers, so that it is written once.
 * @param ordner where the portal lies on the server
 */
export function formatApache(portal: Portal, ordner: string): string {
  const basis = basisOf(portal.url);
  return `${[
    block(
      '<VirtualHost *:80>',
      `ServerName ${new URL(portal.url).hostname}`,
      basis === '/' ? `DocumentRoot ${q(ordner)}` : `Alias ${q(basis.slice(0, -1))} ${q(ordner)}`,
      block(
        `<Directory ${q(ordner)}>`,
        'Options FollowSymLinks',
        'AllowOverride FileInfo Indexes',
        'Require all granted',
      ),
    ),
  ].join('\n')}\n`;
}

/**
 * For Caddy 2.
 * @param ordner where the portal lies on the server
 */
export function formatCaddy(portal: Portal, ordner: string): string {
  const basis = basisOf(portal.url);
  const alle = kopfzeilen(portal, true);
  const variable = ({ name }: Kopfzeile) => `{${name.toLowerCase().replaceAll('-', '_')}}`;
  // Sent always, sent in one of several wordings, or sent for some files only.
  const fest = alle.filter(({ name, faelle }) => faelle.length === 0 && name !== HSTS);
  const wechselnd = alle.filter(({ sonst, faelle }) => sonst && faelle.length > 0);
  const manche = alle.filter(({ sonst }) => !sonst);
  const hsts = alle.filter(({ name }) => name === HSTS);
  const dateien = block(
    'file_server',
    `root ${q(ordner)}`,
    `precompressed ${Object.values(KODIERUNGEN).join(' ')}`,
  );
  const kopf = block(
    '(portal_kopf)',
    ...wechselnd.map((eine) =>
      block(
        `map {path} ${variable(eine)}`,
        ...eine.faelle.map(({ muster, wert }) => `${q(`~${muster}`)} ${q(wert)}`),
        `default ${q(eine.sonst)}`,
      ),
    ),
    block(
      'map {path} {typ}',
      ...Object.entries(MEDIENTYPEN).map(([endung, typ]) => `${q(`~\\.${endung}$`)} ${q(typ)}`),
      `default ${q(MEDIENTYPEN['html']!)}`,
    ),
    block(
      'header',
      'Content-Type {typ}',
      ...fest.map(({ name, sonst }) => `${name} ${q(sonst)}`),
      ...wechselnd.map((eine) => `${eine.name} ${variable(eine)}`),
    ),
    ...manche.flatMap(({ name, faelle }) =>
      faelle.flatMap(({ muster, wert }) => [
        `@${name} path_regexp ${q(muster)}`,
        `header @${name} ${name} ${q(wert)}`,
      ]),
    ),
    // At the end: the copies bring their own, and only they do.
    `@Vary path_regexp ${q(`(/|\\.(${KOMPRIMIERBAR.join('|')}))$`)}`,
    block('header @Vary', 'Vary Accept-Encoding', 'defer'),
    ...hsts.flatMap(({ name, sonst }) => [
      `@${name} protocol https`,
      `header @${name} ${name} ${q(sonst)}`,
    ]),
  );
  const site = block(
    new URL(portal.url).origin,
    'encode gzip',
    block(
      `route ${basis}*`,
      // Headers go by the path as it was asked for, files by what remains of it without „..“: nobody needs those.
      block('@krumm', 'expression {path}.contains("/..")'),
      'error @krumm 404',
      // Its regular expressions cannot say „not followed by“.
      block('@verborgen', 'path_regexp /(\\.|_headers$)', `not path ${basis}.well-known/*`),
      'error @verborgen 404',
      'import portal_kopf',
      ...(basis === '/' ? [] : [`uri strip_prefix ${basis.slice(0, -1)}`]),
      dateien,
    ),
    ...(basis === '/'
      ? []
      : [
          block(
            `route ${basis.slice(0, -1)}`,
            'import portal_kopf',
            // It keeps the query.
            `rewrite * ${basis}`,
            'redir * {uri} 301',
          ),
        ]),
    block('handle_errors', block('route', 'rewrite * /404.html', 'import portal_kopf', dateien)),
  );
  return `${[HINWEIS, kopf, site].join('\n')}\n`;
}

/** For Netlify, Cloudflare Pages and others that read a file `_headers`: rules from the general to the special, where the last counts. */
export function formatHeaders(portal: Auftritt): string {
  const alle = kopfzeilen(portal, true);
  const regeln = alle.flatMap(({ name, sonst, faelle }) =>
    faelle
      .toReversed()
      .flatMap(({ pfade, wert }) =>
        pfade.map((pfad) => [pfad, sonst ? `  ! ${name}` : '', `  ${name}: ${wert}`]),
      ),
  );
  const allgemein = alle
    .filter(({ sonst }) => sonst)
    .map(({ name, sonst }) => `  ${name}: ${sonst}`);
  return `${[HINWEIS, `${basisOf(portal.url)}*`, ...allgemein, ...regeln.flat()].filter(Boolean).join('\n')}\n`;
}

/** A block of nested directives, indented; that of Apache ends with its name. */
function block(kopf: string, ...zeilen: string[]): string {
  const [, name] = /^<(\w+)/.exec(kopf) ?? [];
  const innen = zeilen.join('\n').replace(/^(?=.)/gm, '    ');
  return name ? `${kopf}\n${innen}\n</${name}>` : `${kopf} {\n${innen}\n}`;
}

/** In quotation marks. Nothing here holds one: addresses cannot, and folders that do are refused. */
function q(text: string): string {
  return `"${text}"`;
}
