'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { confirmByCode } from './api/accounts';

/** Asks an operator for a code of the second factor. */
export function CodeForm({ onConfirmed }: { onConfirmed: () => void }) {
  const text = useTranslations('operator');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim();
    setBusy(true);
    setFault('');
    try {
      await confirmByCode(code);
      onConfirmed();
    } catch (error) {
      setFault(problemText(error));
    }
    setBusy(false);
  };
  return (
    <form noValidate className="flex flex-col items-start gap-4" onSubmit={(event) => void submit(event)}>
      <Field label={text('code')} hint={text('codeHint')} error={fault || undefined}>
        <TextInput name="code" autoComplete="one-time-code" autoCapitalize="none" maxLength={40} required />
      </Field>
      <Button type="submit" look="main" busy={busy}>
        {text('confirm')}
      </Button>
    </form>
  );
}
