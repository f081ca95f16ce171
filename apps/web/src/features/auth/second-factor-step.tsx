'use client';

import { useEffect, useRef, useState } from 'react';
import type { Messages } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { answerChallenge } from './api/answer-challenge';
import { AuthProblem } from './auth-problem';

interface SecondFactorStepProps {
  challenge: string;
  locale: Locale;
  text: Messages['auth'];
  problems: Messages['problems'];
  onSignedIn: () => void;
  /** called when the person wants to begin again, or has to */
  onRestart: () => void;
}

/** Asks for the code of the second factor, after the password was right. */
export function SecondFactorStep({ challenge, onSignedIn, onRestart, ...page }: SecondFactorStepProps) {
  const { secondFactor: text, busy: busyText } = page.text;
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setMissing(code.length < 6);
    if (busy || code.length < 6) return;
    setBusy(true);
    setProblem(null);
    try {
      await answerChallenge({ challenge, code });
      onSignedIn();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="mt-8 flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      <Field label={text.code} hint={text.hint} error={missing ? text.missing : undefined}>
        <TextInput name="code" autoComplete="one-time-code" autoCapitalize="none" maxLength={40} required />
      </Field>
      <Button type="submit" look="main" size="large" busy={busy}>
        {busy ? `${busyText}…` : text.submit}
      </Button>
      <Button onClick={onRestart}>{text.restart}</Button>
    </form>
  );
}
