import { orderedSections } from '@canar/profile-document';
import type { DndContextProps, DragEndEvent } from '@dnd-kit/core';
import { act } from '@testing-library/react';
import { editorStore, renderEditor } from '../../testing/render-editor';
import { useSections } from '../use-sections';
import { SortableSections } from './sortable-sections';

let drop: DndContextProps['onDragEnd'];
jest.mock('@dnd-kit/core', () => ({
  ...jest.requireActual<object>('@dnd-kit/core'),
  DndContext: ({ onDragEnd, children }: DndContextProps) => {
    drop = onDragEnd;
    return children;
  },
}));

const keys = ['work', 'education', 'skills'];
const resume = { work: [{ name: 'Acme' }], education: [{ institution: 'IIT' }], skills: [{ name: 'SQL' }] };

function Sections() {
  return <SortableSections sections={useSections()}>sections</SortableSections>;
}

/** Drags a section and drops it on another, or on nothing. */
function drag(section: string, over: string | null) {
  const { store } = renderEditor(<Sections />, editorStore(resume));
  act(() => drop?.({ active: { id: section }, over: over && { id: over } } as unknown as DragEndEvent));
  return store.current().document;
}

describe('SortableSections', () => {
  it.each([
    ['skills', 'work', ['skills', 'work', 'education']],
    ['work', 'skills', ['education', 'skills', 'work']],
  ])('moves %s to the place of %s', (section, over, order) => {
    const sections = orderedSections(drag(section, over)).map(({ key }) => key);
    expect(sections.filter((key) => keys.includes(key))).toEqual(order);
  });

  it.each([null, 'skills'])('changes nothing when skills are dropped on %s', (over) => {
    expect(drag('skills', over)).toEqual(resume);
  });
});
