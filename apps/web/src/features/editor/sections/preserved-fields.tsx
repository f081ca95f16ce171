'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import { valueAt, withValue, type Path } from '@/signed-in/document/edits';
import { unknownFields } from '@/signed-in/document/fields';
import { printable } from '@/signed-in/document/printable';
import { useEditor, useEditorState, useValue } from '../store/editor-context';
import { TextField } from './text-field';

interface PreservedFieldsProps {
  /** where the record stands in the document */
  path: Path;
  place: string;
  /** the fields of the record that Canar knows */
  known: readonly string[];
}

function recordAt(document: ProfileDocument, path: Path): Record<string, unknown> {
  return (valueAt(document, path) ?? {}) as Record<string, unknown>;
}

const sameNames = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((name, index) => name === after[index]);

/** Fields that an import preserved and no template prints: they are exported with the JSON again, so their texts can be changed and each can be removed. */
export function PreservedFields({ path, place, known }: PreservedFieldsProps) {
  const text = useTranslations('editor.kept');
  const { store } = useEditor();
  const names = useEditorState(({ document }) => unknownFields(recordAt(document, path), known), sameNames);
  if (names.length === 0) return null;
  return (
    <fieldset className="col-span-2 rounded-control border border-hairline px-3 pb-3">
      <legend className="px-1 text-sm text-muted">{text('title')}</legend>
      <ul className="flex flex-col gap-2">
        {names.map((name) => (
          <li key={name} data-place={`${place}/${name}`} className="flex items-end gap-1">
            <PreservedField name={name} path={[...path, name]} />
            <IconButton
              label={text('remove', { name })}
              onClick={() =>
                store.edit(`${place}/${name}.removed`, (document) => withValue(document, [...path, name], undefined))
              }
            >
              <X aria-hidden size={16} strokeWidth={1.5} />
            </IconButton>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

const MAX_SHOWN = 300;

function PreservedField({ name, path }: { name: string; path: Path }) {
  const value = useValue(path);
  if (typeof value === 'string') {
    return (
      <div className="min-w-0 grow">
        <TextField label={name} path={path} value={value} kind={value.length > 60 ? 'text' : 'line'} />
      </div>
    );
  }
  return (
    <p className="min-w-0 grow self-center text-sm break-words">
      <span className="font-medium">{name}</span>{' '}
      <span className="text-muted">{printable(value).slice(0, MAX_SHOWN)}</span>
    </p>
  );
}
