import { Plus } from 'lucide-react';
import type { Locale } from '@/i18n/locales';
import { messagesOf, translatorOf } from '@/i18n/catalogue';

/** Questions about money and privacy, each answered in place; works without scripts. */
export function Faq({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.faq');
  const items = Object.entries(messagesOf(locale).site.faq.items);
  return (
    <section
      className="mx-auto grid max-w-6xl gap-x-16 gap-y-8 px-4 pt-28 sm:px-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
      aria-labelledby="questions"
    >
      <h2 id="questions" className="text-2xl sm:text-3xl">
        {text('title')}
      </h2>
      <div className="border-t border-hairline">
        {items.map(([key, { q, a }]) => (
          <details key={key} className="group border-b border-hairline">
            <summary className="flex list-none items-baseline justify-between gap-4 py-4 font-medium [&::-webkit-details-marker]:hidden">
              {q}
              <Plus
                aria-hidden
                size={18}
                strokeWidth={1.5}
                className="shrink-0 self-center text-muted transition-transform group-open:rotate-45"
              />
            </summary>
            <p className="max-w-prose pb-5 text-muted">{a}</p>
          </details>
        ))}
      </div>
    </section>
  );
}
