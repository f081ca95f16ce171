'use client';

import { useMemo } from 'react';
import { moveSection } from '@/signed-in/document/edits';
import { useEditor } from '../../store/editor-context';
import type { SectionPlace } from '../section-place';
import { SortableList } from './sortable-list';

interface SortableSectionsProps {
  sections: readonly SectionPlace[];
  children: React.ReactNode;
}

/** Lets sections be dragged by pointer or keyboard; their menus move them too. */
export function SortableSections({ sections, children }: SortableSectionsProps) {
  const { store } = useEditor();
  const keys = useMemo(() => sections.map(({ sectionKey }) => sectionKey), [sections]);
  return (
    <SortableList
      id="sections"
      keys={keys}
      titleOf={(key) => sections.find(({ sectionKey }) => sectionKey === key)?.title ?? key}
      onMove={(from, to) => store.edit('sections', (document) => moveSection(document, keys[from] ?? '', to - from))}
    >
      {children}
    </SortableList>
  );
}
