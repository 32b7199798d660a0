/** Reads a page aloud, sentence by sentence, with voices of the device: pause, go on, stop, slowly. */
import { knopf } from './dom.ts';
import { hauptsprache, stimmeFuer } from './stimmen.ts';
import { type Stueck, stueckeVon } from './vorlesetext.ts';

const TEMPO = { normal: 1, langsam: 0.7 };
/** Without a voice for it, a name is said as well as it goes; more would be noise. */
const NAME = 60;

/** Begins to read, and gives the buttons of the box something to do. */
export function vorlesen(kasten: HTMLElement): void {
  const text = (name: string) => kasten.dataset[name]!;
  const start = kasten.querySelector('button')!;
  const meldung = kasten.querySelector('[role=status]')!;
  // Ending and beginning anew: what devices make of pausing differs.
  const pause = knopf(text('pause'), () => {
    if (!liest) return lesen();
    stumm();
    zeigen(true, text('angehalten'));
  });
  const stopp = knopf(text('stopp'), () => beenden(''));
  const langsam = knopf(
    text('langsam'),
    () => {
      const war = langsam.getAttribute('aria-pressed') === 'true';
      langsam.setAttribute('aria-pressed', String(!war));
      if (liest) lesen();
    },
    { 'aria-pressed': 'false' },
  );
  let stuecke: Stueck[] = [];
  let at = 0;
  let liest = false;
  /** What is said belongs to a run; one that was ended has nothing to say any more. */
  let lauf = 0;

  const markieren = (absatz?: Element) => {
    document.querySelector('.wird-vorgelesen')?.classList.remove('wird-vorgelesen');
    absatz?.classList.add('wird-vorgelesen');
  };
  const stumm = () => {
    lauf += 1;
    liest = false;
    speechSynthesis.cancel();
  };
  const zeigen = (aktiv: boolean, wort: string) => {
    start.hidden = aktiv;
    pause.hidden = !aktiv;
    stopp.hidden = !aktiv;
    pause.textContent = text(liest ? 'pause' : 'weiter');
    meldung.textContent = wort;
  };

  const sagen = () => {
    const stueck = stuecke[at];
    if (!stueck) return beenden(text('fertig'));
    const meiner = lauf;
    const seite = document.documentElement.lang;
    const eigene = stimmeFuer(stueck.lang);
    const weiter = () => {
      if (meiner !== lauf) return;
      at += 1;
      sagen();
    };
    if (!eigene && hauptsprache(stueck.lang) !== hauptsprache(seite) && stueck.text.length > NAME)
      return weiter();
    const stimme = eigene ?? stimmeFuer(seite);
    const aussage = new SpeechSynthesisUtterance(stueck.text);
    if (stimme) {
      aussage.voice = stimme;
      aussage.lang = stimme.lang;
    }
    aussage.rate = TEMPO[langsam.getAttribute('aria-pressed') === 'true' ? 'langsam' : 'normal'];
    aussage.addEventListener('end', weiter);
    aussage.addEventListener('error', () => {
      if (meiner === lauf) beenden(text('fertig'));
    });
    markieren(stueck.absatz);
    speechSynthesis.speak(aussage);
  };
  const lesen = () => {
    stumm();
    liest = true;
    zeigen(true, text('liest'));
    sagen();
  };
  const beenden = (wort: string) => {
    const imKasten = kasten.contains(document.activeElement);
    stumm();
    markieren();
    zeigen(false, wort);
    if (imKasten) start.focus();
  };
  const vonVorn = () => {
    stuecke = stueckeVon(kasten.closest('article')!);
    at = 0;
    lesen();
    pause.focus();
  };

  start.addEventListener('click', vonVorn);
  start.after(pause, stopp, langsam);
  for (const ende of ['pagehide', 'ausstieg']) addEventListener(ende, () => beenden(''));
  vonVorn();
}
