import { ChevronDown } from 'lucide-react';
import { localeNames, type Locale } from '@/i18n/locales';
import { LanguageLinks } from './language-links';

/** The language of this page, and behind it the other ones. Works without scripts. */
export function LanguageMenu({ locale, path, className }: { locale: Locale; path: string; className?: string }) {
  return (
    <details className={`group relative ${className ?? ''}`}>
      <summary className="flex list-none items-center gap-1 rounded-control px-3 py-2 text-sm hover:bg-sunken">
        {localeNames[locale]}
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden="true" className="group-open:rotate-180" />
      </summary>
      <div className="absolute right-0 z-20 mt-1 flex min-w-36 flex-col rounded-surface border border-hairline bg-raised p-1 shadow-float">
        <LanguageLinks locale={locale} path={path} className="rounded-control px-3 py-2 text-sm hover:bg-sunken" />
      </div>
    </details>
  );
}
