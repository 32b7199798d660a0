/** On the page that does not exist: leads on to the short address somebody meant. */
import { gemeint } from './kurzadresse.ts';

const basis = document.querySelector<HTMLElement>('[data-basis]')?.dataset['basis'] ?? '/';
const ziel = gemeint(location.pathname, basis);
if (ziel) location.replace(ziel);
