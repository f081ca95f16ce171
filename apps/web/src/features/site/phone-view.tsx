import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { SampleProfile } from './sample-profile';

/** What the public page looks like on a phone, and what it leaves out. */
export function PhoneView({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.phone');
  return (
    <section
      className="mx-auto grid max-w-6xl items-center gap-x-16 gap-y-10 px-4 pt-28 sm:px-8 md:grid-cols-2"
      aria-labelledby="phone"
    >
      <div
        role="img"
        aria-label={text('frame')}
        className="mx-auto h-[34rem] w-[18rem] overflow-hidden rounded-[2.25rem] border-[6px] border-ink bg-raised shadow-float max-md:order-2 dark:border-hairline"
      >
        <div inert aria-hidden className="w-[calc(100%/0.75)] origin-top-left scale-75">
          <SampleProfile locale={locale} template="modern" />
        </div>
      </div>
      <div>
        <h2 id="phone" className="text-2xl sm:text-3xl">
          {text('title')}
        </h2>
        <p className="mt-4 max-w-prose text-muted">{text('body')}</p>
        <p className="mt-4 max-w-prose">{text('privacy')}</p>
        <a className="link mt-5 inline-block" href={localePath(locale, '/sample/')}>
          {translatorOf(locale, 'site.hero')('open')}
        </a>
      </div>
    </section>
  );
}
