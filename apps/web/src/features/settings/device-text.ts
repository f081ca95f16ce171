'use client';

import { useTranslations } from 'use-intl';

/** Names a device by its browser and system, as far as they are known. */
export function useDeviceText(): (device: { browser: string | null; system: string | null }) => string {
  const text = useTranslations('settings.sessions');
  return ({ browser, system }) =>
    browser && system ? text('device', { browser, system }) : (browser ?? system ?? text('unknownDevice'));
}
