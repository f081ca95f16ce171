'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { newItemId } from '@/lib/item-id';
import { Button } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { addSection } from '@/signed-in/document/edits';
import { useEditor } from '../store/editor-context';

/** What a section of one's own can begin with. */
const beginnings = ['patents', 'talks', 'courses', 'memberships', 'licences', 'declaration'] as const;

/** Adds a section that JSON Resume does not have: one of the usual ones, or an empty one under a title of its own. */
export function AddSection() {
  const text = useTranslations('editor.addSection');
  const { store, places } = useEditor();
  const add = (title: string, item: Record<string, string>) => {
    const section = { key: `custom-${newItemId()}`, id: newItemId(), title, item };
    store.edit(`${section.key}.added`, (document) => addSection(document, section));
    places.reveal(`${section.key}/${section.id}`);
    return section.key;
  };
  const addOwn = () => places.reveal(`title/${add(text('ownTitle'), {})}`);
  return (
    <Menu
      align="start"
      trigger={
        <Button className="self-start">
          <Plus aria-hidden size={16} strokeWidth={1.5} />
          {text('open')}
        </Button>
      }
    >
      {beginnings.map((kind) => (
        <MenuItem
          key={kind}
          onSelect={() => add(text(kind), kind === 'declaration' ? { summary: text('declarationText') } : {})}
        >
          {text(kind)}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={addOwn}>{text('own')}</MenuItem>
    </Menu>
  );
}
