import type { Active, Over } from '@dnd-kit/core';
import { renderEditorHook } from '../../testing/render-editor';
import { useDragAnnouncements } from './use-drag-announcements';

const titles: Record<string, string> = { skills: 'कौशल', education: 'शिक्षा' };

describe('useDragAnnouncements', () => {
  it('announces a move in the language of the site, by titles and not by keys', () => {
    const titleOf = (key: string) => titles[key] ?? '';
    const { result } = renderEditorHook(() => useDragAnnouncements(titleOf), undefined, 'hi');
    const { announcements, screenReaderInstructions } = result.current ?? {};
    const [active, over] = [{ id: 'skills' } as Active, { id: 'education' } as Over];
    const said = [
      announcements?.onDragStart({ active }),
      announcements?.onDragOver({ active, over }),
      announcements?.onDragEnd({ active, over }),
      announcements?.onDragCancel({ active, over: null }),
    ].map(String);
    for (const words of said) expect(words).toContain('कौशल');
    expect(said[1]).toContain('शिक्षा');
    expect(said.join(' ')).not.toMatch(/[a-z]/i);
    expect(screenReaderInstructions?.draggable).toContain('स्पेस');
  });
});
