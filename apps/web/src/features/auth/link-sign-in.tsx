'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Messages } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { signInByLink } from './api/sign-in-by-link';
import { AuthProblem } from './auth-problem';
import { takeToken } from './take-token';

interface LinkSignInProps {
  locale: Locale;
  text: Messages['auth'];
  problems: Messages['problems'];
}

/** Signs in with the token in the fragment of the address. It asks for a click, so that programs that open mailed links do not use them up. */
export function LinkSignIn({ locale, text, problems }: LinkSignInProps) {
  const router = useRouter();
  const token = useRef('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  useEffect(() => {
    token.current ||= takeToken();
  }, []);
  const submit = async () => {
    if (token.current === '') return setProblem(new ApiProblem(401, 'sign-in-link.invalid'));
    setBusy(true);
    try {
      await signInByLink(token.current);
      router.push(localePath(locale, '/profiles/'));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setBusy(false);
      setProblem(error);
    }
  };
  return (
    <div className="mt-8 flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} locale={locale} text={text} problems={problems} />}
      <Button look="main" size="large" busy={busy} onClick={() => void submit()}>
        {busy ? `${text.busy}…` : text.signIn.submit}
      </Button>
    </div>
  );
}
