'use client';

import { clsx } from 'clsx';
import { CircleUser } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { localePath } from '@/i18n/locales';
import { IconButton } from '@/ui/button';
import { Wordmark } from '@/ui/bird-mark';
import { Menu, MenuItem, MenuLine } from '@/ui/overlay/menu';
import { SkipLink } from '@/ui/skip-link';
import { useCredits } from './api/get-credits';
import { useUser } from './api/get-user';
import { LeavingNotice } from './leaving-notice';
import { SignOutQuestion } from './sign-out/sign-out-question';
import { useSignOut } from './sign-out/use-sign-out';
import { useSiteLocale } from './use-site-locale';

const navItems = ['profiles', 'credits', 'billing', 'settings'] as const;

/** The frame of the signed-in pages: navigation, credit balance and account menu. */
export function AppShell({ children }: { children: React.ReactNode }) {
  const common = useTranslations('common');
  const locale = useSiteLocale();
  return (
    <>
      <SkipLink text={common('skip')} />
      <header className="border-b border-hairline">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-4 px-4 sm:px-8">
          <Link href={localePath(locale, '/profiles/')} aria-label={common('home')} className="rounded-control py-3">
            <Wordmark />
          </Link>
          <Navigation />
          <div className="ml-auto flex items-center gap-1 max-sm:order-2">
            <Balance />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-5xl px-4 pt-10 pb-24 sm:px-8">
        <LeavingNotice />
        {children}
      </main>
    </>
  );
}

function Navigation() {
  const text = useTranslations('account.nav');
  const locale = useSiteLocale();
  const pathname = usePathname();
  return (
    <nav
      aria-label={text('label')}
      className="-mx-1 flex scrollbar-none self-stretch overflow-x-auto overflow-y-hidden max-sm:order-3 max-sm:w-full sm:ml-4"
    >
      {navItems.map((item) => {
        const here = pathname.includes(`/${item}/`);
        return (
          <Link
            key={item}
            href={localePath(locale, `/${item}/`)}
            aria-current={here ? 'page' : undefined}
            className={clsx(
              '-mb-px flex items-center border-b-2 px-2 pt-1 text-sm whitespace-nowrap transition-colors max-sm:py-3.5 sm:px-3',
              here ? 'border-ink font-medium' : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {text(item)}
          </Link>
        );
      })}
    </nav>
  );
}

function Balance() {
  const text = useTranslations('account');
  const locale = useSiteLocale();
  const credits = useCredits();
  if (!credits.data) return null;
  return (
    <Link href={localePath(locale, '/credits/')} className="figures rounded-control px-2 py-1 text-sm hover:bg-sunken">
      {text('balance', { count: credits.data.balance })}
    </Link>
  );
}

function AccountMenu() {
  const text = useTranslations('account');
  const locale = useSiteLocale();
  const common = useTranslations('common');
  const user = useUser();
  const signOut = useSignOut();
  return (
    <>
      <Menu
        trigger={
          <IconButton label={text('menu')}>
            <CircleUser aria-hidden size={20} strokeWidth={1.5} />
          </IconButton>
        }
      >
        <p className="max-w-56 truncate px-3 py-2 text-xs text-muted">{user.data?.email}</p>
        <MenuLine />
        {user.data?.operator && (
          <MenuItem asChild>
            <Link href={localePath(locale, '/operator/')}>{text('operator')}</Link>
          </MenuItem>
        )}
        <MenuItem onSelect={() => signOut.start()}>{common('signOut')}</MenuItem>
      </Menu>
      <SignOutQuestion signOut={signOut} />
    </>
  );
}
