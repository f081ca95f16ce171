'use client';

import { clsx } from 'clsx';
import { ChevronRight, EyeOff } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { ProfileDocument } from '@canar/profile-document';
import { isItemHidden, itemsOf } from '@/signed-in/document/edits';
import { itemTitle, kindOf } from '@/signed-in/document/fields';
import { useEditor, useEditorState, useFormState } from '../store/editor-context';
import { useQuietState } from '../store/use-quiet-document';
import { ItemFields } from './item-fields';
import { ItemMenu } from './item-menu';
import { SortableRow } from './sorting/sortable-list';

interface ItemCardProps {
  sectionKey: string;
  id: string;
  index: number;
  count: number;
}

function titleAt(document: ProfileDocument, sectionKey: string, index: number): string {
  return itemTitle(kindOf(sectionKey), itemsOf(document, sectionKey)[index] ?? {});
}

/** What an entry is called, as it is typed: of a card only this is drawn at every key, and the names of its buttons when the typing pauses. */
function ItemTitle({ sectionKey, index }: Pick<ItemCardProps, 'sectionKey' | 'index'>) {
  const text = useTranslations('editor.item');
  const title = useEditorState(({ document }) => titleAt(document, sectionKey, index));
  return <span className="truncate">{title || text('untitled')}</span>;
}

/** One entry of a section: a line that opens into its fields. */
export const ItemCard = memo(function ItemCard({ sectionKey, id, index, count }: ItemCardProps) {
  const text = useTranslations('editor.item');
  const { places } = useEditor();
  const open = useFormState(({ items }) => items.get(sectionKey) === id);
  const hidden = useEditorState(({ document }) => isItemHidden(document, id));
  const title = useQuietState((document) => titleAt(document, sectionKey, index)) || text('untitled');
  return (
    <SortableRow
      sortKey={id}
      grip={text('drag', { title })}
      gripClass="h-9 -ml-1.5"
      data-place={`${sectionKey}/${id}`}
      className="flex scroll-mt-3 flex-wrap items-center border-b border-hairline"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => places.toggleItem(sectionKey, id)}
        className={clsx(
          'flex min-w-0 grow basis-0 items-center gap-2 rounded-control px-1 py-2 text-left text-sm',
          hidden && 'text-muted',
        )}
      >
        <ChevronRight
          aria-hidden
          size={14}
          strokeWidth={1.5}
          className={clsx('shrink-0 text-muted transition-transform duration-150', open && 'rotate-90')}
        />
        <ItemTitle sectionKey={sectionKey} index={index} />
        {hidden && <EyeOff aria-label={text('hidden')} size={14} strokeWidth={1.5} className="shrink-0" />}
      </button>
      <ItemMenu sectionKey={sectionKey} id={id} index={index} count={count} title={title} hidden={hidden} />
      {open && <ItemFields sectionKey={sectionKey} index={index} place={`${sectionKey}/${id}`} />}
    </SortableRow>
  );
});
