'use client';

import type { DocumentChange } from '@canar/profile-document';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/ui/dialog';
import { showToast } from '@/ui/toast-store';
import { useEditorState } from '../store/editor-context';
import { useSectionTitles } from '../sections/use-section-titles';
import { ChangeList } from './change-list';

/** Tells what a merge brought in from another tab or device, and shows it on request. */
export function MergeNotice() {
  const text = useTranslations('editor.merged');
  const titles = useSectionTitles();
  const merged = useEditorState((snapshot) => snapshot.merged);
  const told = useRef<readonly DocumentChange[] | null>(null);
  const [shown, setShown] = useState<readonly DocumentChange[] | null>(null);
  useEffect(() => {
    if (!merged || merged.length === 0 || merged === told.current) return;
    const sections = titles([...new Set(merged.map(({ place }) => place.section))]);
    told.current = merged;
    showToast({
      tone: 'good',
      message: text('done', { sections }),
      action: { label: text('look'), run: () => setShown(merged) },
    });
  }, [merged, text, titles]);
  return (
    <Dialog open={shown !== null} onOpenChange={() => setShown(null)} title={text('title')} description={text('body')}>
      <ChangeList changes={shown ?? []} />
    </Dialog>
  );
}
