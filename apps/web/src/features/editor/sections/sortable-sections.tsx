'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { moveSection } from '../model/edits';
import { useEditor } from '../store/editor-context';

/** Lets sections be dragged by pointer or keyboard; their menus move them too. */
export function SortableSections({ keys, children }: { keys: string[]; children: React.ReactNode }) {
  const { store } = useEditor();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    const by = keys.indexOf(String(over.id)) - keys.indexOf(String(active.id));
    store.edit('sections', (document) => moveSection(document, String(active.id), by));
  };
  return (
    <DndContext id="sections" sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
