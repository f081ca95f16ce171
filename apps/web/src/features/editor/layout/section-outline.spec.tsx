import { act, fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import type { SectionPlace } from '../sections/section-place';
import { editorStore, renderEditor } from '../testing/render-editor';
import { SectionOutline } from './section-outline';

const text = messagesOf('en').editor.outline;
const place = (sectionKey: string, title: string, hidden = false) =>
  ({ sectionKey, title, hidden, count: 1, first: false, last: false }) satisfies SectionPlace;
const sections = [place('work', 'Work'), place('skills', 'Skills'), place('awards', 'Awards', true)];
const document = { basics: { name: 'Asha' }, skills: [{ name: 'Glass' }], awards: [{}] };

function open() {
  const view = renderEditor(<SectionOutline sections={sections} />, editorStore(document));
  fireEvent.click(screen.getByRole('button', { name: new RegExp(text.open) }));
  return view;
}

const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('SectionOutline', () => {
  it('says of each part that visitors see how far it is written', () => {
    open();
    expect(lines()).toEqual([`Profile${text.begun}`, `Work${text.empty}`, `Skills${text.complete}`]);
    expect(screen.getByText('1 of 3')).toBeTruthy();
  });

  it('follows what is written', () => {
    const { store } = open();
    act(() => store.edit('skills', (current) => ({ ...current, skills: [{}] })));
    expect(lines()[2]).toBe(`Skills${text.begun}`);
    expect(screen.getByText('0 of 3')).toBeTruthy();
  });

  it('leads to a part and folds', () => {
    const { places } = open();
    fireEvent.click(screen.getByRole('button', { name: /^Skills/ }));
    expect(places.current()).toMatchObject({ pane: 'edit', wanted: { place: 'skills' } });
    expect(places.current().sections.has('skills')).toBe(true);
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});
