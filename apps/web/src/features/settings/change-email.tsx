'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { useCancelEmailChange, useEmailChange } from './api/email-change';

const ChangeEmailDialog = lazy(() =>
  import('./change-email-dialog').then((module) => ({ default: module.ChangeEmailDialog })),
);

/** The button that opens the form for another address, and the change that waits to be confirmed. */
export function ChangeEmail() {
  const text = useTranslations('settings.emailChange');
  const { data: user } = useUser();
  const pending = useEmailChange().data;
  const [open, setOpen] = useState(false);
  if (!user?.emailVerified) return null;
  return (
    <div className="mt-5 flex flex-col items-start gap-4">
      {pending && <Pending email={pending.email} />}
      <Button onClick={() => setOpen(true)}>{text('change')}</Button>
      <Suspense>{open && <ChangeEmailDialog onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
}

function Pending({ email }: { email: string }) {
  const text = useTranslations('settings.emailChange');
  const problemText = useProblemText();
  const cancel = useCancelEmailChange();
  return (
    <Notice>
      <p className="break-words">{text('pending', { email })}</p>
      {cancel.error && (
        <p role="alert" className="mt-2 text-brick">
          {problemText(cancel.error)}
        </p>
      )}
      <div className="mt-3">
        <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {text('cancel')}
        </Button>
      </div>
    </Notice>
  );
}
