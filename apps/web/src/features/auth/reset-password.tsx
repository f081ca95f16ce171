'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod/mini';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Field } from '@/ui/form/field';
import { PasswordInput } from '@/ui/form/password-input';
import { Notice } from '@/ui/notice';
import { resetPassword } from './api/reset-password';
import { AuthProblem } from './auth-problem';
import { LinkFrame, type LinkPageProps } from './link-frame';
import { NotMine, Released } from './not-mine';
import { newPasswordSchema } from './password-schema';
import { fieldMessages } from './validate-credentials';

const schema = z.object({ password: newPasswordSchema });

/** Choosing a new password with the mailed link in the address; while the address was never verified, also “this is not mine”. */
export function ResetPassword(page: LinkPageProps) {
  const { locale, text } = page;
  const [done, setDone] = useState<'reset' | 'released' | null>(null);
  return (
    <LinkFrame {...page}>
      {({ token, account }) => {
        if (done === 'released') return <Released locale={locale} text={text} />;
        if (done === 'reset') return <PasswordSet {...page} />;
        return (
          <>
            <NewPasswordForm token={token} onDone={() => setDone('reset')} {...page} />
            {!account.emailVerified && <NotMine token={token} onReleased={() => setDone('released')} {...page} />}
          </>
        );
      }}
    </LinkFrame>
  );
}

function PasswordSet({ locale, text }: LinkPageProps) {
  return (
    <Notice tone="good" title={text.reset.done}>
      <a className="link" href={localePath(locale, '/sign-in/')}>
        {text.reset.signIn}
      </a>
    </Notice>
  );
}

function NewPasswordForm({ token, onDone, ...page }: LinkPageProps & { token: string; onDone: () => void }) {
  const { text } = page;
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { register, handleSubmit, formState, setError } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { password: '' },
  });
  const submit = async ({ password }: z.output<typeof schema>) => {
    setProblem(null);
    try {
      await resetPassword({ token, password });
      onDone();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const message = fieldMessages(error).password;
      if (message) setError('password', { message, type: 'server' }, { shouldFocus: true });
      else setProblem(error);
    }
  };
  const { errors, isSubmitting } = formState;
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(submit)(event)} className="flex flex-col gap-5">
      {problem && <AuthProblem problem={problem} {...page} />}
      <Field label={text.reset.password} hint={text.passwordHint} error={sentenceOf(errors.password?.message, text)}>
        <PasswordInput text={text} autoComplete="new-password" {...register('password')} />
      </Field>
      <Button type="submit" look="main" size="large" busy={isSubmitting}>
        {isSubmitting ? `${text.busy}…` : text.reset.submit}
      </Button>
    </form>
  );
}

/** The sentence of a fault: one of ours by its key, or the server's own. */
function sentenceOf(fault: string | undefined, text: LinkPageProps['text']): string | undefined {
  if (fault === 'missing') return text.missing.password;
  return fault === 'shortPassword' ? text.shortPassword : fault;
}
