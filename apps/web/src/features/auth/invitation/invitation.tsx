'use client';

import { localePath } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { buttonClass } from '@/ui/button-class';
import { Skeleton } from '@/ui/skeleton';
import { AuthProblem } from '../auth-problem';
import type { LinkPageProps } from '../link-frame';
import { useInvitation } from './use-invitation';

/** An invitation to an organisation: what it is, and its acceptance; who is not signed in does that first and returns. */
export function Invitation(page: LinkPageProps) {
  const { locale, text } = page;
  const { invitation, signedIn, busy, problem, accept } = useInvitation(locale);
  if (!invitation && !problem) return <Skeleton className="mt-8 h-40" />;
  const { organisation = '', email = '' } = invitation ?? {};
  return (
    <div className="mt-8 flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      {invitation && (
        <p className="break-words">
          {text.invitation.summary.replace('{organisation}', organisation).replace('{email}', email)}
        </p>
      )}
      {invitation && signedIn && (
        <Button look="main" size="large" busy={busy} onClick={() => void accept()}>
          {text.invitation.accept}
        </Button>
      )}
      {invitation && signedIn === false && <Ways {...page} />}
    </div>
  );
}

/** Signing in or making an account, both of which lead back. */
function Ways({ locale, text }: LinkPageProps) {
  const next = `?next=${encodeURIComponent(localePath(locale, '/invitation/'))}`;
  return (
    <>
      <p className="text-sm text-muted">{text.invitation.first}</p>
      <a className={buttonClass({ look: 'main', size: 'large' })} href={localePath(locale, '/sign-in/') + next}>
        {text.invitation.signIn}
      </a>
      <a className="link self-start text-sm" href={localePath(locale, '/sign-up/') + next}>
        {text.invitation.signUp}
      </a>
    </>
  );
}
