'use client';

import { useTranslations } from 'use-intl';
import { formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { showToast } from '@/ui/overlay/toast-store';
import { useUser } from './api/get-user';
import { useKeepAccount } from './api/keep-account';
import { useProblemText } from './use-problem-text';
import { useSiteLocale } from './use-site-locale';

/** Says, on every page with the header, that the account is to be erased, and lets its person keep it. */
export function LeavingNotice() {
  const text = useTranslations('account.leaving');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const eraseAt = useUser().data?.eraseAt;
  const keep = useKeepAccount(() => showToast({ tone: 'good', message: text('kept') }));
  if (!eraseAt) return null;
  return (
    <div className="mb-8">
      <Notice
        tone="bad"
        title={text('title', { day: formatDay(locale, eraseAt) })}
        action={
          <Button size="small" busy={keep.isPending} onClick={() => keep.mutate()}>
            {text('keep')}
          </Button>
        }
      >
        {keep.error ? problemText(keep.error) : text('body')}
      </Notice>
    </div>
  );
}
