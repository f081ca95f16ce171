'use client';

import { orderedSections } from '@canar/profile-document';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/form/field';
import { itemsOf } from '../document/edits';
import { focusNear } from './focus-near';
import { useReviewScreen } from './review-context';
import { type Target, targetFields } from './targets';

interface TargetFormProps {
  suggested: Target;
  onTarget: (target: Target) => void;
  onCancel: () => void;
}

/** Asks for the field into which a text is put: first the entry, then the field of it. */
export function TargetForm({ suggested, onTarget, onCancel }: TargetFormProps) {
  const text = useTranslations('editor.review');
  const common = useTranslations('common');
  const { names } = useReviewScreen();
  const [target, setTarget] = useState(suggested);
  return (
    <form
      className="mt-2 grid gap-2 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        focusNear(event.currentTarget);
        onTarget(target);
      }}
    >
      <EntrySelect target={target} onTarget={setTarget} />
      <Field label={text('field')}>
        <Select compact value={target.field} onChange={(event) => setTarget({ ...target, field: event.target.value })}>
          {targetFields(target.section).map((field) => (
            <option key={field} value={field}>
              {names.fieldName(target.section, field)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" look="solid" size="small">
          {text('put')}
        </Button>
        <Button look="bare" size="small" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}

const entryKey = (section: string, item: number | null) => `${section}/${item ?? 'new'}`;

interface EntrySelectProps {
  target: Target;
  onTarget: (target: Target) => void;
}

/** The profile, every entry of every section, and a new entry in each. */
function EntrySelect({ target, onTarget }: EntrySelectProps) {
  const text = useTranslations('editor.review');
  const { review, names } = useReviewScreen();
  const { document } = review;
  const sections = ['profiles', ...orderedSections(document).map(({ key }) => key)];
  const choose = (key: string) => {
    const [section = '', item = ''] = key.split('/');
    const fields = targetFields(section);
    const field = fields.includes(target.field) ? target.field : (fields[0] ?? '');
    onTarget({ section, item: item === 'new' ? null : Number(item), field });
  };
  return (
    <Field label={text('into')}>
      <Select compact value={entryKey(target.section, target.item)} onChange={(event) => choose(event.target.value)}>
        <option value={entryKey('basics', null)}>{names.sectionName('basics')}</option>
        {sections.map((section) => (
          <optgroup key={section} label={names.sectionName(section)}>
            {itemsOf(document, section).map((_, item) => (
              <option key={item} value={entryKey(section, item)}>
                {names.entryName(section, item)}
              </option>
            ))}
            <option value={entryKey(section, null)}>{text('newEntry', { section: names.sectionName(section) })}</option>
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
