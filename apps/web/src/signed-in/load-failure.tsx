'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from './use-problem-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** Something could not be loaded: why, and another try. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const common = useTranslations('common');
  const problemText = useProblemText();
  return (
    <Notice
      tone="bad"
      action={
        <Button size="small" onClick={onRetry}>
          {common('retry')}
        </Button>
      }
    >
      {problemText(error)}
    </Notice>
  );
}
