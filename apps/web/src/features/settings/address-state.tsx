'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Status } from '@/ui/status';
import { useAddress } from './api/get-address';
import { useResendVerification } from './api/resend-verification';

/**
 * Whether the address is verified, and whether mail reaches it. While it is not verified or its mail came back, the link
 * can be mailed again.
 */
export function AddressState({ verified }: { verified: boolean }) {
  const text = useTranslations('settings');
  const problemText = useProblemText();
  const resend = useResendVerification();
  const suppression = useAddress().data?.suppression ?? null;
  const canResend = suppression === 'bounce' || (!verified && suppression === null);
  return (
    <>
      <Status tone={verified ? 'good' : 'calm'}>{text(verified ? 'verified' : 'unverified')}</Status>
      {suppression && (
        <span role="alert" className="basis-full text-brick">
          {text(`suppression.${suppression}`)}
        </span>
      )}
      {resend.isSuccess && (
        <span role="status" className="text-muted">
          {text('verificationSent')}
        </span>
      )}
      {canResend && !resend.isSuccess && (
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
