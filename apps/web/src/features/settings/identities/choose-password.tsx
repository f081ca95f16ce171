'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { mailPasswordLink } from '../api/identities';

/** Says that the person signs in without a password, and has a link mailed to choose one. */
export function ChoosePassword() {
  const text = useTranslations('settings.password');
  const problemText = useProblemText();
  const { data: user } = useUser();
  const mail = useMutation({ mutationFn: mailPasswordLink });
  if (mail.isSuccess) return <Notice tone="good">{text('mailed')}</Notice>;
  return (
    <div className="flex flex-col items-start gap-4 text-sm">
      <p>{text('none')}</p>
      {mail.error && <Notice tone="bad">{problemText(mail.error)}</Notice>}
      <Button busy={mail.isPending} onClick={() => user && mail.mutate(user.email)}>
        {text('choose')}
      </Button>
    </div>
  );
}
