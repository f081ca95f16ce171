import type { ProfileDocument } from '@canar/profile-document';
import { ProfilePage } from '@canar/profile-templates';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormPlaces } from '../places/form-places';
import { connectPage } from './connect-page';

/** jsdom constructs no style sheets. */
class Sheet {
  text = '';
  replaceSync(css: string) {
    this.text = css;
  }
}

const lena: ProfileDocument = {
  basics: { name: 'Lena', label: 'Engineer', url: 'https://lena.example' },
  work: [
    { name: 'Hidden' },
    { position: 'Principal', name: 'Acme', url: 'https://acme.example', highlights: ['', 'Led'] },
  ],
  meta: { canar: { ids: { work: ['a', 'b'] }, hidden: ['a'] } },
};

let disconnect: () => void;

function open() {
  Object.assign(globalThis, { CSSStyleSheet: Sheet, matchMedia: () => ({ matches: true }) });
  const host = document.body.appendChild(document.createElement('div'));
  const root = Object.assign(host.attachShadow({ mode: 'open' }), { adoptedStyleSheets: [] as CSSStyleSheet[] });
  root.innerHTML = renderToStaticMarkup(<ProfilePage document={lena} templateId="classic" places />);
  const places = new FormPlaces();
  disconnect = connectPage({ root, view: document.body }, places);
  const line = (place: string) => root.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const press = (key: string) =>
    (root.activeElement ?? host).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
  const focused = () => (root.activeElement as HTMLElement | null)?.dataset.place;
  const marked = () => /data-place="([^"]+)"/.exec((root.adoptedStyleSheets[1] as unknown as Sheet).text)?.[1];
  return { host, root, places, line, press, focused, marked, wanted: () => places.current().wanted?.place };
}

afterEach(() => {
  disconnect();
  document.body.replaceChildren();
});

describe('a connected page', () => {
  it('asks for the field of the line that is clicked, past items that are hidden', () => {
    const { line, wanted } = open();
    line('work/b/highlights/1')?.click();
    expect(wanted()).toBe('work/b/highlights/1');
    line('work/b/position')?.click();
    expect(wanted()).toBe('work/b/position');
  });

  it('follows a link with Ctrl only, and opens its field without', () => {
    const { root, wanted } = open();
    const click = (init: MouseEventInit) =>
      root
        .querySelector('a[href*="acme"]')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
    expect(click({ ctrlKey: true })).toBe(true);
    expect(wanted()).toBeUndefined();
    expect(click({})).toBe(false);
    expect(wanted()).toBe('work/b/name');
  });

  it('goes from line to line by arrow keys, and opens a field by Enter', () => {
    const { host, press, focused, wanted } = open();
    host.focus();
    press('ArrowDown');
    expect(focused()).toBe('basics/name');
    press('ArrowDown');
    expect(focused()).toBe('basics/label');
    press('End');
    expect(focused()).toBe('work/b/highlights/1');
    press('Enter');
    expect(wanted()).toBe('work/b/highlights/1');
    press('Escape');
    expect(document.activeElement).toBe(host);
    expect(focused()).toBeUndefined();
  });

  it('marks the line that is edited, or what is to hold it while it is empty', () => {
    const { places, marked } = open();
    places.edit('work/b/position');
    expect(marked()).toBe('work/b/position');
    places.edit('work/b/summary');
    expect(marked()).toBe('work/b');
    places.edit('work');
    expect(marked()).toBe('title/work');
    places.edit(null);
    expect(marked()).toBeUndefined();
  });

  it('marks a line as soon as it is drawn', async () => {
    const { places, line, marked } = open();
    places.edit('work/b/highlights/2');
    expect(marked()).toBe('work/b');
    line('work/b/highlights/1')?.insertAdjacentHTML('afterend', '<li data-place="work/b/highlights/2">Built</li>');
    await Promise.resolve();
    expect(marked()).toBe('work/b/highlights/2');
  });

  it('leaves a page that is no longer connected alone', () => {
    const { line, wanted, root } = open();
    disconnect();
    line('basics/name')?.click();
    expect(wanted()).toBeUndefined();
    expect(root.adoptedStyleSheets).toEqual([]);
  });
});
