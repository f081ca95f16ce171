'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { emailChangeKey, requestEmailChange } from './api/email-change';
import { ConfirmIdentity } from './confirm-identity';
import { useStepUp } from './use-step-up';

/** The dialog for another address; it asks for a proof first when the sign-in is not recent. */
export function ChangeEmailDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('settings.emailChange');
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const { method, error, busy, act } = useStepUp(async () => {
    await requestEmailChange(email.trim());
    await client.invalidateQueries({ queryKey: emailChangeKey });
    showToast({ tone: 'good', message: text('sent') });
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text('change')} description={text('body')}>
      {method ? (
        <ConfirmIdentity method={method} onConfirmed={() => void act()} />
      ) : (
        <AddressForm email={email} busy={busy} error={error} onChange={setEmail} onSubmit={() => void act()} />
      )}
    </Dialog>
  );
}

interface AddressFormProps {
  email: string;
  busy: boolean;
  error: unknown;
  onChange: (email: string) => void;
  onSubmit: () => void;
}

function AddressForm({ email, busy, error, onChange, onSubmit }: AddressFormProps) {
  const text = useTranslations('settings.emailChange');
  const problemText = useProblemText();
  const [malformed, setMalformed] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const valid = /^\S+@\S+$/.test(email.trim());
    setMalformed(!valid);
    if (valid && !busy) onSubmit();
  };
  const rejected = error ? problemText(error) : undefined;
  return (
    <form noValidate onSubmit={submit}>
      <Field label={text('new')} error={malformed ? text('malformed') : rejected}>
        <TextInput
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          value={email}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <DialogActions>
        <Button type="submit" look="main" busy={busy}>
          {text('submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
