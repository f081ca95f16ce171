'use client';

import { clsx } from 'clsx';
import { createContext, use, useId } from 'react';

interface FieldIds {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

interface FieldProps {
  label: React.ReactNode;
  hint?: React.ReactNode;
  error?: React.ReactNode;
  hideLabel?: boolean;
  className?: string;
  children: React.ReactNode;
}

/** One labelled control with its hint and its error; the control inside is wired to them. */
export function Field({ label, hint, error, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const describedBy = clsx(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>
      <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
        <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
          {label}
        </label>
        {children}
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
        <p id={`${id}-error`} role="alert" className={clsx('text-sm text-brick', !error && 'hidden')}>
          {error}
        </p>
      </div>
    </FieldContext>
  );
}

const control = clsx(
  'w-full min-w-0 rounded-control border border-edge bg-raised text-ink placeholder:text-muted',
  'transition-[border-color] duration-150 hover:border-ink aria-invalid:border-brick',
  'disabled:opacity-55',
);

function useFieldProps() {
  const field = use(FieldContext);
  return { id: field?.id, 'aria-describedby': field?.describedBy, 'aria-invalid': field?.invalid || undefined };
}

/** Forms are roomy; the editor's are compact. */
interface Density {
  compact?: boolean;
}

const line = (compact?: boolean) => (compact ? 'min-h-9 px-2.5 py-1 text-sm' : 'min-h-10 px-3 py-1.5');

/** A single line of text. */
export function TextInput({ className, compact, ...props }: React.ComponentProps<'input'> & Density) {
  return <input {...useFieldProps()} className={clsx(control, line(compact), className)} {...props} />;
}

/** Several lines of text; it grows with what is written where the browser can. */
export function TextArea({ className, compact, ...props }: React.ComponentProps<'textarea'> & Density) {
  return (
    <textarea
      {...useFieldProps()}
      className={clsx(
        control,
        'field-sizing-content',
        compact ? 'px-2.5 py-1.5 text-sm' : 'min-h-24 px-3 py-2',
        className,
      )}
      {...props}
    />
  );
}

/** A native list of choices. */
export function Select({ className, compact, ...props }: React.ComponentProps<'select'> & Density) {
  return <select {...useFieldProps()} className={clsx(control, line(compact), className)} {...props} />;
}
