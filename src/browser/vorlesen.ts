/** Offers to read the page aloud where the device has a voice for it; what reads is loaded when somebody wants it. */
import { stimmeFuer } from './stimmen.ts';

const kasten = document.querySelector<HTMLElement>('[data-vorlesen]');
const knopf = kasten?.querySelector('button');

if (kasten && knopf && 'speechSynthesis' in window) {
  const anbieten = () => {
    kasten.hidden = !stimmeFuer(document.documentElement.lang);
  };
  anbieten();
  // Voices may come late.
  speechSynthesis.addEventListener('voiceschanged', anbieten);
  knopf.addEventListener(
    'click',
    async () => {
      // Some devices speak only if they begin to within the tap; the script comes too late for that.
      speechSynthesis.speak(new SpeechSynthesisUtterance(''));
      const { vorlesen } = await import('./vorlesen-lauf.ts');
      vorlesen(kasten);
    },
    { once: true },
  );
}
