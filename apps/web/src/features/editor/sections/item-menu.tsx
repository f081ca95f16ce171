'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { newItemId } from '@/lib/item-id';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { showToast } from '@/ui/overlay/toast-store';
import { duplicateItem, moveItem, removeItem, toggleItem } from '@/signed-in/document/edits';
import { useEditor } from '../store/editor-context';

interface ItemMenuProps {
  sectionKey: string;
  id: string;
  index: number;
  count: number;
  title: string;
  hidden: boolean;
}

/** What can be done with an entry: move, duplicate, hide, delete. */
export function ItemMenu({ sectionKey, id, index, count, title, hidden }: ItemMenuProps) {
  const text = useTranslations('editor.item');
  const { store, places } = useEditor();
  const move = (to: number) =>
    store.edit(`${sectionKey}.move`, (document) => moveItem(document, sectionKey, index, to));
  const duplicate = () => {
    const copy = newItemId();
    store.edit(`${sectionKey}.add.${copy}`, (document) => duplicateItem(document, sectionKey, index, copy));
    places.reveal(`${sectionKey}/${copy}`);
  };
  const remove = () => {
    store.edit(`${sectionKey}.remove`, (document) => removeItem(document, sectionKey, index));
    showToast({ tone: 'good', message: text('deleted'), action: { label: text('undo'), run: () => store.undo() } });
  };
  return (
    <Menu
      trigger={
        <IconButton label={text('actions', { title })} className="-my-0.5">
          <Ellipsis aria-hidden size={16} strokeWidth={1.5} />
        </IconButton>
      }
    >
      <MenuItem disabled={index === 0} onSelect={() => move(index - 1)}>
        {text('up')}
      </MenuItem>
      <MenuItem disabled={index === count - 1} onSelect={() => move(index + 1)}>
        {text('down')}
      </MenuItem>
      <MenuItem onSelect={duplicate}>{text('duplicate')}</MenuItem>
      <MenuItem onSelect={() => store.edit('hidden', (document) => toggleItem(document, id))}>
        {text(hidden ? 'show' : 'hide')}
      </MenuItem>
      <MenuLine />
      <MenuItem danger onSelect={remove}>
        {text('delete')}
      </MenuItem>
    </Menu>
  );
}
