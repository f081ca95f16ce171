'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { itemsPath, type Path } from '../model/edits';
import { kindOf, sectionFields, unknownFields, type FieldSpec } from '../model/fields';
import { useEditorState } from '../store/editor-context';
import { BulletsField } from './bullets-field';
import { DateField, EndDateField } from './date-fields';
import { KeptFields } from './kept-fields';
import { KeywordsField } from './keywords-field';
import { TextField } from './text-field';

interface ItemFieldsProps {
  sectionKey: string;
  index: number;
  /** the place of the item, see `FormPlaces` */
  place: string;
  item: Readonly<Record<string, unknown>>;
}

const samePath = (before: Path, after: Path) =>
  before.length === after.length && before.every((step, index) => step === after[index]);

const says = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The fields of an open entry, as its section's table lists them; seldom needed ones on request or when they say something. */
export function ItemFields({ sectionKey, index, place, item }: ItemFieldsProps) {
  const text = useTranslations('editor.hints');
  const list = useEditorState<Path>(({ document }) => itemsPath(document, sectionKey), samePath);
  const kind = kindOf(sectionKey);
  const specs = sectionFields[kind];
  const usual = specs.filter(({ more }) => !more);
  const seldom = specs.filter(({ more }) => more);
  const used = seldom.some(({ name }) => says(item[name]));
  const [asked, setAsked] = useState(used);
  const path = [...list, index];
  const known = specs.map(({ name }) => name);
  return (
    <div className="grid w-full grid-cols-2 gap-x-3 gap-y-3 px-1 pt-1 pb-4" onFocus={() => used && setAsked(true)}>
      {[...usual, ...(asked || used ? seldom : [])].map((spec) => (
        <div
          key={spec.name}
          data-place={`${place}/${spec.name}`}
          className={spec.half ? 'col-span-2 sm:col-span-1' : 'col-span-2'}
        >
          <ItemField spec={spec} kind={kind} path={[...path, spec.name]} place={place} item={item} />
        </div>
      ))}
      {seldom.length > 0 && !asked && !used && (
        <Button look="bare" size="small" className="col-span-2 -ml-2 justify-self-start" onClick={() => setAsked(true)}>
          <ChevronRight aria-hidden size={14} strokeWidth={1.5} />
          {text('moreFields')}
        </Button>
      )}
      <KeptFields path={path} place={place} record={item} names={unknownFields(item, known)} />
    </div>
  );
}

type LabelKey = keyof (typeof import('@/i18n/messages/en/editor.json'))['fields'];

const labels: Readonly<Record<string, LabelKey>> = { 'work/name': 'company', 'work/description': 'companyDescription' };

interface ItemFieldProps {
  spec: FieldSpec;
  kind: string;
  path: Path;
  place: string;
  item: ItemFieldsProps['item'];
}

function ItemField({ spec, kind, path, place, item }: ItemFieldProps) {
  const text = useTranslations('editor.fields');
  const label = text(labels[`${kind}/${spec.name}`] ?? (spec.name as LabelKey));
  const value = item[spec.name];
  const typed = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
  switch (spec.kind) {
    case 'bullets':
      return <BulletsField label={label} path={path} place={`${place}/${spec.name}`} lines={list} />;
    case 'keywords':
      return <KeywordsField label={label} path={path} words={list} />;
    case 'date':
      return <DateField label={label} path={path} value={typed} />;
    case 'end':
      return <EndDateField label={label} path={path} value={typed} started={Boolean(item.startDate)} />;
    default:
      return <TextField label={label} path={path} value={typed} kind={spec.kind} />;
  }
}
