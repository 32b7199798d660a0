/** Search boxes outside of the search page: the words go where neither a server nor the history of the browser has them. */
import { uebergeben } from './uebergabe.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suchformular]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.querySelector('input')?.value.trim() ?? '';
    const fragment = text && `q=${encodeURIComponent(text)}`;
    const ohneAdresse = fragment !== '' && uebergeben(fragment);
    // A link, for what links take along comes too.
    const link = form.appendChild(document.createElement('a'));
    link.href = form.action + (fragment && !ohneAdresse ? `#${fragment}` : '');
    link.click();
    link.remove();
  });
}
