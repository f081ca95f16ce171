'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { clsx } from 'clsx';
import { ChevronRight, EyeOff, GripVertical } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from '@/ui/card';
import { useEditor, useFormState } from '../store/editor-context';
import { SectionItems } from './section-items';
import { SectionMenu } from './section-menu';
import type { SectionPlace } from './section-place';

/** A section as a card: folded or open, with its grip, its menu and its entries. */
export const SectionCard = memo(function SectionCard(props: SectionPlace) {
  const { sectionKey, title } = props;
  const text = useTranslations('editor.section');
  const { places } = useEditor();
  const open = useFormState(({ sections }) => sections.has(sectionKey));
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, transform, transition, isDragging } = useSortable({
    id: sectionKey,
  });
  return (
    <Card
      ref={setNodeRef}
      id={`section-${sectionKey}`}
      data-place={sectionKey}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx('scroll-mt-3', isDragging && 'relative z-10 shadow-float')}
    >
      <div className="flex items-center gap-1 pr-1.5">
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          aria-label={text('drag', { title })}
          className="grid h-11 w-7 shrink-0 cursor-grab touch-none place-items-center text-muted opacity-60 hover:opacity-100"
        >
          <GripVertical aria-hidden size={16} strokeWidth={1.5} />
        </button>
        <SectionHeading place={props} open={open} onToggle={() => places.toggleSection(sectionKey)} />
        <SectionMenu {...props} />
      </div>
      {open && <SectionItems sectionKey={sectionKey} />}
    </Card>
  );
});

function SectionHeading({ place, open, onToggle }: { place: SectionPlace; open: boolean; onToggle: () => void }) {
  const text = useTranslations('editor.section');
  const { title, hidden, count } = place;
  return (
    <h2 className="min-w-0 grow font-text text-base font-medium tracking-normal">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={clsx('flex w-full items-center gap-2 rounded-control py-2.5 text-left', hidden && 'text-muted')}
      >
        <ChevronRight
          aria-hidden
          size={16}
          strokeWidth={1.5}
          className={clsx('shrink-0 transition-transform duration-150', open && 'rotate-90')}
        />
        <span className="truncate">{title}</span>
        <span className="figures text-sm font-normal text-muted">{text('count', { count })}</span>
        {hidden && <EyeOff aria-label={text('hidden')} size={16} strokeWidth={1.5} className="text-muted" />}
      </button>
    </h2>
  );
}
