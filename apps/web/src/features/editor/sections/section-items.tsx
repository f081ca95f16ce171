'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { addItem, idsOf, itemsOf } from '../model/edits';
import { kindOf } from '../model/fields';
import { newItemId } from '@/lib/item-id';
import { useDocument, useEditor } from '../store/editor-context';
import { ItemCard } from './item-card';

/** The entries of a section, and a new one. */
export function SectionItems({ sectionKey }: { sectionKey: string }) {
  const text = useTranslations('editor');
  const { store } = useEditor();
  const document = useDocument();
  const [openId, setOpenId] = useState<string | null>(null);
  const kind = kindOf(sectionKey);
  const items = itemsOf(document, sectionKey);
  const ids = idsOf(document, sectionKey);
  const add = () => {
    const id = newItemId();
    store.edit(`${sectionKey}.add.${id}`, (current) => addItem(current, sectionKey, id));
    setOpenId(id);
  };
  return (
    <div className="px-3 pb-3">
      {items.length === 0 && kind !== 'profiles' && (
        <p className="px-1 pb-3 text-sm text-muted">{text(`empty.${kind}`)}</p>
      )}
      <ul className="border-t border-hairline">
        {items.map((item, index) => (
          <ItemCard
            key={ids[index] ?? index}
            sectionKey={sectionKey}
            item={item}
            id={ids[index]}
            index={index}
            count={items.length}
            open={openId !== null && openId === ids[index]}
            onToggle={() => setOpenId(openId === ids[index] ? null : (ids[index] ?? null))}
          />
        ))}
      </ul>
      <Button look="bare" size="small" onClick={add} className="mt-2 -ml-1">
        <Plus aria-hidden size={16} strokeWidth={1.5} />
        {text(`add.${kind}`)}
      </Button>
    </div>
  );
}
