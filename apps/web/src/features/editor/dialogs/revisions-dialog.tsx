'use client';

import { withItemIds, type ProfileDocument } from '@canar/profile-document';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/features/session/use-problem-text';
import { useSiteLocale } from '@/features/session/use-site-locale';
import { restoreRevision } from '@/lib/api/drafts';
import { formatMoment } from '@/lib/format';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Status } from '@/ui/status';
import { SkeletonLines } from '@/ui/skeleton';
import { showToast } from '@/ui/toast-store';
import { newItemId } from '../model/item-id';
import { useEditor } from '../store/editor-context';
import { useRevisions } from '../use-revisions';

/** All saved edits; any of them can be put into the draft, free, and taken back with undo. */
export function RevisionsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('editor.revisions');
  const common = useTranslations('common');
  const locale = useSiteLocale();
  const revisions = useRevisions();
  const restore = useRestore(onClose);
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={text('title')}>
      {revisions.isPending && <SkeletonLines lines={3} label={common('loading')} />}
      {revisions.data?.revisions.length === 0 && <p className="text-muted">{text('empty')}</p>}
      <ul className="max-h-[60dvh] divide-y divide-hairline overflow-y-auto">
        {revisions.data?.revisions.map(({ id, number, createdAt, undone }) => (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="figures grow">
              <p className="flex items-center gap-2 font-medium">
                {text('number', { number })} {undone && <Status>{text('undone')}</Status>}
              </p>
              <p className="text-sm text-muted">{formatMoment(locale, createdAt)}</p>
            </div>
            <Button size="small" busy={restore.isPending} onClick={() => restore.mutate(number)}>
              {text('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function useRestore(onDone: () => void) {
  const text = useTranslations('editor.revisions');
  const problemText = useProblemText();
  const { store, profileId } = useEditor();
  return useMutation({
    mutationFn: async (number: number) => {
      await store.flush();
      const { data, etag } = await restoreRevision(profileId, number, store.current().sync.etag);
      store.adopt({ document: withItemIds(data.document as ProfileDocument, newItemId), etag: etag ?? '' });
      return number;
    },
    onSuccess: (number) => {
      showToast({ tone: 'good', message: text('restored', { number }) });
      onDone();
    },
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
}
