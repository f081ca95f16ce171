'use client';

import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { PageTitle } from '@/ui/page-title';
import { SkeletonLines } from '@/ui/skeleton';
import { BeginningChoice } from './beginning-choice';
import { useBeginning } from './use-beginning';

// The templates are as large as the rest of the page.
const LookChoice = lazy(() => import('./look-choice').then((module) => ({ default: module.LookChoice })));

const ImportReviewDialog = lazy(() =>
  import('@/signed-in/import-review/import-review').then((module) => ({ default: module.ImportReviewDialog })),
);

/** The first page after sign-up: import with its review, sample or blank; then the templates with one's own words. */
export function StartView() {
  const text = useTranslations('start');
  const problemText = useProblemText();
  const { draft, toReview, waiting, begin, use, cancel, retry, error } = useBeginning();
  const placing = <SkeletonLines lines={6} label={text('placing')} />;
  if (draft) {
    return (
      <Suspense fallback={placing}>
        <LookChoice draft={draft} />
      </Suspense>
    );
  }
  if (waiting) return placing;
  return (
    <>
      <PageTitle title={text('title')} />
      <p className="-mt-5 mb-8 text-muted">{text('lead')}</p>
      {error !== null && (
        <div className="mb-6">
          <Notice tone="bad" action={retry && <Button onClick={retry}>{text('again')}</Button>}>
            {problemText(error)} {retry && text('retry')}
          </Notice>
        </div>
      )}
      <BeginningChoice busy={begin.isPending} onBegin={(beginning) => begin.mutate(beginning)} />
      <Suspense>
        {toReview && (
          <ImportReviewDialog
            imported={toReview}
            onUse={(document) => use.mutate(document)}
            onCancel={() => void cancel()}
          />
        )}
      </Suspense>
    </>
  );
}
