import { legalVersions } from '@canar/api-client';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { formatDate } from '@/lib/format';
import { Notice } from '@/ui/notice';
import { SellerCard } from './seller-card';
import { Paragraphs, ServiceArticle } from './service-article';

/** The texts that bind seller and buyer. */
export type LegalDocument = 'terms' | 'privacy' | 'refunds';

/** One of them: its sections one after the other, then who sells. It says that it is a draft for the operator's lawyer. */
export function LegalPage({ locale, document }: { locale: Locale; document: LegalDocument }) {
  const { legal } = messagesOf(locale);
  const { title, lead, sections } = legal[document];
  const version = document === 'refunds' ? legalVersions.terms : legalVersions[document];
  return (
    <ServiceArticle title={title} lead={lead}>
      <p className="mt-2 mb-6 text-sm text-muted">
        {translatorOf(locale, 'legal')('version', { date: formatDate(locale, version) })}
      </p>
      <Notice title={legal.draft.title}>{legal.draft.body}</Notice>
      {Object.entries(sections).map(([key, section]) => (
        <section key={key} className="mt-10">
          <h2 id={key} className="text-xl">
            {section.title}
          </h2>
          <Paragraphs text={section.body} />
        </section>
      ))}
      <SellerCard text={legal.seller} />
    </ServiceArticle>
  );
}
