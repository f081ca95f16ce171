import { templates } from '@canar/profile-templates';
import { clsx } from 'clsx';
import { ArrowLeft } from 'lucide-react';
import { localePath, type Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { SampleProfile } from './sample-profile';
import { SkipLink } from '@/ui/skip-link';

/** Where the sample is shown in a template. */
export function samplePath(template: string): string {
  return template === 'classic' ? '/sample/' : `/sample/${template}/`;
}

/** The sample profile at full size, with a strip to change its template. */
export function SamplePage({ locale, template }: { locale: Locale; template: string }) {
  const text = translatorOf(locale, 'site.sample');
  return (
    <>
      <SkipLink text={translatorOf(locale, 'common')('skip')} />
      <header className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-hairline px-4 py-3 text-sm sm:px-8">
        <a href={localePath(locale, '/')} className="inline-flex items-center gap-1.5">
          <ArrowLeft aria-hidden size={16} strokeWidth={1.5} />
          {text('back')}
        </a>
        <p className="mr-auto text-muted">{text('note')}</p>
        <nav aria-label={text('template')} className="flex flex-wrap gap-1">
          {templates.map(({ id, name }) => (
            <a
              key={id}
              href={localePath(locale, samplePath(id))}
              aria-current={id === template ? 'page' : undefined}
              className={clsx(
                'rounded-control px-3 py-1.5',
                id === template ? 'bg-sunken font-medium' : 'text-muted hover:text-ink',
              )}
            >
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="content">
        <SampleProfile locale={locale} template={template} />
      </main>
    </>
  );
}
