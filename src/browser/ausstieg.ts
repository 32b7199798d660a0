/**
 * Leaving the page at once: by a click, or by pressing Shift three times. A blank sheet covers the page while the other one loads,
 * which takes this page's place in the history of the tab. After the pattern „Exit a page quickly“ of the GOV.UK Design System.
 */

const TASTENDRUECKE = 3;
/** Each press has to follow the one before within this time. */
const FRIST_MS = 5000;
/** A key that is held longer is not pressed but leant on. */
const GEHALTEN_MS = 1000;

const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-ausstieg]')];
const knoepfe = [...document.querySelectorAll<HTMLElement>('[data-ausstieg-knopf]')];
const ansage = document.querySelector<HTMLElement>('[data-ausstieg-status]');

let anzahl = 0;
let frist: ReturnType<typeof setTimeout> | undefined;
/** When Shift went down, as long as nothing else happens. */
let gedrueckt: number | undefined;

function sagen(text: string): void {
  if (ansage) ansage.textContent = text;
}

function zeigen(): void {
  for (const knopf of knoepfe) {
    knopf.toggleAttribute('data-zaehlt', anzahl > 0);
    knopf
      .querySelectorAll('[data-licht]')
      .forEach((licht, i) => licht.toggleAttribute('data-an', i < anzahl));
  }
}

function zuruecksetzen(text = ''): void {
  clearTimeout(frist);
  anzahl = 0;
  zeigen();
  sagen(text);
}

function zaehlen(): void {
  clearTimeout(frist);
  anzahl += 1;
  zeigen();
  if (anzahl >= TASTENDRUECKE) return verlassen();
  sagen(ansage?.dataset[anzahl === 1 ? 'zweimal' : 'einmal'] ?? '');
  frist = setTimeout(() => {
    zuruecksetzen(ansage?.dataset['abgelaufen']);
    frist = setTimeout(() => sagen(''), FRIST_MS);
  }, FRIST_MS);
}

function verlassen(): void {
  const ziel = links[0]?.href;
  if (!ziel) return;
  clearTimeout(frist);
  // Whoever is reading aloud falls silent now, not when the other page is there.
  dispatchEvent(new Event('ausstieg'));
  decken();
  location.replace(ziel);
}

/** Nothing of the page is to be seen, heard or reached any more. */
function decken(): void {
  document.documentElement.toggleAttribute('data-verlassen', true);
  const decke = document.createElement('div');
  decke.className = 'ausstieg-decke';
  decke.setAttribute('role', 'alert');
  document.body.append(decke);
  // What comes into an alert is read out, what it begins with is not.
  const text = document.createElement('p');
  text.className = 'unsichtbar';
  text.textContent = ansage?.dataset['laeuft'] ?? '';
  decke.append(text);
}

/** Who comes back by Back finds the page as it was. */
function aufdecken(): void {
  document.documentElement.removeAttribute('data-verlassen');
  document.querySelector('.ausstieg-decke')?.remove();
  gedrueckt = undefined;
  zuruecksetzen();
}

for (const link of links)
  link.addEventListener('click', (event) => {
    event.preventDefault();
    verlassen();
  });

document.addEventListener(
  'keydown',
  ({ key, repeat, ctrlKey, altKey, metaKey, timeStamp }) => {
    const allein = key === 'Shift' && !ctrlKey && !altKey && !metaKey;
    if (allein && repeat) return;
    gedrueckt = allein ? timeStamp : undefined;
    if (!allein && anzahl > 0) zuruecksetzen();
  },
  true,
);
document.addEventListener(
  'keyup',
  ({ key, timeStamp }) => {
    if (key !== 'Shift' || gedrueckt === undefined) return;
    const gehalten = timeStamp - gedrueckt > GEHALTEN_MS;
    gedrueckt = undefined;
    if (gehalten) zuruecksetzen();
    else zaehlen();
  },
  true,
);
// Shift with a click chooses text or opens a window.
document.addEventListener('pointerdown', () => (gedrueckt = undefined), true);
addEventListener('pageshow', aufdecken);
