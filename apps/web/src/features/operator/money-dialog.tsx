'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { actsKey, creditsKey } from './api/accounts';
import { explainPayment, moneyKey, refundPayment, takeBackCredits } from './api/payments';
import { CodeForm } from './code-form';
import { useOperatorAct } from './use-operator-act';

/** An act of an operator that moves money or credits of a tenant, or explains them. */
export interface MoneyAct {
  kind: 'refund' | 'explain' | 'takeBack';
  tenantId: string;
  /** The id of the payment, or the reference of the grant. */
  subject: string;
  /** What it is about, for the operator. */
  title: string;
  /** The largest amount: paise of a refund, credits of a take-back. */
  maximum: number;
  /** What the amount may be, and what follows. */
  hint?: string;
}

interface MoneyDialogProps {
  act: MoneyAct;
  onClose: () => void;
}

function useMoneyForm({ act, onClose }: MoneyDialogProps) {
  const { kind, tenantId, maximum } = act;
  const text = useTranslations('operator');
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [amount, setAmount] = useState(kind === 'refund' ? (maximum / 100).toFixed(2) : String(maximum));
  const count = amountOf(kind, amount);
  const doing = useOperatorAct(async () => {
    const done = await perform(act, count ?? 0, reason.trim());
    for (const queryKey of [moneyKey, creditsKey(tenantId), actsKey]) await client.invalidateQueries({ queryKey });
    const tone = done === 'failed' ? 'bad' : 'good';
    showToast({ tone, message: text(done === 'refunded' ? 'done' : `money.${done}`) });
    onClose();
  });
  const isComplete = reason.trim() !== '' && count !== null && count <= maximum;
  return { reason, setReason, amount, setAmount, doing, isComplete };
}

/** Asks for the reason and the amount of an act, and for a code when none was given lately. */
export function MoneyDialog(props: MoneyDialogProps) {
  const { act, onClose } = props;
  const text = useTranslations('operator');
  const problemText = useProblemText();
  const { reason, setReason, amount, setAmount, doing, isComplete } = useMoneyForm(props);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (isComplete && !doing.busy) void doing.act();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text(`money.${act.kind}`)} description={act.title}>
      {doing.asksForCode ? (
        <CodeForm onConfirmed={() => void doing.act()} />
      ) : (
        <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
          {act.kind !== 'explain' && (
            <Field label={text(act.kind === 'refund' ? 'money.amount' : 'grant.credits')} hint={act.hint}>
              <TextInput inputMode="decimal" value={amount} onChange={({ target }) => setAmount(target.value)} />
            </Field>
          )}
          <Field label={text('reason')} hint={text('reasonHint')}>
            <TextInput maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
          {Boolean(doing.error) && <Notice tone="bad">{problemText(doing.error)}</Notice>}
          <DialogActions>
            <Button
              type="submit"
              look={act.kind === 'explain' ? 'main' : 'danger'}
              disabled={!isComplete}
              busy={doing.busy}
            >
              {text(`money.${act.kind}`)}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

async function perform(
  { kind, tenantId, subject }: MoneyAct,
  count: number,
  reason: string,
): Promise<'refunded' | 'pending' | 'failed'> {
  if (kind === 'refund') return refundPayment(tenantId, { paymentId: subject, amount: count, reason });
  if (kind === 'explain') await explainPayment(tenantId, subject, reason);
  else await takeBackCredits(tenantId, { reference: subject, credits: count, reason });
  return 'refunded';
}

/** What was typed: paise of an amount of money with at most two decimals, or a whole number of credits; null when it is neither. */
function amountOf(kind: MoneyAct['kind'], typed: string): number | null {
  const text = typed.trim();
  if (kind === 'explain') return 0;
  if (kind === 'takeBack') return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  const paise = /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : 0;
  return paise >= 100 ? paise : null;
}
