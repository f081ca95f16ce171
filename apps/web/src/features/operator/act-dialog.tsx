'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, Select, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { type AccountChange, changeAccount, creditsKey, grantCredits, type OperatedAccount } from './api/accounts';
import { CodeForm } from './code-form';
import { useOperatorAct } from './use-operator-act';

/** What an operator can do to an account. */
export type AccountAct = AccountChange | 'grant';

interface ActDialogProps {
  act: AccountAct;
  account: OperatedAccount;
  onClose: () => void;
  onDone: () => void;
}

interface Grant {
  tenantId: string;
  credits: string;
  days: string;
}

/** The act with what it needs: a reason and, of a grant, how many credits for how long. */
function useActForm({ act, account, onClose, onDone }: ActDialogProps) {
  const text = useTranslations('operator');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [grant, setGrant] = useState<Grant>({ tenantId: account.tenants[0]?.id ?? '', credits: '', days: '365' });
  const doing = useOperatorAct(async () => {
    const { tenantId, credits, days } = grant;
    if (act === 'grant') {
      await grantCredits({ tenantId, credits: Number(credits), days: Number(days), reason: reason.trim() });
      await client.invalidateQueries({ queryKey: creditsKey(tenantId) });
    } else await changeAccount(act, account.id, reason.trim());
    showToast({ tone: 'good', message: text('done') });
    onDone();
    onClose();
  });
  const isComplete = reason.trim() !== '' && (act !== 'grant' || (isCount(grant.credits) && isCount(grant.days)));
  return { reason, setReason, grant, setGrant, doing, isComplete };
}

/** Asks for the reason of an act, and for a code when none was given lately. */
export function ActDialog(props: ActDialogProps) {
  const { act, account, onClose } = props;
  const text = useTranslations('operator');
  const { reason, setReason, grant, setGrant, doing, isComplete } = useActForm(props);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (isComplete && !doing.busy) void doing.act();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text(`acts.${act}`)} description={account.email}>
      {doing.asksForCode ? (
        <CodeForm onConfirmed={() => void doing.act()} />
      ) : (
        <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
          {act === 'grant' && <GrantFields account={account} grant={grant} onChange={setGrant} />}
          <Field label={text('reason')} hint={text('reasonHint')}>
            <TextInput maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
          {Boolean(doing.error) && <ActFailure error={doing.error} />}
          <DialogActions>
            <Button type="submit" look={act === 'block' ? 'danger' : 'main'} disabled={!isComplete} busy={doing.busy}>
              {text(`acts.${act}`)}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

/** Whether a text is a whole number above zero. */
function isCount(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}

function ActFailure({ error }: { error: unknown }) {
  const problemText = useProblemText();
  return <Notice tone="bad">{problemText(error)}</Notice>;
}

interface GrantFieldsProps {
  account: OperatedAccount;
  grant: Grant;
  onChange: (grant: Grant) => void;
}

function GrantFields({ account, grant, onChange }: GrantFieldsProps) {
  const text = useTranslations('operator.grant');
  return (
    <>
      <Field label={text('tenant')}>
        <Select value={grant.tenantId} onChange={({ target }) => onChange({ ...grant, tenantId: target.value })}>
          {account.tenants.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </Select>
      </Field>
      <Field label={text('credits')}>
        <TextInput
          inputMode="numeric"
          value={grant.credits}
          onChange={({ target }) => onChange({ ...grant, credits: target.value })}
        />
      </Field>
      <Field label={text('days')}>
        <TextInput
          inputMode="numeric"
          value={grant.days}
          onChange={({ target }) => onChange({ ...grant, days: target.value })}
        />
      </Field>
    </>
  );
}
