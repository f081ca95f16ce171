'use client';

import { clsx } from 'clsx';
import { ChevronRight, Ellipsis, EyeOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { showToast } from '@/ui/overlay/toast-store';
import { isItemHidden, moveItem, removeItem, toggleItem } from '../model/edits';
import { itemTitle, kindOf } from '../model/fields';
import { useDocument, useEditor } from '../store/editor-context';
import { ItemFields } from './item-fields';

interface ItemCardProps {
  sectionKey: string;
  item: Readonly<Record<string, unknown>>;
  id: string | undefined;
  index: number;
  count: number;
  open: boolean;
  onToggle: () => void;
}

/** One entry of a section: a line that opens into its fields. */
export function ItemCard(props: ItemCardProps) {
  const { sectionKey, item, id, index, open, onToggle } = props;
  const text = useTranslations('editor.item');
  const hidden = isItemHidden(useDocument(), id);
  const title = itemTitle(kindOf(sectionKey), item) || text('untitled');
  return (
    <li className="border-b border-hairline">
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className={clsx(
            'flex min-w-0 grow items-center gap-2 rounded-control px-1 py-2 text-left text-sm',
            hidden && 'text-muted',
          )}
        >
          <ChevronRight
            aria-hidden
            size={14}
            strokeWidth={1.5}
            className={clsx('shrink-0 text-muted transition-transform duration-150', open && 'rotate-90')}
          />
          <span className="truncate">{title}</span>
          {hidden && <EyeOff aria-label={text('hidden')} size={14} strokeWidth={1.5} className="shrink-0" />}
        </button>
        <ItemMenu {...props} title={title} hidden={hidden} />
      </div>
      {open && <ItemFields sectionKey={sectionKey} index={index} item={item} />}
    </li>
  );
}

function ItemMenu({ sectionKey, id, index, count, title, hidden }: ItemCardProps & { title: string; hidden: boolean }) {
  const text = useTranslations('editor.item');
  const { store } = useEditor();
  const move = (to: number) =>
    store.edit(`${sectionKey}.move`, (document) => moveItem(document, sectionKey, index, to));
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
      {id !== undefined && (
        <MenuItem onSelect={() => store.edit('hidden', (document) => toggleItem(document, id))}>
          {text(hidden ? 'show' : 'hide')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem danger onSelect={remove}>
        {text('delete')}
      </MenuItem>
    </Menu>
  );
}
