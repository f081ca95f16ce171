import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { messagesOf } from '@/i18n/catalogue';
import { editorStore, renderEditor } from '../testing/render-editor';
import { CommandPalette } from './command-palette';

const { editor } = messagesOf('en');

function open() {
  const ports = {
    publication: null,
    onImport: jest.fn(),
    onPublish: jest.fn(),
    onExport: jest.fn(),
    onRevisions: jest.fn(),
    onKeys: jest.fn(),
  };
  function Palette() {
    const [isOpen, setOpen] = useState(false);
    return <CommandPalette open={isOpen} onOpenChange={setOpen} {...ports} />;
  }
  const store = editorStore({ work: [{ name: 'Acme' }] });
  const watch = jest.spyOn(store, 'watch');
  renderEditor(<Palette />, store);
  return { ...ports, store, watch };
}

const openByKey = () => fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
const search = () => screen.getByRole('combobox');
const type = (value: string) => fireEvent.change(search(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(search(), { key });
const selected = () => screen.getAllByRole('option', { selected: true }).map(({ textContent }) => textContent);

describe('CommandPalette', () => {
  it('looks at the document only while it is open', () => {
    const { watch, store } = open();
    expect(watch).not.toHaveBeenCalled();
    openByKey();
    act(() => store.edit('work', () => ({ work: [{ name: 'Birla' }] })));
    expect(screen.getByRole('option', { name: /Birla/ })).toBeTruthy();
  });

  it('opens the palette on Ctrl+K only', () => {
    open();
    fireEvent.keyDown(window, { key: 'k' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(openByKey()).toBe(false);
    expect(screen.getByRole('dialog', { name: editor.palette })).toBeTruthy();
  });

  it('runs the first match on Enter, after it has closed', async () => {
    const { onImport } = open();
    openByKey();
    type('impo');
    press('Enter');
    await waitFor(() => expect(onImport).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('moves through the matches with the arrow keys and wraps at both ends', () => {
    open();
    openByKey();
    type('export');
    const [first, second] = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(selected()).toEqual([first]);
    press('ArrowDown');
    expect(selected()).toEqual([second]);
    press('ArrowUp');
    press('ArrowUp');
    expect(selected()).toEqual([screen.getAllByRole('option').at(-1)?.textContent]);
    type('impo');
    expect(selected()).toEqual([editor.import.open]);
  });

  it('runs a command that is clicked', async () => {
    const { store } = open();
    openByKey();
    fireEvent.click(screen.getByRole('option', { name: 'Template: Modern' }));
    await waitFor(() => expect(store.current().document.meta?.canar?.design?.template).toBe('modern'));
  });

  it('reports that nothing was found and does nothing on Enter', () => {
    open();
    openByKey();
    type('zebra');
    press('ArrowDown');
    press('Enter');
    expect(screen.getByText(editor.keys.nothing)).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
