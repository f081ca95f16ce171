'use client';

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../button';
import { currentToasts, dismissToast, watchToasts, type Toast } from './toast-store';

const none: readonly Toast[] = [];

/** Where passing messages stand; announced politely, never in the way of a control. */
export function Toaster() {
  const toasts = useSyncExternalStore(watchToasts, currentToasts, () => none);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-0 z-60 flex flex-col items-center gap-2 p-3 sm:top-auto sm:bottom-0 sm:items-end sm:p-6"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const text = useTranslations('common');
  const Icon = toast.tone === 'good' ? CircleCheck : CircleAlert;
  return (
    <div className="pointer-events-auto flex max-w-sm animate-[rise_160ms_ease-out] items-center gap-3 rounded-surface border border-hairline bg-raised py-2 pr-2 pl-4 text-sm shadow-float">
      <Icon aria-hidden size={18} strokeWidth={1.5} className={toast.tone === 'good' ? 'text-leaf' : 'text-brick'} />
      <div className="py-1">
        <p>{toast.message}</p>
        {toast.note && <ToastNote {...toast.note} />}
      </div>
      {toast.action && (
        <Button
          size="small"
          className="whitespace-nowrap"
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={text('close')} onClick={() => dismissToast(toast.id)} className="-my-0.5">
        <X aria-hidden size={16} strokeWidth={1.5} />
      </IconButton>
    </div>
  );
}

function ToastNote({ message, label, href }: NonNullable<Toast['note']>) {
  return (
    <p>
      {message} ·{' '}
      <a className="link" href={href} target="_blank" rel="noreferrer">
        {label}
      </a>
    </p>
  );
}
