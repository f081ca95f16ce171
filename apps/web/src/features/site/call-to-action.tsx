import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { buttonClass } from '@/ui/button-class';
import { BirdMark } from '@/ui/bird-mark';

/** The last word of the landing page. */
export function CallToAction({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.callToAction');
  return (
    <section className="mx-auto max-w-6xl px-4 pt-28 text-center sm:px-8">
      <BirdMark size={48} className="mx-auto" />
      <h2 className="mt-4 text-2xl sm:text-3xl">{text('title')}</h2>
      <p className="mt-3 text-muted">{text('body')}</p>
      <a href={localePath(locale, '/sign-up/')} className={`${buttonClass({ look: 'solid', size: 'large' })} mt-6`}>
        {translatorOf(locale, 'common')('createAccount')}
      </a>
    </section>
  );
}
