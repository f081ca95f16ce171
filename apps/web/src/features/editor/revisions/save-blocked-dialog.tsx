'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';

interface SaveBlockedDialogProps {
  reason: 'plan' | 'credits' | null;
  cost: number;
  balance: number;
  onClose: () => void;
}

/** Why an edit cannot be saved now, and the way on; the draft is safe. */
export function SaveBlockedDialog({ reason, cost, balance, onClose }: SaveBlockedDialogProps) {
  const text = useTranslations('editor.save');
  const locale = useSiteLocale();
  const plan = reason === 'plan';
  return (
    <Dialog
      open={reason !== null}
      onOpenChange={(open) => !open && onClose()}
      title={text(plan ? 'needsPlan' : 'needsCredits')}
      description={plan ? text('needsPlanBody') : text('needsCreditsBody', { cost, balance })}
    >
      <DialogActions>
        <Button asChild look="main">
          <Link href={localePath(locale, plan ? '/plans/' : '/credits/')}>{text(plan ? 'seePlans' : 'topUp')}</Link>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
