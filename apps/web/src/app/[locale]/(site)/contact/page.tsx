import type { Metadata } from 'next';
import { ContactPage } from '@/features/service/contact-page';
import { languageLinks, SitePage } from '@/features/site/site-page';
import { translatorOf } from '@/i18n/catalogue';
import { asLocale } from '@/i18n/locales';

interface ContactProps {
  params: Promise<{ locale: string }>;
}

/** Title and description of the page. */
export async function generateMetadata({ params }: ContactProps): Promise<Metadata> {
  const text = translatorOf(asLocale((await params).locale), 'legal.contact');
  return { title: text('title'), description: text('description'), alternates: languageLinks('/contact/') };
}

/** How to reach the operator. */
export default async function ContactRoute({ params }: ContactProps) {
  const locale = asLocale((await params).locale);
  return (
    <SitePage locale={locale} path="/contact/">
      <ContactPage locale={locale} />
    </SitePage>
  );
}
