'use client';

import { useEffect, useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { beginIdentitySignIn, fetchIdentityProviders, type IdentityProvider } from '../api/identity';
import { AuthProblem } from '../auth-problem';
import type { LinkPageProps } from '../link-frame';
import { rememberIdentity } from '@/lib/pending-identity';

/** Signing in or registering with an identity elsewhere: a button for each provider that the installation offers. */
export function IdentityButtons(page: LinkPageProps) {
  const [providers, setProviders] = useState<readonly IdentityProvider[]>([]);
  const [busy, setBusy] = useState<IdentityProvider | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  useEffect(() => void fetchIdentityProviders().then(setProviders), []);
  const begin = async (provider: IdentityProvider) => {
    setBusy(provider);
    setProblem(null);
    try {
      const url = await beginIdentitySignIn(provider, page.locale);
      const next = new URLSearchParams(window.location.search).get('next');
      rememberIdentity({ purpose: 'signIn', locale: page.locale, next });
      window.location.assign(url);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(null);
    }
  };
  if (providers.length === 0) return null;
  return (
    <div className="mt-5 flex flex-col gap-3">
      {problem && <AuthProblem problem={problem} {...page} />}
      {providers.map((provider) => (
        <Button key={provider} size="large" busy={busy === provider} onClick={() => void begin(provider)}>
          {page.text.identity[provider]}
        </Button>
      ))}
    </div>
  );
}
