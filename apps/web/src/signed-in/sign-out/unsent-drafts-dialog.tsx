'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { useEndSession } from '../api/sign-out';
import type { StoredDraft } from '../drafts/local-draft';
import { sendLocalDrafts, UnsettledConflict } from '../drafts/send-local-drafts';
import { useProblemText } from '../use-problem-text';

interface UnsentDraftsDialogProps {
  drafts: readonly StoredDraft[];
  onClose: () => void;
}

/** Asks what becomes of unsent drafts before signing out: send them, leave them on this device, or discard them. */
export function UnsentDraftsDialog({ drafts, onClose }: UnsentDraftsDialogProps) {
  const text = useTranslations('account.unsent');
  const problemText = useProblemText();
  const end = useEndSession();
  const send = useMutation({
    mutationFn: () => sendLocalDrafts(drafts),
    onSuccess: (all) => end.mutate(all ? 'discard' : 'keep'),
  });
  const busy = send.isPending || end.isPending || end.isSuccess;
  const error = send.error ?? end.error;
  const profiles = new Set(drafts.map(({ profileId }) => profileId)).size;
  return (
    <Dialog open onOpenChange={onClose} title={text('title')} description={text('body', { count: profiles })}>
      <p className="text-sm text-muted">{text('keepNote')}</p>
      {error && (
        <Notice tone="bad">{error instanceof UnsettledConflict ? text('conflict') : problemText(error)}</Notice>
      )}
      <DialogActions>
        <Button look="danger" disabled={busy} onClick={() => end.mutate('discard')}>
          {text('discard')}
        </Button>
        <Button disabled={busy} onClick={() => end.mutate('keep')}>
          {text('keep')}
        </Button>
        <Button look="main" busy={busy} onClick={() => send.mutate()}>
          {text('send')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
