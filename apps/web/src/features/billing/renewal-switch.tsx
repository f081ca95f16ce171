'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { Subscription } from '@/lib/api/types';
import { Switch } from '@/ui/form/switch';
import { showToast } from '@/ui/overlay/toast-store';
import { useSwitchRenewal } from './api/switch-renewal';

/** Switches automatic renewal off and on, while there is a consent to debit and the plan is not cancelled. */
export function RenewalSwitch({ subscription: { status, autoRenew } }: { subscription: Subscription }) {
  const text = useTranslations('billing.autoRenew');
  const problemText = useProblemText();
  const renewal = useSwitchRenewal({
    onSuccess: (isOn) => showToast({ tone: 'good', message: text(isOn ? 'on' : 'off') }),
    onError: (error) => showToast({ tone: 'bad', message: problemText(error) }),
  });
  if (!autoRenew || (status !== 'active' && status !== 'past_due')) return null;
  return (
    <div className="mt-4 max-w-prose">
      <Switch
        label={text('label')}
        hint={text('hint')}
        checked={renewal.isPending ? renewal.variables : autoRenew.isOn}
        disabled={renewal.isPending}
        onChange={(isOn) => renewal.mutate(isOn)}
      />
    </div>
  );
}
