'use client';

import * as Radix from '@radix-ui/react-switch';
import { useId } from 'react';

interface SwitchProps {
  label: React.ReactNode;
  hint?: React.ReactNode;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, with its label beside it. */
export function Switch({ label, hint, checked, disabled, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4 py-2">
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative mt-0.5 h-6 w-10 shrink-0 rounded-full border border-edge bg-sunken transition-colors duration-150 disabled:opacity-45 data-[state=checked]:border-leaf data-[state=checked]:bg-leaf"
      >
        <Radix.Thumb className="block size-4 translate-x-1 rounded-full bg-edge transition-transform duration-150 data-[state=checked]:translate-x-[1.2rem] data-[state=checked]:bg-raised" />
      </Radix.Root>
    </div>
  );
}
