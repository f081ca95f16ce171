import '@/app/styles/globals.css';
import type { Metadata, Viewport } from 'next';
import { asLocale, localePath, locales } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { themeScript } from '@/lib/theme';

interface LocaleProps {
  params: Promise<{ locale: string }>;
}

export const dynamicParams = false;

/** One copy of every page per language. */
export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#121316' },
  ],
};

/** Title, description and icon that pages inherit. */
export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const text = translatorOf(locale, 'common');
  return {
    title: { default: text('siteTitle'), template: `%s · Canar` },
    description: text('siteDescription'),
    icons: { icon: '/favicon.svg', apple: '/icons/apple-touch-icon.png' },
    manifest: '/manifest.webmanifest',
    alternates: { languages: Object.fromEntries(locales.map((other) => [other, localePath(other, '/')])) },
  };
}

/** The document: language, fonts, and the theme set before the first paint. */
export default async function LocaleLayout({ children, params }: LocaleProps & { children: React.ReactNode }) {
  const locale = asLocale((await params).locale);
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
