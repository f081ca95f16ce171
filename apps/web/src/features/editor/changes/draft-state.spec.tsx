import { screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { DraftState } from './draft-state';
import { cleanSync, type Sync } from '../model/sync';
import { editorStore, renderEditor } from '../testing/render-editor';

const { editor, problems } = messagesOf('en');
const { state: text } = editor;

function open(change: Partial<Sync>) {
  const { container } = renderEditor(
    <DraftState />,
    editorStore({}, { snapshot: { sync: { ...cleanSync('"1"'), ...change } } }),
  );
  return container;
}

describe('DraftState', () => {
  it('says that all is saved before the first save of a visit', () => {
    open({ phase: 'saved' });
    expect(screen.getAllByText(text.fresh)).toHaveLength(2);
  });

  it('says when the draft was saved, and announces it without the time', () => {
    open({ phase: 'saved', savedAt: new Date(2026, 0, 2, 14, 2, 7).getTime() });
    expect(screen.getByText(/^Saved .*02.*07/)).toBeTruthy();
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(text.fresh);
  });

  it('says that it saves while a change waits and while it is sent', () => {
    for (const phase of ['waiting', 'saving'] as const) {
      expect(open({ phase }).textContent).toContain(text.saving);
    }
  });

  it('says that the draft stays on this device without a network', () => {
    open({ phase: 'offline' });
    expect(screen.getAllByText(text.offline)).toHaveLength(2);
  });

  it('says why the API rejected the draft', () => {
    open({ phase: 'rejected', problem: 'document.invalid' });
    expect(screen.getByTitle(problems.document_invalid).textContent).toBe(text.rejected);
  });
});
