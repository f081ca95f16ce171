'use client';

import { orderedSections } from '@canar/profile-document';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { itemsOf, itemsPath, type Path, valueAt } from '../document/edits';
import { kindOf, sectionFields } from '../document/fields';
import { pointerOf } from './pointers';
import { focusNear } from './focus-near';
import { discardItem } from './removal';
import { useReviewScreen } from './review-context';
import { ValueField } from './value-field';

type Item = Readonly<Record<string, unknown>>;

const headFields: readonly Path[] = [
  ...['name', 'label', 'email', 'phone', 'url', 'summary'].map((name) => ['basics', name]),
  ...['city', 'region', 'countryCode', 'address', 'postalCode'].map((name) => ['basics', 'location', name]),
];

const says = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);

/** Everything that was read, section by section in the words of the form. */
export function ReadSections() {
  const { review } = useReviewScreen();
  const keys = ['profiles', ...orderedSections(review.document).map(({ key }) => key)];
  return (
    <>
      <Head />
      {keys.map((key) => (
        <Section key={key} sectionKey={key} items={itemsOf(review.document, key)} />
      ))}
    </>
  );
}

function Head() {
  const { review, names } = useReviewScreen();
  const paths = headFields.filter((path) => says(valueAt(review.document, path)));
  if (paths.length === 0) return null;
  return (
    <section className="mt-4" aria-label={names.sectionName('basics')}>
      <h4 className="font-medium">{names.sectionName('basics')}</h4>
      <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {paths.map((path) => (
          <div
            key={path.join('/')}
            className={path[1] === 'summary' || path[1] === 'label' ? 'sm:col-span-2' : undefined}
          >
            <ValueField pointer={pointerOf(path)} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Section({ sectionKey, items }: { sectionKey: string; items: readonly Item[] }) {
  const { names } = useReviewScreen();
  if (items.length === 0) return null;
  const title = names.sectionName(sectionKey);
  return (
    <section className="mt-5" aria-label={title}>
      <h4 className="font-medium wrap-anywhere">
        {title} <span className="figures text-xs font-normal text-muted">{items.length}</span>
      </h4>
      <div className="mt-1 divide-y divide-hairline border-y border-hairline">
        {items.map((item, index) => (
          <Entry key={index} sectionKey={sectionKey} item={item} index={index} />
        ))}
      </div>
    </section>
  );
}

interface EntryProps {
  sectionKey: string;
  item: Item;
  index: number;
}

function Entry({ sectionKey, item, index }: EntryProps) {
  const { names } = useReviewScreen();
  const name = names.entryName(sectionKey, index);
  return (
    <details className="group" data-value>
      <summary className="flex cursor-pointer list-none items-start gap-2 rounded-control py-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={16}
          strokeWidth={1.5}
          className="mt-0.5 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="min-w-0">
          <span className="block wrap-anywhere">{name}</span>
          <EntryFacts item={item} />
        </span>
      </summary>
      <EntryFields sectionKey={sectionKey} item={item} index={index} name={name} />
    </details>
  );
}

function EntryFields({ sectionKey, item, index, name }: EntryProps & { name: string }) {
  const text = useTranslations('editor.review');
  const { review, names, change } = useReviewScreen();
  const path = [...itemsPath(review.document, sectionKey), index];
  const specs = sectionFields[kindOf(sectionKey)].filter((spec) => says(item[spec.name]));
  const fields = specs.flatMap(({ name: field, kind, half }) => {
    const pointer = pointerOf([...path, field]);
    if (kind !== 'bullets') return [{ pointer, half }];
    return (item[field] as unknown[]).map((_, place) => ({ pointer: `${pointer}/${place}`, half }));
  });
  return (
    <div className="grid gap-x-4 gap-y-3 pt-1 pb-4 pl-6 sm:grid-cols-2">
      {fields.map(({ pointer, half }) => (
        <div key={pointer} className={half ? undefined : 'sm:col-span-2'}>
          <ValueField pointer={pointer} full={`${name} · ${names.nameOf(pointer).field}`} />
        </div>
      ))}
      <Button
        look="bare"
        size="small"
        className="-ml-3 justify-self-start sm:col-span-2"
        aria-label={text('discardOf', { name })}
        onClick={(event) => {
          focusNear(event.currentTarget.closest('details') ?? event.currentTarget);
          change((now) => discardItem(now, sectionKey, index));
        }}
      >
        {text('discardEntry')}
      </Button>
    </div>
  );
}

/** What a folded entry says besides its name: its period and its place, and how its text begins. */
function EntryFacts({ item }: { item: Item }) {
  const texts = useTranslations('editor.fields');
  const of = (name: string) => (typeof item[name] === 'string' ? item[name] : '');
  const period = [of('startDate') || of('date') || of('releaseDate'), of('endDate')];
  const open = period[0] && !period[1] && item['startDate'] ? [period[0], texts('present')] : period;
  const words = [item['highlights'], item['keywords'], item['courses']].filter(Array.isArray).flat() as string[];
  const facts = [open.filter(Boolean).join(' – '), of('location'), of('summary') || words.join(', ')].filter(Boolean);
  if (facts.length === 0) return null;
  return <span className="line-clamp-2 text-xs wrap-anywhere text-muted">{facts.join(' · ')}</span>;
}
