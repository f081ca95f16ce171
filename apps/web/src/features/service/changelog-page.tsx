import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { formatDate } from '@/lib/format';
import { ServiceArticle } from './service-article';

/** What has changed, newest first. */
export function ChangelogPage({ locale }: { locale: Locale }) {
  const { title, lead, entries } = messagesOf(locale).changelog;
  return (
    <ServiceArticle title={title} lead={lead}>
      {Object.entries(entries).map(([date, entry]) => (
        <section key={date} className="mt-10 border-t border-hairline pt-6">
          <time dateTime={date} className="figures text-sm text-muted">
            {formatDate(locale, date)}
          </time>
          <h2 className="mt-1 text-xl">{entry.title}</h2>
          <ul className="mt-3 flex max-w-prose list-disc flex-col gap-2 pl-5">
            {Object.values(entry.items).map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </ServiceArticle>
  );
}
