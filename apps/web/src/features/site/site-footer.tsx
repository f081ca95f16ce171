import { localePath, type Locale } from '@/i18n/locales';
import { messagesOf, translatorOf } from '@/i18n/catalogue';
import { BirdMark } from '@/ui/bird-mark';
import { ThemeChoice } from '@/ui/theme-choice';
import { LanguageLinks } from '@/ui/language-links';

/** The pages below each title of the foot. */
const groups = {
  support: ['help', 'contact', 'status', 'changelog'],
  legal: ['terms', 'privacy', 'refunds', 'imprint'],
} as const;

/** The foot of the public pages: where else to go, who answers for the site, language, theme. */
export function SiteFooter({ locale, path }: { locale: Locale; path: string }) {
  const site = translatorOf(locale, 'site.footer');
  return (
    <footer className="mt-24 border-t border-hairline text-sm text-muted">
      <div className="mx-auto grid max-w-6xl gap-x-12 gap-y-8 px-4 py-10 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto] sm:px-8">
        <div>
          <BirdMark size={22} />
          <p className="mt-3 max-w-[26rem]">
            {site('open')} {site('made')}
          </p>
          <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
            <LanguageLinks locale={locale} path={path} className="link" />
            <ThemeChoice text={messagesOf(locale).common.theme} />
          </div>
        </div>
        <FooterGroup title={site('product')}>
          <FooterLink locale={locale} path="/pricing/" label={translatorOf(locale, 'common')('pricing')} />
          <FooterLink locale={locale} path="/sample/" label={translatorOf(locale, 'common')('sample')} />
        </FooterGroup>
        {(['support', 'legal'] as const).map((group) => (
          <FooterGroup key={group} title={site(group)}>
            {groups[group].map((page) => (
              <FooterLink key={page} locale={locale} path={`/${page}/`} label={site(page)} />
            ))}
          </FooterGroup>
        ))}
      </div>
    </footer>
  );
}

interface FooterGroupProps {
  title: string;
  children: React.ReactNode;
}

function FooterGroup({ title, children }: FooterGroupProps) {
  return (
    <nav aria-label={title}>
      <p className="font-medium text-ink">{title}</p>
      <ul className="mt-2 flex flex-col gap-1.5">{children}</ul>
    </nav>
  );
}

function FooterLink({ locale, path, label }: { locale: Locale; path: string; label: string }) {
  return (
    <li>
      <a className="link" href={localePath(locale, path)}>
        {label}
      </a>
    </li>
  );
}
