'use client';

import * as Radix from '@radix-ui/react-tabs';
import { clsx } from 'clsx';

interface TabsProps<T extends string> {
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { value: T; label: string }[];
  label: string;
  className?: string;
  children?: React.ReactNode;
}

/** Tabs over their panels; arrow keys move between them. */
export function Tabs<T extends string>({ value, onChange, tabs, label, className, children }: TabsProps<T>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as T)} className={className}>
      <Radix.List aria-label={label} className="flex gap-4 border-b border-hairline">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className={clsx(
              '-mb-px border-b-2 border-transparent py-2 text-sm font-medium text-muted transition-colors hover:text-ink',
              'data-[state=active]:border-ink data-[state=active]:text-ink',
            )}
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

/** The panel of one tab. */
export function TabPanel({ className, ...props }: React.ComponentProps<typeof Radix.Content>) {
  return <Radix.Content className={clsx('-outline-offset-2', className)} {...props} />;
}
