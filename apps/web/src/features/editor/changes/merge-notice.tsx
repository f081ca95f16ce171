'use client';

import type { DocumentChange } from '@canar/profile-document';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/ui/overlay/dialog';
import { showToast } from '@/ui/overlay/toast-store';
import { useEditorState } from '../store/editor-context';
import { useSectionTitles } from '@/signed-in/document/use-section-titles';
import { ChangeList } from './change-list';

/** Reports what a merge brought in from another tab or device, and shows it on request. */
export function MergeNotice() {
  const text = useTranslations('editor.merged');
  const titles = useSectionTitles();
  const merged = useEditorState((snapshot) => snapshot.merged);
  const reported = useRef<readonly DocumentChange[] | null>(null);
  const [opened, setOpened] = useState<readonly DocumentChange[] | null>(null);
  useEffect(() => {
    if (!merged || merged.length === 0 || merged === reported.current) return;
    const sections = titles([...new Set(merged.map(({ place }) => place.section))]);
    reported.current = merged;
    showToast({
      tone: 'good',
      message: text('done', { sections }),
      action: { label: text('look'), run: () => setOpened(merged) },
    });
  }, [merged, text, titles]);
  return (
    <Dialog
      open={opened !== null}
      onOpenChange={() => setOpened(null)}
      title={text('title')}
      description={text('body')}
    >
      <ChangeList changes={opened ?? []} />
    </Dialog>
  );
}
