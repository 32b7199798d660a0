/** The few helpers for the page that the search needs. Text enters the page as text, never as markup. */

type Attribute = Record<string, string | number | boolean | undefined>;

/** An element with attributes (false and undefined are left out) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attribute: Attribute = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attribute)) {
    if (value !== undefined && value !== false)
      element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** A button that does something. */
export function knopf(
  text: string,
  onClick: () => void,
  attribute: Attribute = {},
): HTMLButtonElement {
  const button = el('button', { type: 'button', ...attribute }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** Finds the marked parts of the page. */
export function bereiche(wurzel: ParentNode) {
  return <T extends HTMLElement = HTMLElement>(name: string): T => {
    const element = wurzel.querySelector<T>(`[data-bereich='${name}']`);
    if (!element) throw new Error(`The page lacks ${name}`);
    return element;
  };
}

/** Shows or hides what stands in place of a part of the page that does not work, see `Ersatz.astro`. */
export function zeigeErsatz(zeigen: boolean): void {
  const kasten = document.querySelector<HTMLElement>('.ersatz');
  if (!kasten) return;
  kasten.hidden = !zeigen;
  kasten.classList.toggle('sofort', zeigen);
}

export type Bereiche = ReturnType<typeof bereiche>;

/** Sets a text only where it changed, so that it is read out only then. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** The same of what it contains; what buttons of the same words do must be the same, too. */
export function setKinder(element: Element, kinder: readonly Node[]): void {
  const neu = element.cloneNode(false) as Element;
  neu.append(...kinder);
  if (!element.isEqualNode(neu)) element.replaceChildren(...neu.childNodes);
}

/** Brings an element into view and gives it the focus. */
export function fokus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
