'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { Profile } from '@/lib/api/types';
import { useChangeProfile } from './api/change-profile';
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
  const rename = useChangeProfile(profile.id, onClose);
  return (
    <TitleDialog
      open={open}
      onClose={onClose}
      heading={text('renameTitle')}
      confirm={text('renameConfirm')}
      initial={profile.title}
      busy={rename.isPending}
      problem={rename.error && problemText(rename.error)}
      onSubmit={(title) => rename.mutate({ title })}
    />
  );
}
