import { QueryClientProvider } from '@tanstack/react-query';
import { render, renderHook } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { makeQueryClient } from '@/signed-in/make-query-client';
import { LocaleContext } from '@/signed-in/use-site-locale';
import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import { currentToasts, dismissToast } from '@/ui/overlay/toast-store';
import { Toaster } from '@/ui/overlay/toaster';

afterEach(() => currentToasts().forEach(({ id }) => dismissToast(id)));

/** What surrounds a component on a signed-in page: messages, query client, toasts. */
export function pageWrapper(locale: Locale = 'en') {
  const client = makeQueryClient();
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <LocaleContext value={locale}>
      <IntlProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
        <QueryClientProvider client={client}>
          {children}
          <Toaster />
        </QueryClientProvider>
      </IntlProvider>
    </LocaleContext>
  );
  return { client, wrapper };
}

/** Renders a component as it stands on a signed-in page. */
export function renderPage(ui: React.ReactNode, locale?: Locale) {
  const { client, wrapper } = pageWrapper(locale);
  return { client, ...render(ui, { wrapper }) };
}

/** Runs a hook as it runs on a signed-in page. */
export function renderPageHook<T>(hook: () => T, locale?: Locale) {
  const { client, wrapper } = pageWrapper(locale);
  return { client, ...renderHook(hook, { wrapper }) };
}
