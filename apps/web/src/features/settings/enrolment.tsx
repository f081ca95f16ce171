'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { DialogActions } from '@/ui/overlay/dialog';
import { confirmSecondFactor, secondFactorKey } from './api/second-factor';
import { QrCode } from './qr-code';

interface EnrolmentProps {
  secret: string;
  uri: string;
  onDone: (recoveryCodes: string[]) => void;
}

/** Shows the secret as a QR code and as text, and takes the first code. */
export function Enrolment({ secret, uri, onDone }: EnrolmentProps) {
  const text = useTranslations('settings.secondFactor');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').replace(/\s/g, '');
    if (!/^\d{6}$/.test(code)) return setFault(text('sixDigits'));
    setBusy(true);
    setFault('');
    try {
      onDone(await confirmSecondFactor(code));
      await client.invalidateQueries({ queryKey: secondFactorKey });
    } catch (error) {
      setFault(problemText(error));
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p className="text-sm">{text('scan')}</p>
      <QrCode content={uri} label={text('qr')} />
      <p className="text-sm text-muted">{text('typeInstead')}</p>
      <code className="mt-1 mb-5 block text-sm break-all">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      <Field label={text('code')} error={fault || undefined}>
        <TextInput name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={9} required />
      </Field>
      <DialogActions>
        <Button type="submit" look="main" busy={busy}>
          {text('turnOn')}
        </Button>
      </DialogActions>
    </form>
  );
}
