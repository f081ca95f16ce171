'use client';

import { instantOf, localMomentOf } from '@/lib/local-moment';
import { Field, TextInput } from './field';

interface MomentFieldProps {
  label: string;
  hint?: string;
  error?: string;
  /** RFC 3339 */
  value: string | null;
  onChange: (instant: string | null) => void;
}

/** A day and a time of the reader's own clock, or none. */
export function MomentField({ label, hint, error, value, onChange }: MomentFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <TextInput
        type="datetime-local"
        max="9999-12-31T23:59"
        defaultValue={localMomentOf(value)}
        onChange={(event) => onChange(instantOf(event.target.value))}
      />
    </Field>
  );
}
