'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { z } from 'zod/mini';
import { useProblemText } from '@/signed-in/use-problem-text';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { Field } from '@/ui/form/field';
import { PasswordInput } from '@/ui/form/password-input';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { useChangePassword } from './api/change-password';

/** The shortest password that the API accepts. */
const minPassword = 8;

const schema = z.object({
  currentPassword: z.string().check(z.minLength(1)),
  password: z.string().check(z.refine((password) => [...password].length >= minPassword)),
});

/** The dialog for another password. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('settings.password');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text('change')} description={text('changeBody')}>
      <ChangeForm onClose={onClose} />
    </Dialog>
  );
}

function ChangeForm({ onClose }: { onClose: () => void }) {
  const text = useTranslations('settings.password');
  const problemText = useProblemText();
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { currentPassword: '', password: '' },
  });
  const change = useChangePassword(() => {
    showToast({ tone: 'good', message: text('changed') });
    onClose();
  });
  const { current, weak, other } = faultsOf(change.error);
  const looks = { show: text('show'), hide: text('hide') };
  const currentFault = formState.errors.currentPassword ? text('currentMissing') : current && problemText(current);
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((body) => change.mutate(body))(event)}>
      <div className="flex flex-col gap-5">
        <Field label={text('current')} error={currentFault}>
          <PasswordInput text={looks} autoComplete="current-password" {...register('currentPassword')} />
        </Field>
        <Field label={text('new')} hint={text('hint')} error={formState.errors.password ? text('tooShort') : weak}>
          <PasswordInput text={looks} autoComplete="new-password" {...register('password')} />
        </Field>
        {other && <Notice tone="bad">{problemText(other)}</Notice>}
      </div>
      <DialogActions>
        <Button type="submit" look="main" busy={change.isPending}>
          {text('submit')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** A refusal, by the field that it speaks of. */
function faultsOf(error: Error | null): { current?: Error; weak?: string; other?: Error } {
  if (!error) return {};
  if (!(error instanceof ApiProblem)) return { other: error };
  if (error.code === 'password.wrong') return { current: error };
  const weak = error.errors.find(({ pointer }) => pointer === '/password')?.message;
  return weak ? { weak } : { other: error };
}
