import { findPlace, placeOf } from '../places/find-place';
import type { FormPlaces } from '../places/form-places';

/** Whole items, and the words of a line of them. */
const notLines = '.cv-entry, .cv-term, .cv-quote, .cv-tags [data-place]';

/** Lines answer the pointer and the focus; the one being edited is marked softly. */
const lineCss = `
.cv [data-place] { cursor: text; border-radius: .15em; }
.cv [data-place]:not(${notLines}):hover { outline: 1px dashed var(--cv-line); outline-offset: .2em; }
.cv [data-place]:focus { outline: 2px solid var(--cv-accent-text); outline-offset: .2em; }
`;

const markCss = (place: string) => `
.cv [data-place=${JSON.stringify(place)}] {
  background: color-mix(in srgb, var(--cv-accent) 13%, transparent);
  box-shadow: 0 0 0 .2em color-mix(in srgb, var(--cv-accent) 13%, transparent);
}
`;

/** The line of a page that shows a place; of a section its heading. */
function lineOf(page: ParentNode, place: string): HTMLElement | null {
  const section = place.includes('/') ? null : page.querySelector<HTMLElement>(`[data-place="title/${place}"]`);
  return section ?? findPlace(page, place);
}

/** Brings a line that is not in view to the middle of it. */
function scrollTo(line: HTMLElement, view: HTMLElement): void {
  const [inner, outer] = [line.getBoundingClientRect(), view.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  line.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** The line to which a key leads; null where the key does nothing. */
function lineAfterKey(page: ParentNode, key: string, focused: Element | null): HTMLElement | null {
  const lines = [...page.querySelectorAll<HTMLElement>('[data-place]')].filter((line) => !line.matches(notLines));
  const at = lines.findIndex((line) => line === focused);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[key];
  return to === undefined ? null : (lines[to] ?? null);
}

interface Page {
  /** holds the markup of the page */
  root: ShadowRoot;
  /** what scrolls */
  view: HTMLElement;
}

/** Opens the field of the line that is clicked. Text is selected, and links are followed with Ctrl or ⌘, as elsewhere. */
function openByClick({ root }: Page, places: FormPlaces): () => void {
  const onClick = (event: Event) => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const place = placeOf(event.target);
    if (place === null || ctrlKey || metaKey || shiftKey || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    places.reveal(place);
  };
  root.addEventListener('click', onClick);
  return () => root.removeEventListener('click', onClick);
}

/** Goes from line to line by arrow keys; Enter opens the field of a line, Escape leaves the lines. */
function walkByKeys({ root, view }: Page, places: FormPlaces): () => void {
  const host = root.host as HTMLElement;
  host.tabIndex = 0;
  const onKey = (event: KeyboardEvent) => {
    const focused = root.activeElement;
    const line = lineAfterKey(root, event.key, focused?.closest('[data-place]') ?? null);
    if (event.key === 'Enter' && focused && !focused.matches('a')) places.reveal(placeOf(focused) ?? '');
    else if (event.key === 'Escape' && focused) host.focus();
    else if (line) {
      line.tabIndex = -1;
      line.focus({ preventScroll: true });
      scrollTo(line, view);
    } else return;
    event.preventDefault();
  };
  host.addEventListener('keydown', onKey);
  return () => host.removeEventListener('keydown', onKey);
}

/** Marks the line whose field has the focus and brings it into view, also when the page has been drawn anew. */
function markEdited({ root, view }: Page, places: FormPlaces, mark: CSSStyleSheet): () => void {
  let shown: string | null = null;
  const show = () => {
    const { edited } = places.current();
    const line = edited === null ? null : lineOf(root, edited);
    const place = line?.dataset.place ?? null;
    if (place === shown) return;
    shown = place;
    mark.replaceSync(place === null ? '' : markCss(place));
    if (line) scrollTo(line, view);
  };
  const changes = new MutationObserver(show);
  changes.observe(root, { childList: true, subtree: true });
  const stopWatching = places.watch(show);
  show();
  return () => {
    stopWatching();
    changes.disconnect();
  };
}

/**
 * Makes a preview the map of the form, by pointer and by keyboard: its lines lead to their fields, and the line being edited is marked.
 * @returns what takes it back
 */
export function connectPage(page: Page, places: FormPlaces): () => void {
  const [lines, mark] = [new CSSStyleSheet(), new CSSStyleSheet()];
  const { root } = page;
  lines.replaceSync(lineCss);
  root.adoptedStyleSheets.push(lines, mark);
  const ends = [openByClick(page, places), walkByKeys(page, places), markEdited(page, places, mark)];
  return () => {
    ends.forEach((end) => end());
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== lines && sheet !== mark);
  };
}
