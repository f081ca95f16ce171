'use client';

import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Messages } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { PasswordInput } from '@/ui/form/password-input';
import { Agreement } from './agreement';
import { AuthProblem } from './auth-problem';
import { IdentityButtons } from './identity/identity-buttons';
import { PasskeySignIn } from './passkey/passkey-sign-in';
import type { Credentials, CredentialsField } from './validate-credentials';
import { useAuthForm, type AuthMode } from './use-auth-form';

interface AuthFormProps {
  mode: AuthMode;
  locale: Locale;
  text: Messages['auth'];
  problems: Messages['problems'];
}

const SecondFactorStep = lazy(() =>
  import('./second-factor-step').then((module) => ({ default: module.SecondFactorStep })),
);

/** The form for creating an account or signing in, and for the second factor after it. */
export function AuthForm({ mode, ...page }: AuthFormProps) {
  const form = useAuthForm(mode, page.locale);
  const { challenge } = form.state;
  if (challenge === null) {
    return (
      <>
        <CredentialsForm mode={mode} {...page} form={form} />
        {mode === 'signIn' && <PasskeySignIn {...page} onSignedIn={form.goOn} />}
        <IdentityButtons {...page} />
      </>
    );
  }
  return (
    <Suspense>
      <SecondFactorStep challenge={challenge} {...page} onSignedIn={form.goOn} onRestart={form.restart} />
    </Suspense>
  );
}

interface CredentialsFormProps extends AuthFormProps {
  form: ReturnType<typeof useAuthForm>;
}

/** Faults are named at their field; the first one gets the focus. */
function CredentialsForm({ mode, locale, text, problems, form: { state, submit } }: CredentialsFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [state.faults, state.messages]);
  const errorOf = (field: Exclude<CredentialsField, 'agrees'>) => {
    const fault = state.faults[field];
    if (fault === 'missing') return text.missing[field];
    return fault ? text[fault] : state.messages[field];
  };
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!state.busy) void submit(credentialsIn(new FormData(event.currentTarget)));
  };
  return (
    <form ref={form} noValidate onSubmit={onSubmit} className="mt-8 flex flex-col gap-5">
      {state.problem && <AuthProblem problem={state.problem} locale={locale} text={text} problems={problems} />}
      {mode === 'signUp' && (
        <Field label={text.name} error={errorOf('name')}>
          <TextInput name="name" autoComplete="name" maxLength={120} required />
        </Field>
      )}
      <Field label={text.email} error={errorOf('email')}>
        <TextInput
          name="email"
          type="email"
          autoComplete={mode === 'signIn' ? 'username webauthn' : 'email'}
          maxLength={254}
          required
        />
      </Field>
      <Field label={text.password} hint={mode === 'signUp' ? text.passwordHint : undefined} error={errorOf('password')}>
        <PasswordInput text={text} autoComplete={mode === 'signUp' ? 'new-password' : 'current-password'} />
      </Field>
      <BelowPassword mode={mode} locale={locale} text={text} missing={state.faults.agrees !== undefined} />
      <Button type="submit" look="main" size="large" busy={state.busy}>
        {state.busy ? `${text.busy}…` : text[mode].submit}
      </Button>
    </form>
  );
}

/** The way to another password, or what an account needs the person to agree to. */
function BelowPassword({ mode, locale, text, missing }: Omit<AuthFormProps, 'problems'> & { missing: boolean }) {
  if (mode === 'signUp') return <Agreement locale={locale} text={text} missing={missing} />;
  return (
    <a className="link -mt-2 self-start text-sm" href={localePath(locale, '/forgot-password/')}>
      {text.forgot.question}
    </a>
  );
}

function credentialsIn(form: FormData): Credentials {
  const value = (field: CredentialsField) => String(form.get(field) ?? '');
  return { name: value('name'), email: value('email'), password: value('password'), agrees: form.has('agrees') };
}
