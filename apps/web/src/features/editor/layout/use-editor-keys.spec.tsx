import { act, fireEvent } from '@testing-library/react';
import { editorStore, renderEditorHook } from '../testing/render-editor';
import { useEditorKeys } from './use-editor-keys';

const named = (name: string) => ({ basics: { name } });

function open() {
  const saveDraft = jest.fn(async () => ({ etag: '"2"', warnings: [] }));
  const store = editorStore(named('A'), { saveDraft });
  const onShowKeys = jest.fn();
  renderEditorHook(() => useEditorKeys(onShowKeys), store);
  act(() => store.edit('basics/name', () => named('B')));
  return { saveDraft, onShowKeys, store, name: () => store.current().document.basics?.name };
}

const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ctrlKey: true, ...init });

describe('useEditorKeys', () => {
  it('sends the draft on Ctrl+S and keeps the browser from saving the page', async () => {
    const { saveDraft } = open();
    await act(async () => expect(press('s')).toBe(false));
    expect(saveDraft).toHaveBeenCalledTimes(1);
  });

  it('steps back on Ctrl+Z and forward on Ctrl+Shift+Z or Ctrl+Y', () => {
    const { name } = open();
    press('z');
    expect(name()).toBe('A');
    press('Z', { shiftKey: true });
    expect(name()).toBe('B');
    press('z', { ctrlKey: false, metaKey: true });
    expect(name()).toBe('A');
    press('y');
    expect(name()).toBe('B');
  });

  function fieldIn(pane: string) {
    const parent = document.body.appendChild(document.createElement('div'));
    parent.id = pane;
    const field = parent.appendChild(document.createElement('input'));
    return { field, remove: () => parent.remove() };
  }

  it('steps through the one history from a field of the document', () => {
    const { name } = open();
    const { field, remove } = fieldIn('edit-pane');
    expect(press('z', {}, field)).toBe(false);
    expect(name()).toBe('A');
    const redo = new InputEvent('beforeinput', { inputType: 'historyRedo', bubbles: true, cancelable: true });
    act(() => void field.dispatchEvent(redo));
    expect([name(), redo.defaultPrevented]).toEqual(['B', true]);
    remove();
  });

  it('leaves undo in a field of a dialog to the browser', () => {
    const { name } = open();
    const { field, remove } = fieldIn('dialog');
    expect(press('z', {}, field)).toBe(true);
    expect(name()).toBe('B');
    remove();
  });

  it('shows the keys on a question mark, but not while one is typed', () => {
    const { onShowKeys } = open();
    const { field, remove } = fieldIn('edit-pane');
    press('?', { ctrlKey: false }, field);
    expect(onShowKeys).not.toHaveBeenCalled();
    press('?', { ctrlKey: false });
    expect(onShowKeys).toHaveBeenCalledTimes(1);
    remove();
  });

  it('ignores the keys without Ctrl and with Alt', () => {
    const { name, saveDraft } = open();
    press('z', { ctrlKey: false });
    press('z', { altKey: true });
    press('s', { altKey: true });
    expect(name()).toBe('B');
    expect(saveDraft).not.toHaveBeenCalled();
  });
});
