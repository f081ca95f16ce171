import type { Locale } from '@/i18n/locales';
import { SampleProfile } from './sample-profile';

/** The sample profile as a sheet, smaller than life and cut at the foot; a picture, so it is out of the way of keyboard and reader. */
export function SampleSheet({ locale, label }: { locale: Locale; label: string }) {
  return (
    <figure
      aria-label={label}
      role="img"
      className="relative h-[30rem] overflow-hidden rounded-surface shadow-float sm:h-[38rem]"
    >
      <div inert aria-hidden className="w-[calc(100%/0.72)] origin-top-left scale-[0.72]">
        <SampleProfile locale={locale} template="classic" />
      </div>
    </figure>
  );
}
