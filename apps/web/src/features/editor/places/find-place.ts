const fields = 'input:not(:disabled, [type="file"]), textarea, select';

/** A place and what holds it, from the narrowest: `work/ID/url`, `work/ID`, `work`. */
export function placesFrom(place: string): string[] {
  const steps = place.split('/');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
}

const isWide = (place: string) => place.split('/').length <= 2;

/** The element that shows a place, else the first one inside it where it is an item or wider, else the same for what holds it. */
export function findPlace(root: ParentNode, place: string): HTMLElement | null {
  const elements = [...root.querySelectorAll<HTMLElement>('[data-place]')];
  for (const part of placesFrom(place)) {
    const found =
      elements.find((element) => element.dataset.place === part) ??
      elements.find((element) => isWide(part) && element.dataset.place?.startsWith(`${part}/`));
    if (found) return found;
  }
  return null;
}

/** The control of a form in which a place is edited: its field, else the first of what holds it, else its heading. */
export function controlOf(form: ParentNode, place: string): HTMLElement | null {
  const holder = findPlace(form, place);
  return holder?.querySelector<HTMLElement>(fields) ?? holder?.querySelector<HTMLElement>('button') ?? null;
}

/** The place of the document that an element stands for. */
export function placeOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-place]')?.dataset.place ?? null) : null;
}
