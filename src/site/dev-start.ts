/** Development: Astro's dev server, begun with what does not need it; what is typed behind the name of this program is Astro's. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inhaltsordner } from '../katalog/ordner.ts';
import { beginneVorlauf } from './dev-vorlauf.ts';

beginneVorlauf(inhaltsordner());
await import(pathToFileURL(resolve('node_modules/astro/bin/astro.mjs')).href);
