'use client';

import { ChevronRight } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { itemsOf, itemsPath, type Path } from '@/signed-in/document/edits';
import { kindOf, sectionFields, type FieldSpec } from '@/signed-in/document/fields';
import { useFieldLabel } from '@/signed-in/document/use-field-label';
import { useEditorState, useValue } from '../store/editor-context';
import { BulletsField } from './bullets/bullets-field';
import { DateField, EndDateField } from './date-fields';
import { PreservedFields } from './preserved-fields';
import { KeywordsField } from './keywords-field';
import { TextField } from './text-field';

interface ItemFieldsProps {
  sectionKey: string;
  index: number;
  /** the place of the item, see `FormPlaces` */
  place: string;
}

const sameSteps = (before: readonly unknown[], after: readonly unknown[]) =>
  before.length === after.length && before.every((step, index) => step === after[index]);

const says = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** The fields of an open entry, as its section's table lists them; seldom needed ones on request or when they say something. */
export const ItemFields = memo(function ItemFields({ sectionKey, index, place }: ItemFieldsProps) {
  const text = useTranslations('editor.hints');
  const list = useEditorState<Path>(({ document }) => itemsPath(document, sectionKey), sameSteps);
  const kind = kindOf(sectionKey);
  const specs = sectionFields[kind];
  const usual = specs.filter(({ more }) => !more);
  const seldom = specs.filter(({ more }) => more);
  const used = useEditorState(({ document }) => {
    const item = itemsOf(document, sectionKey)[index] ?? {};
    return seldom.some(({ name }) => says(item[name]));
  });
  const [asked, setAsked] = useState(used);
  const path = [...list, index];
  return (
    <div className="grid w-full grid-cols-2 gap-x-3 gap-y-3 px-1 pt-1 pb-4" onFocus={() => used && setAsked(true)}>
      {[...usual, ...(asked || used ? seldom : [])].map((spec) => (
        <div
          key={spec.name}
          data-place={`${place}/${spec.name}`}
          className={spec.half ? 'col-span-2 sm:col-span-1' : 'col-span-2'}
        >
          <ItemField spec={spec} kind={kind} path={[...path, spec.name]} place={place} />
        </div>
      ))}
      {seldom.length > 0 && !asked && !used && (
        <Button look="bare" size="small" className="col-span-2 -ml-2 justify-self-start" onClick={() => setAsked(true)}>
          <ChevronRight aria-hidden size={14} strokeWidth={1.5} />
          {text('moreFields')}
        </Button>
      )}
      <PreservedFields path={path} place={place} known={specs.map(({ name }) => name)} />
    </div>
  );
});

interface ItemFieldProps {
  spec: FieldSpec;
  kind: string;
  path: Path;
  place: string;
}

/** One field; it alone is drawn again while it is typed in. */
function ItemField({ spec, kind, path, place }: ItemFieldProps) {
  const label = useFieldLabel()(kind, spec.name);
  return spec.kind === 'bullets' ? (
    <BulletsField label={label} path={path} place={`${place}/${spec.name}`} />
  ) : (
    <ValueField kind={spec.kind} label={label} path={path} />
  );
}

function ValueField({ kind, label, path }: { kind: Exclude<FieldSpec['kind'], 'bullets'>; label: string; path: Path }) {
  const value = useValue(path);
  const started = Boolean(useValue([...path.slice(0, -1), 'startDate']));
  const typed = typeof value === 'string' ? value : '';
  const words = Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
  switch (kind) {
    case 'keywords':
      return <KeywordsField label={label} path={path} words={words} />;
    case 'date':
      return <DateField label={label} path={path} value={typed} />;
    case 'end':
      return <EndDateField label={label} path={path} value={typed} started={started} />;
    default:
      return <TextField label={label} path={path} value={typed} kind={kind} />;
  }
}
