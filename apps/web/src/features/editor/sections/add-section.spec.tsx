import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { stubApi } from '@/testing/stub-api';
import { ContentPane } from '../layout/content-pane';
import { editorStore, profileWith, renderEditor } from '../testing/render-editor';

const { addSection: text, add, section } = messagesOf('en').editor;

function open() {
  stubApi({});
  const { store } = renderEditor(
    <ContentPane profile={profileWith()} />,
    editorStore({ work: [{ name: 'Acme' }], meta: { canar: { ids: { work: ['a'] } } } }),
  );
  return { document: () => store.current().document, custom: () => store.current().document.meta?.canar?.custom };
}

const openMenu = (name: string) => fireEvent.keyDown(screen.getByRole('button', { name }), { key: 'Enter' });
const choose = (name: string) => fireEvent.click(screen.getByRole('menuitem', { name }));
const focusedPlace = () => document.activeElement?.closest<HTMLElement>('[data-place]')?.dataset['place'];

describe('AddSection', () => {
  it('adds a usual section with an empty entry, whose first field has the focus', async () => {
    const { custom } = open();
    openMenu(text.open);
    choose(text.patents);
    expect(custom()).toEqual([{ key: expect.stringMatching(/^custom-[a-z0-9]+$/), title: 'Patents', items: [{}] }]);
    await waitFor(() => expect(focusedPlace()).toMatch(/^custom-[a-z0-9]+\/[a-z0-9]+\/name$/));
  });

  it('begins a declaration with its sentence', () => {
    const { custom } = open();
    openMenu(text.open);
    choose(text.declaration);
    expect(custom()?.[0]?.items).toEqual([{ summary: text.declarationText }]);
  });

  it('asks for the title of a section of one’s own', () => {
    open();
    openMenu(text.open);
    choose(text.own);
    expect(within(screen.getByRole('dialog')).getByLabelText<HTMLInputElement>(section.name).value).toBe(text.ownTitle);
  });

  it('removes an added section, which one undo restores', () => {
    const { custom } = open();
    openMenu(text.open);
    choose(text.talks);
    openMenu(`Actions for ${text.talks}`);
    choose(section.delete);
    expect(custom()).toBeUndefined();
    fireEvent.click(screen.getByRole('button', { name: section.undo }));
    expect(custom()).toHaveLength(1);
  });
});

describe('a new entry', () => {
  it('focuses the first field of a new custom section', () => {
    const { document: profile } = open();
    fireEvent.click(screen.getByRole('button', { name: add.work }));
    const field = document.activeElement as HTMLInputElement;
    fireEvent.change(field, { target: { value: 'Reporter' } });
    expect(profile().work?.[0]).toEqual({ position: 'Reporter' });
  });
});

describe('what an import preserved', () => {
  it('changes and removes a declaration', () => {
    stubApi({});
    const preserved = { work: [{ name: 'Acme', 'x-team': 'Core' }], 'x-salary': { min: 5 } };
    const { store, places } = renderEditor(
      <ContentPane profile={profileWith()} />,
      editorStore({ ...preserved, meta: { canar: { ids: { work: ['a'] } } } }),
    );
    act(() => places.reveal('work/a'));
    fireEvent.change(screen.getByLabelText('x-team'), { target: { value: 'Edge' } });
    expect(store.current().document.work).toEqual([{ name: 'Acme', 'x-team': 'Edge' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Remove x-team' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove x-salary' }));
    expect(store.current().document).toEqual({ work: [{ name: 'Acme' }], meta: { canar: { ids: { work: ['a'] } } } });
  });
});
