'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { limitCredits, type Member, spendingKey } from '../api/members';
import { useAct } from './use-act';

interface LimitDialogProps {
  member: Member;
  limit: number | null;
  onClose: () => void;
}

/** The dialog in which the credits of a member are limited, or are so no longer. */
export function LimitDialog({ member: { id, name }, limit, onClose }: LimitDialogProps) {
  const text = useTranslations('settings.members');
  const problemText = useProblemText();
  const [typed, setTyped] = useState(limit === null ? '' : String(limit));
  const [malformed, setMalformed] = useState(false);
  const chosen = typed.trim() === '' ? null : Number(typed);
  const save = useAct({
    perform: () => limitCredits(id, chosen),
    changes: spendingKey,
    done: text('limitSaved', { name }),
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const isValid = /^\d{0,9}$/.test(typed.trim());
    setMalformed(!isValid);
    if (isValid && !save.isPending) save.mutate(undefined, { onSuccess: onClose });
  };
  const rejected = save.error ? problemText(save.error) : undefined;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text('limitOf', { name })}>
      <form noValidate onSubmit={submit}>
        <Field label={text('limitLabel')} hint={text('limitHint')} error={malformed ? text('limitHint') : rejected}>
          <TextInput
            name="limit"
            inputMode="numeric"
            autoComplete="off"
            maxLength={9}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <DialogActions>
          <Button type="submit" look="solid" busy={save.isPending}>
            {text('limitSave')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
