'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Imported } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/overlay/confirm-dialog';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { openCount } from './review';
import { ReviewPanes } from './review-panes';
import { type ReviewSteps, useReview } from './use-review';

interface ImportReviewDialogProps {
  /** null while there is nothing to review: the dialog shows what leads to it */
  imported: Imported | null;
  before?: { title: string; description: string; content: React.ReactNode };
  /** takes the reviewed document into the draft */
  onUse: (document: ProfileDocument) => void;
  onCancel: () => void;
}

/** What was read of a file, beside the file: its owner checks and corrects it before it becomes the draft. */
export function ImportReviewDialog({ imported, before, onUse, onCancel }: ImportReviewDialogProps) {
  const text = useTranslations('editor.review');
  const [changed, setChanged] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const cancel = () => (changed ? setLeaving(true) : onCancel());
  return (
    <Dialog
      open
      onOpenChange={cancel}
      title={imported ? text('title') : before?.title}
      description={imported ? text('body') : before?.description}
      size={!imported ? 'regular' : imported.lines.length > 0 ? 'full' : 'wide'}
    >
      {imported ? (
        <ImportReview imported={imported} onChanged={setChanged} onUse={onUse} onCancel={cancel} />
      ) : (
        before?.content
      )}
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={text('leave.title')}
        body={text('leave.body')}
        confirm={text('leave.confirm')}
        danger
        onConfirm={onCancel}
      />
    </Dialog>
  );
}

interface ImportReviewProps {
  imported: Imported;
  onChanged: (changed: boolean) => void;
  onUse: (document: ProfileDocument) => void;
  onCancel: () => void;
}

function ImportReview({ imported, onChanged, onUse, onCancel }: ImportReviewProps) {
  const steps = useReview(imported);
  useEffect(() => onChanged(steps.changed), [onChanged, steps.changed]);
  return (
    <>
      <ReviewPanes imported={imported} steps={steps} />
      <ReviewActions steps={steps} onUse={() => onUse(steps.review.document)} onCancel={onCancel} />
    </>
  );
}

interface ReviewActionsProps {
  steps: ReviewSteps;
  onUse: () => void;
  onCancel: () => void;
}

function ReviewActions({ steps: { review, changed, undo }, onUse, onCancel }: ReviewActionsProps) {
  const text = useTranslations('editor');
  const common = useTranslations('common');
  const { leftovers } = openCount(review);
  return (
    <DialogActions>
      {leftovers > 0 && (
        <p className="grow basis-full self-center sm:basis-0 text-xs text-muted">
          {text('review.remaining', { count: leftovers })}
        </p>
      )}
      {changed && (
        <Button look="bare" onClick={undo}>
          <Undo2 aria-hidden size={16} strokeWidth={1.5} />
          {text('undo')}
        </Button>
      )}
      <Button onClick={onCancel}>{common('cancel')}</Button>
      <Button look="main" onClick={onUse}>
        {text('import.use')}
      </Button>
    </DialogActions>
  );
}
