'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Status } from '@/ui/status';
import { useResendVerification } from './api/resend-verification';

/** Whether the address is verified; while it is not, its mail can be sent again. */
export function AddressState({ verified }: { verified: boolean }) {
  const text = useTranslations('settings');
  const problemText = useProblemText();
  const resend = useResendVerification();
  if (verified) return <Status tone="good">{text('verified')}</Status>;
  return (
    <>
      <Status>{text('unverified')}</Status>
      {resend.isSuccess ? (
        <span role="status" className="text-muted">
          {text('verificationSent')}
        </span>
      ) : (
        <Button size="small" busy={resend.isPending} onClick={() => resend.mutate()}>
          {text('resendVerification')}
        </Button>
      )}
      {resend.error && (
        <span role="alert" className="text-brick">
          {problemText(resend.error)}
        </span>
      )}
    </>
  );
}
