import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { ServiceArticle } from './service-article';
import { StatusTable } from './status-table';

/** Whether everything works right now. */
export function StatusPage({ locale }: { locale: Locale }) {
  const { status } = messagesOf(locale).legal;
  return (
    <ServiceArticle title={status.title} lead={status.lead}>
      <StatusTable locale={locale} text={status} />
    </ServiceArticle>
  );
}
