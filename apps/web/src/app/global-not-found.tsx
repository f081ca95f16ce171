import '@/app/styles/globals.css';
import type { Metadata } from 'next';
import { translatorOf } from '@/i18n/catalogue';
import { localePath, locales } from '@/i18n/locales';
import { themeScript } from '@/lib/theme';
import { BirdMark } from '@/ui/bird-mark';

export const metadata: Metadata = { title: 'Canar · 404', robots: { index: false }, icons: { icon: '/favicon.svg' } };

/** The answer for an unknown address. One file serves every language, so it speaks all of them. */
export default function NotFound() {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body className="grid place-items-center p-8">
        <main className="max-w-lg">
          <BirdMark size={56} />
          {locales.map((locale, index) => {
            const text = translatorOf(locale, 'common.notFound');
            const Title = index === 0 ? 'h1' : 'h2';
            return (
              <div key={locale} lang={locale} className="mt-8">
                <Title className={index === 0 ? 'text-3xl' : 'text-xl'}>{text('title')}</Title>
                <p className="mt-2 text-muted">{text('body')}</p>
                <a className="link mt-3 inline-block" href={localePath(locale, '/')}>
                  {text('home')}
                </a>
              </div>
            );
          })}
        </main>
      </body>
    </html>
  );
}
