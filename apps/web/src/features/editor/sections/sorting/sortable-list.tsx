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
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { clsx } from 'clsx';
import { GripVertical } from 'lucide-react';
import { useDragAnnouncements } from './use-drag-announcements';

interface SortableListProps {
  id: string;
  keys: readonly string[];
  /** what an entry is called where its move is announced */
  titleOf: (key: string) => string;
  onMove: (from: number, to: number) => void;
  children: React.ReactNode;
}

/** Lets the entries of a list be dragged by pointer or keyboard. */
export function SortableList({ id, keys, titleOf, onMove, children }: SortableListProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onMove(keys.indexOf(String(active.id)), keys.indexOf(String(over.id)));
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={useDragAnnouncements(titleOf)}
    >
      <SortableContext items={keys as string[]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

interface SortableRowProps extends React.ComponentProps<'li'> {
  sortKey: string;
  /** the name of the grip */
  grip: string;
  gripClass?: string;
}

/** An entry of a sortable list with the grip it is dragged by. */
export function SortableRow({ sortKey, grip, gripClass, className, children, ...props }: SortableRowProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, transform, transition, isDragging } = useSortable({
    id: sortKey,
  });
  return (
    <li
      {...props}
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx(className, isDragging && 'relative z-10 bg-raised shadow-float')}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...attributes}
        {...listeners}
        aria-label={grip}
        className={clsx(
          'grid w-6 shrink-0 cursor-grab touch-none place-items-center rounded-control text-muted opacity-50 hover:opacity-100 focus-visible:opacity-100',
          gripClass,
        )}
      >
        <GripVertical aria-hidden size={14} strokeWidth={1.5} />
      </button>
      {children}
    </li>
  );
}
