'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { PasswordInput } from '@/ui/form/password-input';
import { DialogActions } from '@/ui/overlay/dialog';
import { confirmIdentity, mailConfirmationCode } from './api/second-factor';
import type { ProofMethod } from './use-step-up';

interface ConfirmIdentityProps {
  method: ProofMethod;
  onConfirmed: () => void;
}

const bodies = {
  code: (proof: string) => ({ code: proof.trim() }),
  mail: (proof: string) => ({ mailedCode: proof.trim() }),
  password: (password: string) => ({ password }),
};

/** Asks the person to confirm that it is still them: with a code when they have a second factor, else with the password, else with a mailed code. */
export function ConfirmIdentity({ method, onConfirmed }: ConfirmIdentityProps) {
  const text = useTranslations('settings.confirm');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const mailCode = useEffectEvent(() => mailConfirmationCode().catch((error: unknown) => setFault(problemText(error))));
  useEffect(() => {
    if (method === 'mail') void mailCode();
  }, [method]);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const proof = String(new FormData(event.currentTarget).get(method) ?? '');
    setBusy(true);
    setFault('');
    try {
      await confirmIdentity(bodies[method](proof));
      onConfirmed();
    } catch (error) {
      setFault(problemText(error));
    }
    setBusy(false);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="mb-5 text-sm">{text('body')}</p>
      <Proof method={method} fault={fault} />
      <DialogActions>
        <Button type="submit" look="main" busy={busy}>
          {text('submit')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** The field of a code, a mailed code or a password. */
function Proof({ method, fault }: { method: ProofMethod; fault: string }) {
  const text = useTranslations('settings');
  if (method === 'code') {
    return (
      <Field label={text('confirm.code')} hint={text('confirm.codeHint')} error={fault || undefined}>
        <TextInput name="code" autoComplete="one-time-code" autoCapitalize="none" maxLength={40} required />
      </Field>
    );
  }
  if (method === 'mail') {
    return (
      <Field label={text('confirm.mailedCode')} hint={text('confirm.mailed')} error={fault || undefined}>
        <TextInput name="mail" autoComplete="one-time-code" autoCapitalize="characters" maxLength={40} required />
      </Field>
    );
  }
  const looks = { show: text('password.show'), hide: text('password.hide') };
  return (
    <Field label={text('password.current')} error={fault || undefined}>
      <PasswordInput text={looks} autoComplete="current-password" />
    </Field>
  );
}
