'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { duplicateBullet, moveBullet, removeBullet, type Bullets } from '../model/bullets';

interface BulletMenuProps {
  label: string;
  index: number;
  lines: readonly string[];
  onChange: (next: Bullets) => void;
}

/** What can be done with a bullet: move, duplicate, delete. */
export function BulletMenu({ label, index, lines, onChange }: BulletMenuProps) {
  const text = useTranslations('editor.item');
  const move = (to: number) => {
    const next = moveBullet(lines, index, to);
    if (next) onChange(next);
  };
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
      <MenuItem disabled={index === lines.length - 1} onSelect={() => move(index + 1)}>
        {text('down')}
      </MenuItem>
      <MenuItem onSelect={() => onChange(duplicateBullet(lines, index))}>{text('duplicate')}</MenuItem>
      <MenuLine />
      <MenuItem danger onSelect={() => onChange(removeBullet(lines, index))}>
        {text('delete')}
      </MenuItem>
    </Menu>
  );
}
