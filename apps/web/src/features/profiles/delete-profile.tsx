'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { deleteProfile } from '@/lib/api/profiles';
import type { Profile } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { useRestoreProfile } from './use-restore-profile';
import { showToast } from '@/ui/toast-store';

interface DeleteProfileProps {
  profile: Profile;
  open: boolean;
  onClose: () => void;
}

/** Moves a profile to the trash after asking. */
export function DeleteProfile({ profile, open, onClose }: DeleteProfileProps) {
  const text = useTranslations('profiles');
  const problemText = useProblemText();
  const client = useQueryClient();
  const restore = useRestoreProfile();
  const remove = useMutation({
    mutationFn: () => deleteProfile(profile.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
      void client.invalidateQueries({ queryKey: queryKeys.trash });
      const action = { label: text('undelete'), run: () => restore.mutate(profile) };
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
