const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** The control that had the focus last and still stands for it when it is gone; for an item of a menu the menu's button. */
let last: HTMLElement | null = null;

function standingFor(focused: EventTarget | null): HTMLElement | null {
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const menu = focused.closest('[role=menu]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : focused;
}

/** The control from which an overlay that opens now was opened. */
export function openerNow(): HTMLElement | null {
  return standingFor(document.activeElement) ?? last;
}

/** Whether the focus is on nothing, as after its control was removed. */
function isFocusLost(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}

/** Gives the focus to the first of these that takes it. */
function focusFirst(candidates: Iterable<HTMLElement>): boolean {
  for (const candidate of candidates) {
    if (!candidate.isConnected || candidate.closest('[inert]')) continue;
    candidate.focus({ preventScroll: true });
    if (document.activeElement === candidate) return true;
  }
  return false;
}

/** The main part of the page, as a stop for the focus where nothing better is left. */
function mainPart(): HTMLElement[] {
  const main = document.querySelector<HTMLElement>('main');
  if (main && !main.hasAttribute('tabindex')) main.tabIndex = -1;
  return main ? [main] : [];
}

/** Gives the focus back to the control that opened an overlay; where that is gone, to the main part of the page. */
export function giveFocusBack(opener: HTMLElement | null): void {
  focusFirst([...(opener ? [opener] : []), ...mainPart()]);
}

/** The controls around a place from which a node was removed, the nearest first: those after it, then those before. */
function* around({ target, previousSibling }: MutationRecord): Iterable<HTMLElement> {
  const anchor = previousSibling ?? target;
  const before: HTMLElement[] = [];
  for (const control of document.querySelectorAll<HTMLElement>(focusable)) {
    const where = anchor.compareDocumentPosition(control);
    const within = Boolean(where & Node.DOCUMENT_POSITION_CONTAINED_BY) && anchor === previousSibling;
    if (where & Node.DOCUMENT_POSITION_FOLLOWING && !within) yield control;
    else before.unshift(control);
  }
  yield* before;
}

/**
 * Watches the page: when the control that has the focus is removed, as with a deleted entry, the nearest control takes it, so that a
 * person at the keyboard goes on from there and not from the top. The answer stops it.
 */
export function keepFocus(): () => void {
  const remember = ({ target }: FocusEvent) => (last = standingFor(target) ?? last);
  const observer = new MutationObserver((records) => {
    if (!last || last.isConnected || !isFocusLost()) return;
    const gone = last;
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)));
    if (!record || gone.closest('[role=dialog]')) return;
    focusFirst([...around(record), ...mainPart()]);
  });
  document.addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
