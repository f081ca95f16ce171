'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/ui/button';
import { withValue, type Path } from '../model/edits';
import { printable } from '../model/printable';
import { useEditor } from '../store/editor-context';
import { TextField } from './text-field';

interface KeptFieldsProps {
  /** where the record stands in the document */
  path: Path;
  place: string;
  record: Readonly<Record<string, unknown>>;
  /** the fields that Canar does not know */
  names: readonly string[];
}

/** What an import kept and no template prints: it goes out with the JSON again, so its texts can be changed and all of it removed. */
export function KeptFields({ path, place, record, names }: KeptFieldsProps) {
  const text = useTranslations('editor.kept');
  const { store } = useEditor();
  if (names.length === 0) return null;
  return (
    <fieldset className="col-span-2 rounded-control border border-hairline px-3 pb-3">
      <legend className="px-1 text-sm text-muted">{text('title')}</legend>
      <ul className="flex flex-col gap-2">
        {names.map((name) => (
          <li key={name} data-place={`${place}/${name}`} className="flex items-end gap-1">
            <KeptField name={name} path={[...path, name]} value={record[name]} />
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

function KeptField({ name, path, value }: { name: string; path: Path; value: unknown }) {
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
