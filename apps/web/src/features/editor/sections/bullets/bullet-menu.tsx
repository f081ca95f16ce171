'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { duplicateBullet, moveBullet, removeBullet, type ChangeBullets } from '../../model/bullets';

interface BulletMenuProps {
  label: string;
  index: number;
  count: number;
  onChange: ChangeBullets;
}

/** What can be done with a bullet: move, duplicate, delete. */
export function BulletMenu({ label, index, count, onChange }: BulletMenuProps) {
  const text = useTranslations('editor.item');
  const move = (to: number) => onChange((lines) => moveBullet(lines, index, to));
  return (
    <Menu
      trigger={
        <IconButton label={text('actions', { title: label })} className="-mr-2 opacity-50 group-hover:opacity-100">
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
      <MenuItem onSelect={() => onChange((lines) => duplicateBullet(lines, index))}>{text('duplicate')}</MenuItem>
      <MenuLine />
      <MenuItem danger onSelect={() => onChange((lines) => removeBullet(lines, index))}>
        {text('delete')}
      </MenuItem>
    </Menu>
  );
}
