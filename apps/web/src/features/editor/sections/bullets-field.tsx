'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/form/field';
import { pasteIntoBullet, pressBullet, writeBullet, type Bullets } from '../model/bullets';
import type { Path } from '../model/edits';
import { useWrite } from './use-field';

interface BulletsFieldProps {
  label: string;
  path: Path;
  lines: readonly string[];
}

/** Bullets, one field each: Enter makes the next, Backspace in an empty one takes it away, Alt and an arrow move it, a paste becomes lines. */
export function BulletsField({ label, path, lines }: BulletsFieldProps) {
  const text = useTranslations('editor.hints');
  const { list, apply } = useBullets(path, lines);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <ul ref={list} className="flex flex-col gap-1.5">
        {lines.map((_, index) => (
          <Bullet
            key={index}
            label={text('bullet', { number: index + 1 })}
            index={index}
            lines={lines}
            onChange={apply}
          />
        ))}
      </ul>
      <Button
        look="bare"
        size="small"
        className="mt-1 -ml-2"
        onClick={() => apply({ lines: [...lines, ''], focus: lines.length })}
      >
        <Plus aria-hidden size={16} strokeWidth={1.5} />
        {text('addBullet')}
      </Button>
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
  label: string;
  index: number;
  lines: readonly string[];
  onChange: (next: Bullets) => void;
}

function Bullet({ label, index, lines, onChange }: BulletProps) {
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
    <li className="flex items-start gap-2">
      <span aria-hidden className="pt-2 text-muted">
        •
      </span>
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
    </li>
  );
}
