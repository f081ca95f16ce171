'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../button';
import { Dialog, DialogActions } from './dialog';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  body: React.ReactNode;
  confirm: string;
  keep?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
}

/** Asks once before something that is not easily taken back, and says what follows. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  body,
  confirm,
  keep,
  danger,
  busy,
  onConfirm,
}: ConfirmDialogProps) {
  const text = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={body}>
      <DialogActions>
        <Button look="bare" onClick={() => onOpenChange(false)}>
          {keep ?? text('cancel')}
        </Button>
        <Button look={danger ? 'danger' : 'solid'} busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
