'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { localePath } from '@/i18n/locales';
import { queryKeys } from '@/lib/query-keys';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageTitle } from '@/ui/page-title';
import type { StoredDraft } from './api/create-draft';
import { TemplateChoice } from './template-choice';
import { useChooseTemplate } from './use-choose-template';

/** The choice of a template for a new draft, or the way to the editor without one. */
export function LookChoice({ draft }: { draft: StoredDraft }) {
  const text = useTranslations('start.look');
  const problemText = useProblemText();
  const router = useRouter();
  const locale = useSiteLocale();
  const client = useQueryClient();
  const open = () => {
    void client.invalidateQueries({ queryKey: queryKeys.profiles });
    router.push(localePath(locale, `/edit/?profile=${draft.profileId}`));
  };
  const choose = useChooseTemplate(draft, open);
  return (
    <>
      <PageTitle title={text('title')}>
        <Button onClick={open}>{text('later')}</Button>
      </PageTitle>
      <p className="-mt-5 text-muted">{text('lead')}</p>
      {choose.error && (
        <div className="mt-4">
          <Notice tone="bad">{problemText(choose.error)}</Notice>
        </div>
      )}
      <TemplateChoice
        document={draft.document}
        disabled={choose.isPending || choose.isSuccess}
        onChoose={(template) => choose.mutate(template)}
      />
    </>
  );
}
