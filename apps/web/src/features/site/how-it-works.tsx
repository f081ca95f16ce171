import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { EditorMiniature, ImportMiniature, ShareMiniature } from './miniatures';

const steps = [
  { key: 'bring', Picture: ImportMiniature },
  { key: 'write', Picture: EditorMiniature },
  { key: 'share', Picture: ShareMiniature },
] as const;

/** How it works, in three steps, each with the piece of the product it speaks of. */
export function HowItWorks({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.howItWorks');
  return (
    <section className="mx-auto max-w-6xl px-4 pt-28 sm:px-8" aria-labelledby="steps">
      <h2 id="steps" className="max-w-2xl text-2xl sm:text-3xl">
        {text('title')}
      </h2>
      <ol className="mt-12 grid gap-x-10 gap-y-12 lg:grid-cols-3">
        {steps.map(({ key, Picture }, index) => (
          <li key={key} className="grid items-center gap-x-10 gap-y-6 sm:max-lg:grid-cols-2 lg:content-start">
            <div className="grid min-h-64 place-items-center rounded-surface bg-sunken p-5">
              <Picture locale={locale} />
            </div>
            <div>
              <h3 className="flex gap-3 text-xl">
                <span aria-hidden className="figures text-muted">
                  {index + 1}
                </span>
                {text(`${key}.title`)}
              </h3>
              <p className="mt-2 text-muted">{text(`${key}.body`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
