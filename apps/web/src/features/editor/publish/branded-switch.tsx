'use client';

import { useTranslations } from 'use-intl';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { Switch } from '@/ui/form/switch';

interface BrandedSwitchProps {
  branded: boolean;
  onChange: (branded: boolean) => void;
}

/** Whether the page says "Made with Canar"; a plan with the feature may leave it out, every plan may say it again. */
export function BrandedSwitch({ branded, onChange }: BrandedSwitchProps) {
  const text = useTranslations('editor.publish');
  const mayLeaveOut = useSubscription().data?.features.includes('unbranded') ?? false;
  return (
    <Switch
      label={text('branded')}
      hint={mayLeaveOut ? undefined : text('brandedHint')}
      disabled={branded && !mayLeaveOut}
      checked={branded}
      onChange={onChange}
    />
  );
}
