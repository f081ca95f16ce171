'use client';

import { useEffect, useRef } from 'react';
import type { Messages } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { DoorProblem } from './door-problem';
import type { DoorField } from './door-checks';
import { PasswordInput } from './password-input';
import { useDoor, type Door } from './use-door';

interface DoorFormProps {
  door: Door;
  locale: Locale;
  text: Messages['door'];
  problems: Messages['problems'];
}

/** The form for creating an account or signing in. Faults are named at their field; the first one gets the focus. */
export function DoorForm({ door, locale, text, problems }: DoorFormProps) {
  const { state, submit } = useDoor(door, locale);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [state.faults, state.messages]);
  const errorOf = (field: DoorField) => {
    const fault = state.faults[field];
    if (fault === 'missing') return text.missing[field];
    return fault ? text[fault] : state.messages[field];
  };
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (field: DoorField) => String(data.get(field) ?? '');
    if (!state.busy) void submit({ name: value('name'), email: value('email'), password: value('password') });
  };
  return (
    <form ref={form} noValidate onSubmit={onSubmit} className="mt-8 flex flex-col gap-5">
      {state.problem && <DoorProblem problem={state.problem} locale={locale} text={text} problems={problems} />}
      {door === 'signUp' && (
        <Field label={text.name} error={errorOf('name')}>
          <TextInput name="name" autoComplete="name" maxLength={120} required />
        </Field>
      )}
      <Field label={text.email} error={errorOf('email')}>
        <TextInput name="email" type="email" autoComplete="email" maxLength={254} required />
      </Field>
      <Field label={text.password} hint={door === 'signUp' ? text.passwordHint : undefined} error={errorOf('password')}>
        <PasswordInput text={text} autoComplete={door === 'signUp' ? 'new-password' : 'current-password'} />
      </Field>
      <Button type="submit" look="main" size="large" busy={state.busy}>
        {state.busy ? `${text.busy}…` : text[door].submit}
      </Button>
    </form>
  );
}
