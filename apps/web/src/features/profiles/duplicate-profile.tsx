'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { duplicateProfile } from '@/lib/api/profiles';
import type { Profile } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { showToast } from '@/ui/toast-store';
import { TitleDialog } from './title-dialog';

interface DuplicateProfileProps {
  profile: Profile;
  open: boolean;
  onClose: () => void;
}

/** Makes another profile of this one's draft, photo and CV. */
export function DuplicateProfile({ profile, open, onClose }: DuplicateProfileProps) {
  const text = useTranslations('profiles');
  const problemText = useProblemText();
  const client = useQueryClient();
  const duplicate = useMutation({
    mutationFn: (title: string) => duplicateProfile(profile.id, title),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.profiles, exact: true });
      showToast({ tone: 'good', message: text('duplicated') });
      onClose();
    },
  });
  return (
    <TitleDialog
      open={open}
      onClose={onClose}
      heading={text('duplicateTitle')}
      body={text('duplicateBody')}
      confirm={text('duplicateConfirm')}
      initial={text('duplicateName', { title: profile.title }).slice(0, 120)}
      busy={duplicate.isPending}
      problem={duplicate.error && problemText(duplicate.error)}
      onSubmit={(title) => duplicate.mutate(title)}
    />
  );
}
