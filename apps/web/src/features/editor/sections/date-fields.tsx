'use client';

import { isOngoing } from '@canar/profile-document';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field, TextInput } from '@/ui/form/field';
import type { Path } from '@/signed-in/document/edits';
import { tidyDate } from '@/signed-in/document/tidy';
import { useWarning, useWrite } from './use-field';

interface DateFieldProps {
  label: string;
  path: Path;
  value: string;
}

/** A year, a month of a year, or a day; other ways of writing a month are put in order on leaving the field. */
export function DateField({ label, path, value }: DateFieldProps) {
  const text = useTranslations('editor.hints');
  const write = useWrite(path);
  const warning = useWarning(path);
  return (
    <Field label={label} hint={warning}>
      <TextInput
        value={value}
        placeholder={text('date')}
        maxLength={30}
        compact
        className="figures"
        onChange={(event) => write(event.target.value)}
        onBlur={() => tidyDate(value) !== value && write(tidyDate(value))}
      />
    </Field>
  );
}

/** The end of a period: a date, or "Present" when there is none. */
export function EndDateField({ label, path, value, started }: DateFieldProps & { started: boolean }) {
  const text = useTranslations('editor.fields');
  const write = useWrite(path);
  const [asked, setAsked] = useState(!started);
  const present = isOngoing(value) || (value === '' && !asked);
  const toggle = (checked: boolean) => {
    setAsked(!checked);
    if (value !== '') write('');
  };
  return (
    <div className="relative">
      {present ? (
        <Field label={label}>
          <TextInput value={text('present')} disabled compact readOnly />
        </Field>
      ) : (
        <DateField label={label} path={path} value={value} />
      )}
      <label className="absolute top-0 right-0 flex items-center gap-1.5 text-xs text-muted">
        <input
          type="checkbox"
          className="accent-leaf"
          checked={present}
          onChange={(event) => toggle(event.target.checked)}
        />
        {text('present')}
      </label>
    </div>
  );
}
