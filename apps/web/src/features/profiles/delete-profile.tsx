'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { Profile } from '@/lib/api/types';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { useDeleteProfile } from './api/delete-profile';
import { useRestoreAndReport } from './use-restore-and-report';

interface DeleteProfileProps {
  profile: Profile;
  open: boolean;
  onClose: () => void;
}

/** Moves a profile to the trash after asking. */
export function DeleteProfile({ profile, open, onClose }: DeleteProfileProps) {
  const text = useTranslations('profiles');
  const problemText = useProblemText();
  const restore = useRestoreAndReport();
  const remove = useDeleteProfile(profile.id, {
    onSuccess: () => {
      const action = { label: text('undelete'), run: () => restore.run(profile) };
      showToast({ tone: 'good', message: text('deleted'), action });
      onClose();
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={text('deleteTitle', { title: profile.title })}
      body={text('deleteBody')}
      confirm={text('deleteConfirm')}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  );
}
