/** Search boxes outside of the search page: the words go where neither a server nor the history of the browser has them. */
import { zeigeErsatz } from './dom.ts';
import { uebergeben } from './uebergabe.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suchformular]')) {
  const feld = form.querySelector('input')!;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = feld.value.trim();
    const fragment = text && `q=${encodeURIComponent(text)}`;
    const ohneAdresse = fragment !== '' && uebergeben(fragment);
    // A link, for what links take along comes too.
    const link = form.appendChild(document.createElement('a'));
    link.href = form.dataset['suchformular']! + (fragment && !ohneAdresse ? `#${fragment}` : '');
    link.click();
    link.remove();
  });
  // Whoever was faster than this script has sent the words already, and is still there.
  const gesendet = CSS.supports('selector(:user-valid)') && feld.matches(':user-valid');
  if (gesendet && feld.value && form.contains(document.activeElement)) form.requestSubmit();
}
zeigeErsatz(false);
