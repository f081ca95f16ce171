'use client';

import { useState } from 'react';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { releaseAddress } from './api/release-address';
import { AuthProblem } from './auth-problem';
import type { LinkPageProps } from './link-frame';

interface NotMineProps extends LinkPageProps {
  token: string;
  onReleased: () => void;
}

/** The choice of a mailed link's reader whose account it is not: it asks once more, and the account loses the address. */
export function NotMine({ token, onReleased, ...page }: NotMineProps) {
  const text = page.text.notMine;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const release = async () => {
    setBusy(true);
    try {
      await releaseAddress(token);
      onReleased();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setBusy(false);
      setProblem(error);
    }
  };
  return (
    <section className="flex flex-col items-start gap-4 border-t border-hairline pt-6">
      <div>
        <h2 className="text-lg">{text.title}</h2>
        <p className="mt-1 text-sm text-muted">{asked ? text.warning : text.body}</p>
      </div>
      {problem && <AuthProblem problem={problem} {...page} />}
      {asked ? (
        <div className="flex flex-wrap gap-2">
          <Button look="danger" busy={busy} onClick={() => void release()}>
            {text.confirm}
          </Button>
          <Button look="bare" onClick={() => setAsked(false)}>
            {text.keep}
          </Button>
        </div>
      ) : (
        <Button onClick={() => setAsked(true)}>{text.ask}</Button>
      )}
    </section>
  );
}

/** What follows when the account has lost the address: its owner may begin with an empty one. */
export function Released({ locale, text }: Pick<LinkPageProps, 'locale' | 'text'>) {
  return (
    <Notice tone="good" title={text.notMine.done}>
      <a className="link" href={localePath(locale, '/sign-up/')}>
        {text.notMine.signUp}
      </a>
    </Notice>
  );
}
