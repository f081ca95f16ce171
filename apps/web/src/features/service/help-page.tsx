import { messagesOf } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';
import { ServiceArticle } from './service-article';

/** Short answers for each part of the product; each part can be linked. */
export function HelpPage({ locale }: { locale: Locale }) {
  const { title, lead, contents, sections, more, contact } = messagesOf(locale).help;
  return (
    <ServiceArticle title={title} lead={lead}>
      <nav aria-label={contents} className="mt-6 flex flex-wrap gap-x-5 gap-y-2">
        {Object.entries(sections).map(([key, section]) => (
          <a key={key} className="link" href={`#${key}`}>
            {section.title}
          </a>
        ))}
      </nav>
      {Object.entries(sections).map(([key, section]) => (
        <section key={key} id={key} aria-labelledby={`${key}-title`} className="mt-12 scroll-mt-6">
          <h2 id={`${key}-title`} className="text-xl">
            {section.title}
          </h2>
          <dl className="mt-2">
            {Object.values(section.items).map(({ q, a }) => (
              <div key={q} className="border-b border-hairline py-4">
                <dt className="font-medium">{q}</dt>
                <dd className="mt-1 max-w-prose text-muted">{a}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="mt-12">
        {more}{' '}
        <a className="link" href={localePath(locale, '/contact/')}>
          {contact}
        </a>
      </p>
    </ServiceArticle>
  );
}
