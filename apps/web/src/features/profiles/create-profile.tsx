'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { useCreateProfile } from './api/create-profile';
import { TitleDialog } from './title-dialog';

/** Creates a profile and opens it in the editor. */
export function CreateProfile({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const text = useTranslations('profiles');
  const problemText = useProblemText();
  const router = useRouter();
  const locale = useSiteLocale();
  const create = useCreateProfile(({ id }) => router.push(localePath(locale, `/edit/?profile=${id}`)));
  return (
    <TitleDialog
      open={open}
      onClose={() => onOpenChange(false)}
      heading={text('createTitle')}
      body={text('createBody')}
      confirm={text('createConfirm')}
      initial=""
      busy={create.isPending || create.isSuccess}
      problem={create.error && problemText(create.error)}
      onSubmit={(title) => create.mutate(title)}
    />
  );
}
