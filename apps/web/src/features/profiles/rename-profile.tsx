'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { renameProfile } from '@/lib/api/profiles';
import type { Profile } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { TitleDialog } from './title-dialog';

interface RenameProfileProps {
  profile: Profile;
  open: boolean;
  onClose: () => void;
}

/** Gives a profile another title. */
export function RenameProfile({ profile, open, onClose }: RenameProfileProps) {
  const text = useTranslations('profiles');
  const problemText = useProblemText();
  const client = useQueryClient();
  const rename = useMutation({
    mutationFn: (title: string) => renameProfile(profile.id, title),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
      onClose();
    },
  });
  return (
    <TitleDialog
      open={open}
      onClose={onClose}
      heading={text('renameTitle')}
      confirm={text('renameConfirm')}
      initial={profile.title}
      busy={rename.isPending}
      problem={rename.error && problemText(rename.error)}
      onSubmit={(title) => rename.mutate(title)}
    />
  );
}
