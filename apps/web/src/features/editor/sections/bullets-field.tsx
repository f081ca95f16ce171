'use client';

import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/form/field';
import { moveBullet, pasteIntoBullet, pressBullet, writeBullet, type Bullets } from '../model/bullets';
import type { Path } from '../model/edits';
import { BulletMenu } from './bullet-menu';
import { SortableList, SortableRow } from './sorting/sortable-list';
import { useWrite } from './use-field';

interface BulletsFieldProps {
  label: string;
  path: Path;
  /** the place of the list, see `FormPlaces` */
  place: string;
  lines: readonly string[];
}

/** Bullets, one field each: Enter makes the next, Backspace in an empty one takes it away, Alt and an arrow move it, a paste becomes lines. */
export function BulletsField({ label, path, place, lines }: BulletsFieldProps) {
  const text = useTranslations('editor.hints');
  const { list, apply } = useBullets(path, lines);
  const keys = useMemo(() => Array.from({ length: lines.length }, (_, index) => String(index)), [lines.length]);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <SortableList
        id={place}
        keys={keys}
        titleOf={(key) => text('bullet', { number: Number(key) + 1 })}
        onMove={(from, to) => apply({ ...(moveBullet(lines, from, to) ?? { lines }), focus: null })}
      >
        <ul ref={list} className="flex flex-col gap-1.5">
          {lines.map((_, index) => (
            <Bullet key={index} index={index} place={place} lines={lines} onChange={apply} />
          ))}
        </ul>
      </SortableList>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
        <Button
          look="bare"
          size="small"
          className="-ml-2"
          onClick={() => apply({ lines: [...lines, ''], focus: lines.length })}
        >
          <Plus aria-hidden size={16} strokeWidth={1.5} />
          {text('addBullet')}
        </Button>
        {lines.length > 1 && <p className="text-xs text-muted max-sm:hidden">{text('bulletKeys')}</p>}
      </div>
    </fieldset>
  );
}

/** Writes bullets and moves the focus where it belongs once they are drawn. */
function useBullets(path: Path, lines: readonly string[]) {
  const write = useWrite(path);
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<number | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelectorAll('textarea')[focus.current]?.focus();
    focus.current = null;
  }, [lines]);
  const apply = (next: Bullets) => {
    focus.current = next.focus;
    write(next.lines);
  };
  return { list, apply };
}

interface BulletProps {
  index: number;
  place: string;
  lines: readonly string[];
  onChange: (next: Bullets) => void;
}

function Bullet({ index, place, lines, onChange }: BulletProps) {
  const text = useTranslations('editor.hints');
  const label = text('bullet', { number: index + 1 });
  const take = (event: React.SyntheticEvent, next: Bullets | null) => {
    if (!next) return;
    event.preventDefault();
    onChange(next);
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    take(event, pressBullet(lines, index, { key: event.key, alt: event.altKey, shift: event.shiftKey, start, end }));
  };
  const onPaste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    take(event, pasteIntoBullet(lines, index, { text: event.clipboardData.getData('text/plain'), start, end }));
  };
  return (
    <SortableRow
      sortKey={String(index)}
      grip={text('dragBullet', { number: index + 1 })}
      gripClass="h-8 -ml-1.5"
      data-place={`${place}/${index}`}
      className="group flex items-start"
    >
      <TextArea
        aria-label={label}
        rows={1}
        value={lines[index] ?? ''}
        maxLength={20_000}
        compact
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onChange={(event) => onChange(writeBullet(lines, index, event.target.value))}
      />
      <BulletMenu label={label} index={index} lines={lines} onChange={onChange} />
    </SortableRow>
  );
}
