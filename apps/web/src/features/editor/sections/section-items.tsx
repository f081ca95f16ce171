'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { addItem, idsOf, itemsOf, moveItem } from '@/signed-in/document/edits';
import { itemTitle, kindOf } from '@/signed-in/document/fields';
import { newItemId } from '@/lib/item-id';
import { useEditor, useEditorState } from '../store/editor-context';
import { ItemCard } from './item-card';
import { SortableList } from './sorting/sortable-list';

/** The entries of a section, and a new one. */
export function SectionItems({ sectionKey }: { sectionKey: string }) {
  const text = useTranslations('editor');
  const { store, places } = useEditor();
  const count = useEditorState(({ document }) => itemsOf(document, sectionKey).length);
  const ids = useEditorState(({ document }) => idsOf(document, sectionKey));
  const kind = kindOf(sectionKey);
  const add = () => {
    const id = newItemId();
    store.edit(`${sectionKey}.add.${id}`, (current) => addItem(current, sectionKey, id));
    places.reveal(`${sectionKey}/${id}`);
  };
  const move = (from: number, to: number) =>
    store.edit(`${sectionKey}.move`, (document) => moveItem(document, sectionKey, from, to));
  const titleOf = (id: string) => {
    const items = itemsOf(store.current().document, sectionKey);
    return itemTitle(kind, items[ids.indexOf(id)] ?? {}) || text('item.untitled');
  };
  return (
    <div className="px-3 pb-3">
      {count === 0 && kind !== 'profiles' && <p className="px-1 pb-3 text-sm text-muted">{text(`empty.${kind}`)}</p>}
      <SortableList id={`items-${sectionKey}`} keys={ids} titleOf={titleOf} onMove={move}>
        <ul className="border-t border-hairline">
          {Array.from({ length: count }, (_, index) => (
            <ItemCard
              key={ids[index] ?? index}
              sectionKey={sectionKey}
              id={ids[index] ?? String(index)}
              index={index}
              count={count}
            />
          ))}
        </ul>
      </SortableList>
      <Button look="bare" size="small" onClick={add} className="mt-2 -ml-1">
        <Plus aria-hidden size={16} strokeWidth={1.5} />
        {text(`add.${kind}`)}
      </Button>
    </div>
  );
}
