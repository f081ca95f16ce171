import { act, fireEvent } from '@testing-library/react';
import { editorStore, renderEditorHook } from '../testing/render-editor';
import { useEditorKeys } from './use-editor-keys';

const named = (name: string) => ({ basics: { name } });

function open() {
  const saveDraft = jest.fn(async () => ({ etag: '"2"', warnings: [] }));
  const store = editorStore(named('A'), { saveDraft });
  renderEditorHook(useEditorKeys, store);
  act(() => store.edit('basics/name', () => named('B')));
  return { saveDraft, name: () => store.current().document.basics?.name };
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

  it('leaves undo inside a text field to the browser', () => {
    const { name } = open();
    const field = document.body.appendChild(document.createElement('input'));
    expect(press('z', {}, field)).toBe(true);
    expect(name()).toBe('B');
    field.remove();
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
