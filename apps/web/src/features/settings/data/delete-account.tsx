'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';

const DeleteAccountDialog = lazy(() =>
  import('./delete-account-dialog').then((module) => ({ default: module.DeleteAccountDialog })),
);

/** The button that opens the question whether the account is to be deleted. */
export function DeleteAccount() {
  const text = useTranslations('settings.leave');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text('open')}</Button>
      <Suspense>{open && <DeleteAccountDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
