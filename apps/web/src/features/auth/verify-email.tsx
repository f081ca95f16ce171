'use client';

import { useState } from 'react';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { verifyEmail } from './api/verify-email';
import { AuthProblem } from './auth-problem';
import { LinkFrame, type LinkPageProps } from './link-frame';
import { NotMine, Released } from './not-mine';

/** Verifying an address with the mailed link. It asks for a click, so that programs that open mailed links verify nothing. */
export function VerifyEmail(page: LinkPageProps) {
  const { locale, text } = page;
  const [done, setDone] = useState<'verified' | 'released' | null>(null);
  return (
    <LinkFrame {...page}>
      {({ token, account }) => {
        if (done === 'released') return <Released locale={locale} text={text} />;
        if (done === 'verified' || account.emailVerified) return <Verified {...page} />;
        return (
          <>
            <Confirm token={token} onDone={() => setDone('verified')} {...page} />
            <NotMine token={token} onReleased={() => setDone('released')} {...page} />
          </>
        );
      }}
    </LinkFrame>
  );
}

function Verified({ locale, text }: LinkPageProps) {
  return (
    <Notice tone="good" title={text.verify.done}>
      <a className="link" href={localePath(locale, '/profiles/')}>
        {text.verify.goOn}
      </a>
    </Notice>
  );
}

function Confirm({ token, onDone, ...page }: LinkPageProps & { token: string; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const confirm = async () => {
    setBusy(true);
    try {
      await verifyEmail(token);
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setBusy(false);
      setProblem(error);
    }
  };
  return (
    <div className="flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      <Button look="main" size="large" busy={busy} onClick={() => void confirm()}>
        {page.text.verify.submit}
      </Button>
    </div>
  );
}
