'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { useStatistics } from '@/signed-in/api/get-statistics';
import { localePath } from '@/i18n/locales';

const days = 30;

/** How often a published page was opened lately, with the way to the whole of it. Says nothing until it is known. */
export function CardViews({ profileId }: { profileId: string }) {
  const text = useTranslations('profiles');
  const locale = useSiteLocale();
  const statistics = useStatistics(profileId, days).data;
  if (!statistics) return null;
  return (
    <Link
      href={localePath(locale, `/statistics/?profile=${profileId}`)}
      className="figures relative underline decoration-hairline underline-offset-3 hover:text-ink hover:decoration-current"
    >
      {text('views', { count: statistics.totals.views, days })}
    </Link>
  );
}
