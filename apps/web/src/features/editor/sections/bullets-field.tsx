'use client';

import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/field';
import type { Path } from '../model/edits';
import { pressBullet, type Bullets } from '../model/bullets';
import { linesOf } from '../model/tidy';
import { useWrite } from './use-field';

/** Bullets, one field each: Enter makes the next, Backspace in an empty one takes it away, Alt and an arrow move it, a paste becomes lines. */
export function BulletsField({ label, path, lines }: { label: string; path: Path; lines: readonly string[] }) {
  const text = useTranslations('editor.hints');
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
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <ul ref={list} className="flex flex-col gap-1.5">
        {lines.map((line, index) => (
          <Bullet
            key={index}
            label={text('bullet', { number: index + 1 })}
            index={index}
            lines={lines}
            line={line}
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

interface BulletProps {
  label: string;
  index: number;
  line: string;
  lines: readonly string[];
  onChange: (next: Bullets) => void;
}

function Bullet({ label, index, line, lines, onChange }: BulletProps) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const press = {
      key: event.key,
      alt: event.altKey,
      shift: event.shiftKey,
      start: selectionStart,
      end: selectionEnd,
    };
    const next = event.nativeEvent.isComposing ? null : pressBullet(lines, index, press);
    if (!next) return;
    event.preventDefault();
    onChange(next);
  };
  const onPaste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const rows = linesOf(pasted);
    if (rows.length < 2) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const first = line.slice(0, selectionStart) + rows[0] + line.slice(selectionEnd);
    onChange({
      lines: [...lines.slice(0, index), first, ...rows.slice(1), ...lines.slice(index + 1)],
      focus: index + rows.length - 1,
    });
  };
  return (
    <li className="flex items-start gap-2">
      <span aria-hidden className="pt-2 text-muted">
        •
      </span>
      <TextArea
        aria-label={label}
        rows={1}
        value={line}
        maxLength={20_000}
        compact
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onChange={(event) =>
          onChange({
            lines: lines.map((other, place) => (place === index ? event.target.value.replace(/\n/g, ' ') : other)),
            focus: null,
          })
        }
      />
    </li>
  );
}
