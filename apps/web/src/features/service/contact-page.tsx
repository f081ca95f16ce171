import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { SellerCard } from './seller-card';
import { Paragraphs, ServiceArticle } from './service-article';

/** How to reach the people who run the site. */
export function ContactPage({ locale }: { locale: Locale }) {
  const { contact, seller } = messagesOf(locale).legal;
  return (
    <ServiceArticle title={contact.title} lead={contact.lead}>
      <SellerCard text={seller} />
      {[contact.support, contact.security, contact.grievance].map(({ title, body }) => (
        <section key={title} className="mt-10">
          <h2 className="text-xl">{title}</h2>
          <Paragraphs text={body} />
        </section>
      ))}
    </ServiceArticle>
  );
}

/** Who runs the site. */
export function ImprintPage({ locale }: { locale: Locale }) {
  const { imprint, seller } = messagesOf(locale).legal;
  return (
    <ServiceArticle title={imprint.title} lead={imprint.lead}>
      <SellerCard text={seller} />
      <p className="mt-8 text-muted">{imprint.licence}</p>
    </ServiceArticle>
  );
}
