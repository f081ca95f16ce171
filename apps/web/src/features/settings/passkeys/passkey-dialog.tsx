'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { createPasskey, type Passkey, passkeysKey, removePasskey, renamePasskey } from '../api/passkeys';
import { ConfirmIdentity } from '../confirm-identity';
import { useStepUp } from '../use-step-up';

/** What the dialog is opened for. */
export type PasskeyTask = { name: 'add' } | { name: 'rename' | 'remove'; passkey: Passkey };

/** Adds, renames or removes a passkey; it asks for a proof first when the sign-in is not recent. */
export function PasskeyDialog({ task, onClose }: { task: PasskeyTask; onClose: () => void }) {
  const text = useTranslations('settings.passkeys');
  const client = useQueryClient();
  const [name, setName] = useState('passkey' in task ? task.passkey.name : '');
  const { method, error, busy, act } = useStepUp(async () => {
    await perform(task, name.trim());
    await client.invalidateQueries({ queryKey: passkeysKey });
    showToast({ tone: 'good', message: text(`done.${task.name}`) });
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text(task.name)}
      description={task.name === 'rename' ? undefined : text(`${task.name}Body`)}
    >
      {method ? (
        <ConfirmIdentity method={method} onConfirmed={() => void act()} />
      ) : (
        <TaskForm task={task} name={name} busy={busy} error={error} onName={setName} onAct={() => void act()} />
      )}
    </Dialog>
  );
}

async function perform(task: PasskeyTask, name: string): Promise<void> {
  if (task.name === 'add') return createPasskey(name);
  if (task.name === 'rename') return renamePasskey(task.passkey.id, name);
  return removePasskey(task.passkey.id);
}

interface TaskFormProps {
  task: PasskeyTask;
  name: string;
  busy: boolean;
  error: unknown;
  onName: (name: string) => void;
  onAct: () => void;
}

function TaskForm({ task, name, busy, error, onName, onAct }: TaskFormProps) {
  const text = useTranslations('settings.passkeys');
  const [missing, setMissing] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const isMissing = task.name !== 'remove' && name.trim() === '';
    setMissing(isMissing);
    if (!isMissing && !busy) onAct();
  };
  return (
    <form noValidate onSubmit={submit}>
      {task.name === 'remove' ? (
        <p className="font-medium break-words">{name}</p>
      ) : (
        <Field label={text('name')} hint={text('nameHint')} error={missing ? text('nameMissing') : undefined}>
          <TextInput
            name="name"
            maxLength={60}
            required
            value={name}
            onChange={(event) => onName(event.target.value)}
          />
        </Field>
      )}
      {Boolean(error) && <Fault error={error} />}
      <DialogActions>
        <Button type="submit" look={task.name === 'remove' ? 'danger' : 'main'} busy={busy}>
          {text(task.name)}
        </Button>
      </DialogActions>
    </form>
  );
}

/** What went wrong: at the API, or in the browser, which says no more than that no passkey was made. */
function Fault({ error }: { error: unknown }) {
  const text = useTranslations('settings.passkeys');
  const problemText = useProblemText();
  const isKnownHere = error instanceof Error && error.name === 'InvalidStateError';
  return (
    <div className="mt-4">
      <Notice tone="bad">
        {error instanceof ApiProblem ? problemText(error) : text(isKnownHere ? 'knownHere' : 'notMade')}
      </Notice>
    </div>
  );
}
