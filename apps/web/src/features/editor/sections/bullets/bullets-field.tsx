'use client';

import { Plus } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { TextArea } from '@/ui/form/field';
import {
  moveBullet,
  pasteIntoBullet,
  pressBullet,
  writeBullet,
  type BulletChange,
  type ChangeBullets,
} from '../../model/bullets';
import { valueAt, withValue, type Path } from '@/signed-in/document/edits';
import type { ProfileDocument } from '@canar/profile-document';
import { useEditor, useEditorState, useValue } from '../../store/editor-context';
import { BulletMenu } from './bullet-menu';
import { SortableList, SortableRow } from '../sorting/sortable-list';

interface BulletsFieldProps {
  label: string;
  path: Path;
  /** the place of the list, see `FormPlaces` */
  place: string;
}

/** Bullets, one field each: Enter makes the next, Backspace in an empty one takes it away, Alt and an arrow move it, a paste becomes lines. */
export function BulletsField({ label, path, place }: BulletsFieldProps) {
  const text = useTranslations('editor.hints');
  const { list, change, count } = useBullets(path.join('/'));
  const keys = useMemo(() => Array.from({ length: count }, (_, index) => String(index)), [count]);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <SortableList
        id={place}
        keys={keys}
        titleOf={(key) => text('bullet', { number: Number(key) + 1 })}
        onMove={(from, to) => change((lines) => ({ ...(moveBullet(lines, from, to) ?? { lines }), focus: null }))}
      >
        <ul ref={list} className="flex flex-col gap-1.5">
          {keys.map((key, index) => (
            <Bullet key={key} index={index} count={count} path={path.join('/')} place={place} onChange={change} />
          ))}
        </ul>
      </SortableList>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
        <Button
          look="bare"
          size="small"
          className="-ml-2"
          onClick={() => change((lines) => ({ lines: [...lines, ''], focus: lines.length }))}
        >
          <Plus aria-hidden size={16} strokeWidth={1.5} />
          {text('addBullet')}
        </Button>
        {count > 1 && <p className="text-xs text-muted max-sm:hidden">{text('bulletKeys')}</p>}
      </div>
    </fieldset>
  );
}

/** A path from its text: what is a number there is a place in a list. */
const pathOf = (path: string): Path => path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

function linesAt(document: ProfileDocument, path: string): readonly string[] {
  const value = valueAt(document, pathOf(path));
  return Array.isArray(value) ? value.filter((line): line is string => typeof line === 'string') : [];
}

/** Changes bullets and moves the focus where it belongs once they are drawn. */
function useBullets(path: string) {
  const { store } = useEditor();
  const count = useEditorState(({ document }) => linesAt(document, path).length);
  const list = useRef<HTMLUListElement>(null);
  const focus = useRef<number | null>(null);
  const giveFocus = useCallback(() => {
    if (focus.current !== null) list.current?.querySelectorAll('textarea')[focus.current]?.focus();
    focus.current = null;
  }, []);
  useEffect(giveFocus, [giveFocus, count]);
  const change = useCallback<ChangeBullets>(
    (make) => {
      const before = linesAt(store.current().document, path);
      const next = make(before);
      if (!next) return false;
      focus.current = next.focus;
      const lines = next.lines.length > 0 ? next.lines : undefined;
      store.edit(path, (document) => withValue(document, pathOf(path), lines));
      if (next.lines.length === before.length) giveFocus();
      return true;
    },
    [store, path, giveFocus],
  );
  return { list, change, count };
}

interface BulletProps {
  index: number;
  count: number;
  path: string;
  place: string;
  onChange: ChangeBullets;
}

const Bullet = memo(function Bullet({ index, count, path, place, onChange }: BulletProps) {
  const text = useTranslations('editor.hints');
  const label = text('bullet', { number: index + 1 });
  return (
    <SortableRow
      sortKey={String(index)}
      grip={text('dragBullet', { number: index + 1 })}
      gripClass="h-8 -ml-1.5"
      data-place={`${place}/${index}`}
      className="group flex items-start"
    >
      <BulletText label={label} index={index} path={path} onChange={onChange} />
      <BulletMenu label={label} index={index} count={count} onChange={onChange} />
    </SortableRow>
  );
});

type BulletTextProps = Pick<BulletProps, 'index' | 'path' | 'onChange'> & { label: string };

/** The words of a bullet, which alone are drawn again while they are typed. */
function BulletText({ label, index, path, onChange }: BulletTextProps) {
  const value = useValue([...pathOf(path), index]);
  const take = (event: React.SyntheticEvent, change: BulletChange) => {
    if (onChange(change)) event.preventDefault();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, altKey: alt, shiftKey: shift } = event;
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    take(event, (lines) => pressBullet(lines, index, { key, alt, shift, start, end }));
  };
  const onPaste = (event: React.ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain');
    take(event, (lines) => pasteIntoBullet(lines, index, { text: pasted, start, end }));
  };
  return (
    <TextArea
      aria-label={label}
      rows={1}
      value={typeof value === 'string' ? value : ''}
      maxLength={20_000}
      compact
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onChange={(event) => onChange((lines) => writeBullet(lines, index, event.target.value))}
    />
  );
}
