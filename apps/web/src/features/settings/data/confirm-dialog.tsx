'use client';

import { Dialog } from '@/ui/overlay/dialog';
import { ConfirmIdentity } from '../confirm-identity';
import type { ProofMethod } from '../use-step-up';

interface ConfirmDialogProps {
  title: string;
  method: ProofMethod;
  onConfirmed: () => void;
  onClose: () => void;
}

/** Asks in a dialog for the proof that it is still the person. */
export function ConfirmDialog({ title, method, onConfirmed, onClose }: ConfirmDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <ConfirmIdentity method={method} onConfirmed={onConfirmed} />
    </Dialog>
  );
}
