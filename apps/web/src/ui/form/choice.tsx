'use client';

import { useId } from 'react';

interface RadioProps {
  className?: string;
  'aria-label'?: string;
}

interface ChoiceProps<T> {
  /** names the group */
  label: React.ReactNode;
  hideLabel?: boolean;
  className?: string;
  value: T;
  onChange: (value: T) => void;
  /** draws the options; `radio` draws the button of one, which belongs into a label */
  children: (radio: (value: T, props?: RadioProps) => React.ReactNode) => React.ReactNode;
}

/** One of several options: radio buttons under a common label; arrow keys move between them. */
export function Choice<T>({ label, hideLabel, className, value, onChange, children }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={className}>
      <legend className={hideLabel ? 'sr-only' : 'mb-2 text-sm font-medium'}>{label}</legend>
      {children((option, props) => (
        <input {...props} type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
      ))}
    </fieldset>
  );
}
