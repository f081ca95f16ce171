'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { Field, Select, TextInput } from '@/ui/form/field';
import { type Order, orders, type Wanted } from './api/list-profiles';
import { useTags } from './api/list-tags';

interface ListControlsProps {
  wanted: Wanted;
  /** what is in the search field, which may be ahead of what is searched */
  typed: string;
  onType: (search: string) => void;
  onChange: (change: Partial<Wanted>) => void;
}

/** Narrows the list of profiles by words and by a tag, and orders it. */
export function ListControls({ wanted, typed, onType, onChange }: ListControlsProps) {
  const text = useTranslations('profiles');
  return (
    <div role="search" aria-label={text('find.label')} className="mb-8 flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-[1fr_14rem]">
        <Field label={text('find.search')} hideLabel>
          <TextInput
            type="search"
            autoComplete="off"
            maxLength={120}
            placeholder={text('find.search')}
            value={typed}
            onChange={({ target }) => onType(target.value)}
          />
        </Field>
        <Field label={text('find.order')} hideLabel>
          <Select value={wanted.sort} onChange={({ target }) => onChange({ sort: target.value as Order })}>
            {orders.map((order) => (
              <option key={order} value={order}>
                {text(`find.orders.${order}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <TagFilter chosen={wanted.tag} onChoose={(tag) => onChange({ tag })} />
    </div>
  );
}

function TagFilter({ chosen, onChoose }: { chosen: string | null; onChoose: (tag: string | null) => void }) {
  const text = useTranslations('profiles.tags');
  const tags = useTags().data ?? [];
  if (tags.length === 0) return null;
  return (
    <div role="group" aria-label={text('filter')} className="flex flex-wrap gap-2">
      {tags.map(({ tag, profiles }) => (
        <button
          key={tag}
          type="button"
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag === chosen ? null : tag)}
          className={clsx(
            'figures min-h-8 rounded-full border px-3 py-1 text-sm',
            tag === chosen
              ? 'border-ink bg-ink text-paper'
              : 'border-hairline text-muted hover:border-edge hover:text-ink',
          )}
        >
          {tag} · {profiles}
        </button>
      ))}
    </div>
  );
}
