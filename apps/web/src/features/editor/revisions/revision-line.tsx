'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Revision } from '@/lib/api/types';
import { formatMoment } from '@/lib/format';
import { Button, IconButton } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Status } from '@/ui/status';
import { useNameRevision } from '../api/name-revision';

const maxName = 80;

/** One saved edit of the list: its name and number, when it was saved, and the ways to it. */
export function RevisionLine({ revision, onLook }: { revision: Revision; onLook: () => void }) {
  const text = useTranslations('editor.revisions');
  const [naming, setNaming] = useState(false);
  if (naming) return <NameForm revision={revision} onDone={() => setNaming(false)} />;
  const { number } = revision;
  return (
    <li className="flex items-center gap-2 py-2.5">
      <RevisionTitle revision={revision} />
      <IconButton label={text('nameOf', { number })} onClick={() => setNaming(true)}>
        <Pencil aria-hidden size={16} strokeWidth={1.5} />
      </IconButton>
      <Button size="small" aria-label={text('lookAt', { number })} onClick={onLook}>
        {text('look')}
      </Button>
    </li>
  );
}

function RevisionTitle({ revision }: { revision: Revision }) {
  const text = useTranslations('editor.revisions');
  const locale = useSiteLocale();
  const { number, name, createdAt, undone } = revision;
  const saved = formatMoment(locale, createdAt);
  return (
    <div className="figures min-w-0 grow">
      <p className="flex items-center gap-2 font-medium">
        <span className="truncate">{name ?? text('number', { number })}</span>
        {undone && <Status>{text('undone')}</Status>}
      </p>
      <p className="text-sm text-muted">{name ? `${text('number', { number })} · ${saved}` : saved}</p>
    </div>
  );
}

function NameForm({ revision, onDone }: { revision: Revision; onDone: () => void }) {
  const text = useTranslations('editor.revisions');
  const [typed, setTyped] = useState(revision.name ?? '');
  const name = useNameRevision(revision.number, onDone);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    name.mutate(typed);
  };
  return (
    <li className="py-2.5">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Field label={text('nameOf', { number: revision.number })} className="grow basis-48">
          <TextInput
            compact
            ref={(input) => input?.focus()}
            autoComplete="off"
            maxLength={maxName}
            placeholder={text('namePlaceholder')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
        <Button type="submit" size="small" look="solid" busy={name.isPending}>
          {text('nameSave')}
        </Button>
        <Button size="small" look="bare" onClick={onDone}>
          {text('nameCancel')}
        </Button>
      </form>
    </li>
  );
}
