'use client';

import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { clearDevice } from '@/signed-in/api/sign-out';
import { LoadFailure } from '@/signed-in/load-failure';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { Skeleton } from '@/ui/skeleton';
import { type AccountDeletion, requestDeletion, useAccountDeletion } from '../api/account-deletion';
import { ConfirmIdentity } from '../confirm-identity';
import { useStepUp } from '../use-step-up';

/** Says what is lost with the account and deletes it; it asks for a proof first when the sign-in is not recent. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('settings.leave');
  const locale = useSiteLocale();
  const { data: user } = useUser();
  const deletion = useAccountDeletion();
  const { method, error, busy, act } = useStepUp(async () => {
    await requestDeletion();
    await clearDevice(user?.id, 'discard');
    window.location.assign(localePath(locale, '/'));
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text('question')}>
      {method && <ConfirmIdentity method={method} onConfirmed={() => void act()} />}
      {!method && deletion.isPending && <Skeleton className="h-40" />}
      {!method && deletion.error && <LoadFailure error={deletion.error} onRetry={() => void deletion.refetch()} />}
      {!method && deletion.data && (
        <Question deletion={deletion.data} busy={busy} error={error} onDelete={() => void act()} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface QuestionProps {
  deletion: AccountDeletion;
  busy: boolean;
  error: unknown;
  onDelete: () => void;
  onClose: () => void;
}

function Question({ deletion, busy, error, onDelete, onClose }: QuestionProps) {
  const text = useTranslations('settings.leave');
  const common = useTranslations('common');
  const problemText = useProblemText();
  return (
    <>
      <Losses losses={deletion.losses} />
      <p className="mt-4 text-sm">{text('then', { days: deletion.graceDays })}</p>
      <p className="mt-3 text-sm text-muted">{text('stored', { days: deletion.retentionDays })}</p>
      {Boolean(error) && (
        <div className="mt-4">
          <Notice tone="bad">{problemText(error)}</Notice>
        </div>
      )}
      <DialogActions>
        <Button look="bare" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button look="danger" busy={busy} onClick={onDelete}>
          {text('confirm')}
        </Button>
      </DialogActions>
    </>
  );
}

function Losses({ losses }: { losses: AccountDeletion['losses'] }) {
  const text = useTranslations('settings.leave');
  const locale = useSiteLocale();
  const { profiles, publishedPages, credits, subscription } = losses;
  return (
    <div className="text-sm">
      <p>{text('lost')}</p>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>{text('profiles', { count: profiles })}</li>
        <li>{text('pages', { count: publishedPages })}</li>
        <li>{text('credits', { count: credits })}</li>
        {subscription && (
          <li>{text('subscription', { plan: subscription.plan, day: formatDay(locale, subscription.until) })}</li>
        )}
      </ul>
    </div>
  );
}
