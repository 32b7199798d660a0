/** Search boxes outside of the search page: the words go behind `#`, where no server sees them. */

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suchformular]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.querySelector('input')?.value.trim() ?? '';
    location.assign(form.action + (text && `#q=${encodeURIComponent(text)}`));
  });
}
