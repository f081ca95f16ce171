'use client';

import type { DndContextProps, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslations } from 'use-intl';

/** What a screen reader says of dragging, in the language of the site: entries are called by their titles. */
export function useDragAnnouncements(titleOf: (key: string) => string): DndContextProps['accessibility'] {
  const text = useTranslations('editor.dragging');
  const name = (id: UniqueIdentifier) => titleOf(String(id));
  const move = (key: 'over' | 'dropped', active: UniqueIdentifier, over: UniqueIdentifier | undefined) =>
    over === undefined
      ? text('cancelled', { title: name(active) })
      : text(key, { title: name(active), place: name(over) });
  return {
    screenReaderInstructions: { draggable: text('instructions') },
    announcements: {
      onDragStart: ({ active }) => text('started', { title: name(active.id) }),
      onDragOver: ({ active, over }) => (over ? move('over', active.id, over.id) : undefined),
      onDragEnd: ({ active, over }) => move('dropped', active.id, over?.id),
      onDragCancel: ({ active }) => text('cancelled', { title: name(active.id) }),
    },
  };
}
