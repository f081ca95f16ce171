'use client';

import { FileInput } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { useSections } from '../sections/use-sections';
import { useSample } from './use-sample';

const ImportDialog = lazy(() => import('./import-dialog').then((module) => ({ default: module.ImportDialog })));

/** On a profile without entries: the way in for a résumé that exists already, or a sample to write over. */
export function ImportNotice() {
  const text = useTranslations('editor.import');
  const [open, setOpen] = useState(false);
  const startFromSample = useSample();
  const empty = useSections().every(({ count }) => count === 0);
  return (
    <>
      {empty && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-surface bg-canary-soft p-4 text-sm">
          <p className="min-w-40 grow">
            <strong className="font-medium">{text('noticeTitle')}</strong>
            <br />
            {text('noticeBody')}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button look="solid" onClick={() => setOpen(true)}>
              <FileInput aria-hidden size={16} strokeWidth={1.5} />
              {text('open')}
            </Button>
            <Button onClick={() => void startFromSample()}>{text('sample')}</Button>
          </div>
        </div>
      )}
      <Suspense>{open && <ImportDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
