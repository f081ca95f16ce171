import { Field, TextInput } from './field';

interface MomentFieldProps extends React.ComponentProps<'input'> {
  label: string;
  hint?: string;
  error?: string;
}

/** A day and a time of the reader's own clock, or none. */
export function MomentField({ label, hint, error, ...input }: MomentFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <TextInput type="datetime-local" max="9999-12-31T23:59" {...input} />
    </Field>
  );
}
