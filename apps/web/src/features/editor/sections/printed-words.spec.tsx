import { sectionKeys, type ProfileDocument } from '@canar/profile-document';
import { filledDocument } from '@canar/profile-document/testing';
import { ProfilePage, templates } from '@canar/profile-templates';
import { act, screen, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { messagesOf } from '@/i18n/catalogue';
import { ContentPane } from '../layout/content-pane';
import { controlOf, placesFrom } from '../places/find-place';
import { editorStore, profileWith, renderEditor } from '../testing/render-editor';

const { section: sectionText, kept } = messagesOf('en').editor;

/** Every field says where it stands: `q`, a number, `q`. */
function marked(filled: (place: string) => boolean = () => true) {
  const places = new Map<string, string>();
  const document = filledDocument((place, kind) => {
    if (!filled(place)) return undefined;
    const mark = `q${places.size}q`;
    places.set(mark, place);
    return kind === 'url' ? `https://${mark}.example/` : kind === 'email' ? `${mark}@example.org` : mark;
  });
  return { document, places };
}

const sections = [...sectionKeys, 'custom-talks', 'profiles'];

/** The form of a document with an item of each section open. */
function openForm(document: ProfileDocument, item: number) {
  const view = renderEditor(<ContentPane profile={profileWith()} />, editorStore(document));
  act(() => sections.forEach((section) => view.places.reveal(`${section}/${section}-${item}`)));
  return view;
}

/** What is written in the fields of known words; fields that an import preserved do not count. */
const valuesIn = (element: ParentNode) =>
  [...element.querySelectorAll<HTMLInputElement>('input, textarea')]
    .filter((field) => field.closest('fieldset')?.querySelector('legend')?.textContent !== kept.title)
    .map(({ value }) => value)
    .join(' ');
const isTitle = (place: string) => place.startsWith('title/') && place !== 'title/basics';
/** The place with the name of its section only, whichever item: `work/name`. */
const fieldOf = (place: string) => place.replace(/^([a-z-]+)\/\1-[01]\//, '$1/');

/** Whether two places are in one item: some lines are made of two of its fields. */
const isSameItem = (place: string, shown: string) =>
  placesFrom(shown).some((part) => part.includes('/') && placesFrom(place).includes(part));

/** The fields that the form has, found by what is written in them. */
function fieldsOfForm(): Set<string> {
  const { document, places } = marked();
  const { container, unmount } = openForm(document, 0);
  const values = valuesIn(container);
  unmount();
  return new Set([...places].filter(([mark]) => values.includes(mark)).map(([, place]) => fieldOf(place)));
}

describe('the form', () => {
  let fields: Set<string>;
  beforeAll(() => {
    fields = fieldsOfForm();
  });

  it("shows a field for every text of the document's schema", () => {
    const { places } = marked();
    const wanted = [...places.values()].filter((place) => !isTitle(place)).map(fieldOf);
    expect(wanted.filter((field) => !fields.has(field))).toEqual([]);
  });

  it('opens the field of every printed word on a click', () => {
    const choice = fc.func(fc.boolean());
    fc.assert(
      fc.property(choice, fc.constantFrom(...templates), (filled, { id }) => {
        const { document, places } = marked(filled);
        const page = globalThis.document.createElement('div');
        page.innerHTML = renderToStaticMarkup(<ProfilePage document={document} templateId={id} places />);
        const walker = globalThis.document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const shown = walker.currentNode.parentElement?.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '';
          for (const [mark] of walker.currentNode.textContent?.matchAll(/q\d+q/g) ?? []) {
            const place = places.get(mark) ?? '';
            expect([place, isTitle(place) || fields.has(fieldOf(place))]).toEqual([place, true]);
            expect([place, shown, isSameItem(place, shown)]).toEqual([place, shown, true]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the focus to the field of a line, and opens what it is in', () => {
    const { document, places } = marked();
    const { container, places: form } = openForm(document, 1);
    for (const place of [
      'work/work-0/position',
      'skills/skills-0/keywords',
      'custom-talks/custom-talks-0/description',
    ]) {
      act(() => form.reveal(place));
      const field = globalThis.document.activeElement as HTMLInputElement;
      expect(field).toBe(controlOf(container, place));
      expect([...places].find(([, known]) => known === place)?.[0]).toBe(field.value);
    }
  });

  it('opens the dialog of a section’s title', () => {
    const { places, document } = marked();
    const { places: form } = openForm(document, 0);
    act(() => form.reveal('title/skills'));
    const field = within(screen.getByRole('dialog')).getByLabelText<HTMLInputElement>(sectionText.name);
    expect(places.get(field.value)).toBe('title/skills');
  });
});
