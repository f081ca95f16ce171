import type { ProfileDocument } from '@canar/profile-document';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { editorStore, renderEditor } from '../testing/render-editor';
import { SectionCard } from './section-card';
import { SortableSections } from './sorting/sortable-sections';
import { useSections } from './use-sections';

const { section, item, add, empty } = messagesOf('en').editor;

const career: ProfileDocument = {
  work: [{ name: 'Acme' }, { name: 'Bolt' }],
  skills: [{ name: 'Go' }],
  meta: { canar: { ids: { work: ['a', 'b'], skills: ['s'] }, sections: [{ key: 'work' }, { key: 'skills' }] } },
};

/** Two cards are enough: finding by role is slow among many. */
function TwoSections() {
  const sections = useSections().slice(0, 2);
  return (
    <SortableSections sections={sections}>
      {sections.map((section, index) => (
        <SectionCard key={section.sectionKey} {...section} last={index === 1} />
      ))}
    </SortableSections>
  );
}

function open(document = career) {
  const { store } = renderEditor(<TwoSections />, editorStore(document));
  return { store, document: () => store.current().document, canar: () => store.current().document.meta?.canar };
}

const card = (key: string) => within(document.getElementById(`section-${key}`) as HTMLElement);
const openMenu = (title: string) =>
  fireEvent.keyDown(screen.getByRole('button', { name: `Actions for ${title}` }), { key: 'Enter' });
const menuItem = (name: string) => screen.getByRole('menuitem', { name });

describe('SectionCard', () => {
  it('opens the cards of work and education only', () => {
    open();
    expect(
      card('work')
        .getByRole('button', { name: /^Experience/ })
        .getAttribute('aria-expanded'),
    ).toBe('true');
    const skills = card('skills').getByRole('button', { name: /^Skills/ });
    expect(skills.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(skills);
    expect(card('skills').getByText('Go')).toBeTruthy();
  });

  it('explains an empty section', () => {
    open({ meta: {} });
    expect(card('work').getByText(empty.work)).toBeTruthy();
  });
});

describe('SectionMenu', () => {
  it('hides a section without deleting it, and shows it again', () => {
    const { document } = open();
    openMenu('Experience');
    fireEvent.click(menuItem(section.hide));
    expect(document().work).toHaveLength(2);
    expect(card('work').getByLabelText(section.hidden)).toBeTruthy();
    openMenu('Experience');
    fireEvent.click(menuItem(section.show));
    expect(card('work').queryByLabelText(section.hidden)).toBeNull();
  });

  it('moves a section, but the first not up', () => {
    const { canar } = open();
    openMenu('Experience');
    expect(menuItem(section.up).hasAttribute('data-disabled')).toBe(true);
    fireEvent.click(menuItem(section.down));
    expect(canar()?.sections?.[1]?.key).toBe('work');
  });

  it('renames a section', async () => {
    const { canar } = open();
    openMenu('Experience');
    fireEvent.click(menuItem(section.rename));
    const name = screen.getByLabelText<HTMLInputElement>(section.name);
    expect(name.value).toBe('Experience');
    fireEvent.change(name, { target: { value: 'Jobs' } });
    fireEvent.click(screen.getByRole('button', { name: section.rename }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(canar()?.sections?.find(({ key }) => key === 'work')?.title).toBe('Jobs');
  });
});

describe('ItemCard', () => {
  it('opens one entry at a time', () => {
    open();
    fireEvent.click(card('work').getByRole('button', { name: 'Acme' }));
    fireEvent.click(card('work').getByRole('button', { name: 'Bolt' }));
    expect(card('work').getByRole('button', { name: 'Acme' }).getAttribute('aria-expanded')).toBe('false');
    expect(card('work').getByRole('button', { name: 'Bolt' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('opens a new entry at the top', () => {
    const { document } = open();
    fireEvent.click(screen.getByRole('button', { name: add.work }));
    expect(document().work?.[0]).toEqual({});
    expect(card('work').getByRole('button', { name: item.untitled }).getAttribute('aria-expanded')).toBe('true');
  });

  it('copies an entry below and opens the copy', () => {
    const { document, canar } = open();
    openMenu('Acme');
    fireEvent.click(menuItem(item.duplicate));
    expect(document().work?.map(({ name }) => name)).toEqual(['Acme', 'Acme', 'Bolt']);
    const names = card('work').getAllByRole('button', { name: 'Acme' });
    expect(names.map((name) => name.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
    expect(new Set(canar()?.ids?.work).size).toBe(3);
  });

  it('hides, moves and deletes an entry, which can be undone', () => {
    const { document, canar } = open();
    openMenu('Bolt');
    expect(menuItem(item.down).hasAttribute('data-disabled')).toBe(true);
    fireEvent.click(menuItem(item.up));
    expect(document().work?.map(({ name }) => name)).toEqual(['Bolt', 'Acme']);
    openMenu('Bolt');
    fireEvent.click(menuItem(item.hide));
    expect(canar()?.hidden).toEqual(['b']);
    openMenu('Acme');
    fireEvent.click(menuItem(item.delete));
    expect(document().work).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: item.undo }));
    expect(document().work).toHaveLength(2);
  });
});
