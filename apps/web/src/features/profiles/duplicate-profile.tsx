'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { Profile } from '@/lib/api/types';
import { showToast } from '@/ui/overlay/toast-store';
import { useDuplicateProfile } from './api/duplicate-profile';
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
  const done = () => {
    showToast({ tone: 'good', message: text('duplicated') });
    onClose();
  };
  const duplicate = useDuplicateProfile(profile.id, done);
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
