'use client';

import * as Radix from '@radix-ui/react-dialog';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../button';
import { giveFocusBack, openerNow } from './focus';

const widths = { regular: 'sm:max-w-lg', wide: 'sm:max-w-3xl', full: 'sm:max-w-6xl' };

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: React.ReactNode;
  description?: React.ReactNode;
  size?: keyof typeof widths;
  /** called when the dialog has closed; where it moves the focus, the focus stays there */
  onClosed?: () => void;
  children: React.ReactNode;
}

/**
 * A dialog: a sheet from below on phones, a centred card elsewhere. Focus begins at its first control and stays inside; Escape closes it,
 * and the focus goes back to the control that opened it.
 */
export function Dialog({ open, onOpenChange, title, description, size = 'regular', onClosed, children }: DialogProps) {
  const text = useTranslations('common');
  const opener = useRef<HTMLElement | null>(null);
  const closed = (event: Event) => {
    event.preventDefault();
    giveFocusBack(opener.current);
    onClosed?.();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-[rise_150ms_ease-out] bg-[rgb(12_12_10/0.45)]" />
        <Radix.Content
          aria-describedby={description ? undefined : ''}
          onOpenAutoFocus={() => void (opener.current = openerNow())}
          onCloseAutoFocus={closed}
          className={clsx(
            'fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto rounded-t-surface bg-raised p-5 shadow-float sm:p-7',
            'animate-[rise_180ms_ease-out] sm:top-1/2 sm:bottom-auto sm:mx-auto sm:w-full sm:-translate-y-1/2 sm:rounded-surface',
            widths[size],
          )}
        >
          <Radix.Title className="pr-9 text-xl">{title}</Radix.Title>
          {description && (
            <Radix.Description className="mt-1 max-w-prose text-sm text-muted">{description}</Radix.Description>
          )}
          <div className="mt-5">{children}</div>
          <Radix.Close asChild>
            <IconButton label={text('close')} className="absolute top-4 right-3 sm:top-6 sm:right-5">
              <X aria-hidden size={18} strokeWidth={1.5} />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The row of actions at the foot of a dialog, in sight however long the dialog is; the one that goes on comes last. */
export function DialogActions({ children }: { children: React.ReactNode }) {
  return (
    <div className="sticky -bottom-5 -mx-5 mt-4 -mb-5 flex flex-wrap justify-end gap-2 bg-raised px-5 pt-2 pb-5 sm:-bottom-7 sm:-mx-7 sm:-mb-7 sm:px-7 sm:pb-7">
      {children}
    </div>
  );
}
