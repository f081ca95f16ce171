'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { beginSecondFactor, removeSecondFactor, renewRecoveryCodes, secondFactorKey } from './api/second-factor';
import { ConfirmIdentity } from './confirm-identity';
import { Enrolment } from './enrolment';
import { RecoveryCodes } from './recovery-codes';
import { type ProofMethod, useStepUp } from './use-step-up';

/** What the dialog is opened for. */
export type SecondFactorTask = 'set-up' | 'renew' | 'remove';

type Step =
  | { name: 'ask' }
  | { name: 'confirm'; method: ProofMethod }
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
  const [done, setDone] = useState<Step | null>(null);
  const { method, error, busy, act } = useStepUp(async () => {
    if (task === 'set-up') return setDone({ name: 'enrol', ...(await beginSecondFactor()) });
    if (task === 'renew') setDone({ name: 'codes', codes: await renewRecoveryCodes() });
    else {
      await removeSecondFactor();
      showToast({ tone: 'good', message: text('removed') });
      onClose();
    }
    await client.invalidateQueries({ queryKey: secondFactorKey });
  });
  const asked: Step = method ? { name: 'confirm', method } : { name: 'ask' };
  return { step: done ?? asked, setStep: setDone, error, busy, act };
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
