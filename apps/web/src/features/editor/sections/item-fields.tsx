'use client';

import { useTranslations } from 'use-intl';
import { itemsPath, type Path } from '../model/edits';
import { kindOf, sectionFields, type FieldSpec } from '../model/fields';
import { useDocument } from '../store/editor-context';
import { BulletsField } from './bullets-field';
import { DateField, EndDateField } from './date-fields';
import { KeywordsField } from './keywords-field';
import { TextField } from './text-field';

interface ItemFieldsProps {
  sectionKey: string;
  index: number;
  item: Readonly<Record<string, unknown>>;
}

/** The fields of an open entry, as its section's table lists them. */
export function ItemFields({ sectionKey, index, item }: ItemFieldsProps) {
  const document = useDocument();
  const kind = kindOf(sectionKey);
  const path = [...itemsPath(document, sectionKey), index];
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-3 px-1 pt-1 pb-4">
      {sectionFields[kind].map((spec) => (
        <div key={spec.name} className={spec.half ? 'col-span-2 sm:col-span-1' : 'col-span-2'}>
          <ItemField spec={spec} kind={kind} path={[...path, spec.name]} item={item} />
        </div>
      ))}
    </div>
  );
}

type LabelKey = keyof (typeof import('@/i18n/messages/en/editor.json'))['fields'];

function ItemField({
  spec,
  kind,
  path,
  item,
}: {
  spec: FieldSpec;
  kind: string;
  path: Path;
  item: ItemFieldsProps['item'];
}) {
  const text = useTranslations('editor.fields');
  const label = text(kind === 'work' && spec.name === 'name' ? 'company' : (spec.name as LabelKey));
  const value = item[spec.name];
  const typed = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
  switch (spec.kind) {
    case 'bullets':
      return <BulletsField label={label} path={path} lines={list} />;
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
