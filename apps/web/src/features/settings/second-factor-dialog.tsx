'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { beginSecondFactor, removeSecondFactor, renewRecoveryCodes, secondFactorKey } from './api/second-factor';
import { ConfirmIdentity } from './confirm-identity';
import { Enrolment } from './enrolment';
import { RecoveryCodes } from './recovery-codes';

/** What the dialog is opened for. */
export type SecondFactorTask = 'set-up' | 'renew' | 'remove';

type Step =
  | { name: 'ask' }
  | { name: 'confirm'; method: 'password' | 'code' }
  | { name: 'enrol'; secret: string; uri: string }
  | { name: 'codes'; codes: string[] };

/** Sets a second factor up, renews its recovery codes or removes it; it asks for a proof first when the sign-in is not recent. */
export function SecondFactorDialog({ task, onClose }: { task: SecondFactorTask; onClose: () => void }) {
  const text = useTranslations('settings.secondFactor');
  const { step, setStep, error, busy, act } = useTask(task, onClose);
  const title = { 'set-up': text('setUp'), renew: text('renew'), remove: text('remove') }[task];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      {step.name === 'ask' && <Ask task={task} busy={busy} error={error} onAct={() => void act()} />}
      {step.name === 'confirm' && <ConfirmIdentity method={step.method} onConfirmed={() => void act()} />}
      {step.name === 'enrol' && <Enrolment {...step} onDone={(codes) => setStep({ name: 'codes', codes })} />}
      {step.name === 'codes' && <RecoveryCodes codes={step.codes} onClose={onClose} />}
    </Dialog>
  );
}

/** Where the dialog is, and the act that it is for. */
function useTask(task: SecondFactorTask, onClose: () => void) {
  const text = useTranslations('settings.secondFactor');
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ name: 'ask' });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const perform = async () => {
    if (task === 'set-up') return setStep({ name: 'enrol', ...(await beginSecondFactor()) });
    if (task === 'renew') setStep({ name: 'codes', codes: await renewRecoveryCodes() });
    else {
      await removeSecondFactor();
      showToast({ tone: 'good', message: text('removed') });
      onClose();
    }
    await client.invalidateQueries({ queryKey: secondFactorKey });
  };
  const act = async () => {
    setBusy(true);
    setError(null);
    try {
      await perform();
    } catch (problem) {
      const method = methodAskedFor(problem);
      if (method) setStep({ name: 'confirm', method });
      else setError(problem);
    }
    setBusy(false);
  };
  return { step, setStep, error, busy, act };
}

/** By what the person is asked to confirm that it is still them; null when the problem is another one. */
function methodAskedFor(problem: unknown): 'password' | 'code' | null {
  if (!(problem instanceof ApiProblem) || problem.code !== 'confirmation.required') return null;
  const methods = problem.extras['methods'];
  return Array.isArray(methods) && methods.includes('code') ? 'code' : 'password';
}

interface AskProps {
  task: SecondFactorTask;
  busy: boolean;
  error: unknown;
  onAct: () => void;
}

function Ask({ task, busy, error, onAct }: AskProps) {
  const text = useTranslations('settings.secondFactor');
  const problemText = useProblemText();
  const body = { 'set-up': text('setUpBody'), renew: text('renewBody'), remove: text('removeBody') }[task];
  return (
    <>
      <p className="text-sm">{body}</p>
      {Boolean(error) && (
        <div className="mt-4">
          <Notice tone="bad">{problemText(error)}</Notice>
        </div>
      )}
      <DialogActions>
        <Button look="main" busy={busy} onClick={onAct}>
          {task === 'remove' ? text('remove') : text('next')}
        </Button>
      </DialogActions>
    </>
  );
}
