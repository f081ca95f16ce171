'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod/mini';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { forgotPassword } from './api/forgot-password';
import { AuthProblem } from './auth-problem';
import type { LinkPageProps } from './link-frame';

const schema = z.object({
  email: z.string().check(z.trim(), z.minLength(1, 'missing'), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'badEmail')),
});

/** Asks for the address of a forgotten password; afterwards it says what was done, whether or not there is an account. */
export function ForgotPassword(page: LinkPageProps) {
  const { locale, text } = page;
  const [sentTo, setSentTo] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: '' },
  });
  const submit = async ({ email }: z.output<typeof schema>) => {
    setProblem(null);
    try {
      await forgotPassword(email);
      setSentTo(email);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    }
  };
  const fault = formState.errors.email?.message;
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(submit)(event)} className="mt-8 flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      {sentTo && <Notice tone="good">{text.forgot.sent.replace('{email}', () => sentTo)}</Notice>}
      <Field label={text.email} error={fault && (fault === 'missing' ? text.missing.email : text.badEmail)}>
        <TextInput type="email" autoComplete="email" maxLength={254} {...register('email')} />
      </Field>
      <Button type="submit" look={sentTo ? 'quiet' : 'main'} size="large" busy={formState.isSubmitting}>
        {sentTo ? text.forgot.resend : text.forgot.submit}
      </Button>
      <a className="link self-start text-sm" href={localePath(locale, '/sign-in/')}>
        {text.forgot.back}
      </a>
    </form>
  );
}
