/** Runs on every page that dev shows: loads it anew after a change, and shows over it what is wrong with the content. */
const { searchParams } = new URL(import.meta.url);
const [stand, basis] = [searchParams.get('stand'), searchParams.get('basis')];
/** @type {EventSource | undefined} */
let leitung;

function verbinde() {
  leitung?.close();
  // A browser has six lines to a server: tabs that nobody sees leave them to others.
  if (document.hidden) return;
  const diese = (leitung = new EventSource('/_dev/meldungen'));
  diese.onmessage = ({ data }) => folge(JSON.parse(data));
  // Not every browser asks again by itself where nobody answers: the server starts again.
  diese.onerror = () => {
    if (diese.readyState === EventSource.CLOSED) setTimeout(verbinde, 500);
  };
}

/** @param {import('./offene-seiten.ts').Meldung} meldung */
function folge(meldung) {
  if (basis && meldung.basis && meldung.basis !== basis) {
    const { pathname, search, hash } = location;
    location.replace(meldung.basis + pathname.slice(basis.length) + search + hash);
  } else if (meldung.stand !== stand) location.reload();
  else zeige(meldung.text);
}

/** @param {string} text */
function zeige(text) {
  document.querySelector('#dev-meldung')?.remove();
  if (!text) return;
  const kasten = document.createElement('dialog');
  kasten.id = 'dev-meldung';
  kasten.lang = 'de';
  kasten.dir = 'ltr';
  const knopf = document.createElement('button');
  knopf.textContent = 'Schließen';
  knopf.onclick = () => kasten.close();
  const wortlaut = document.createElement('pre');
  wortlaut.textContent = text;
  wortlaut.style.whiteSpace = 'pre-wrap';
  kasten.append(wortlaut, knopf);
  document.body.append(kasten);
  kasten.showModal();
}

document.addEventListener('visibilitychange', verbinde);
verbinde();
