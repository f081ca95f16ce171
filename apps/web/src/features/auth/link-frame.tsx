'use client';

import type { Messages } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';
import { formatDay } from '@/lib/format';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import type { LinkAccount } from './api/find-link-account';
import { AuthProblem } from './auth-problem';
import { useLinkAccount } from './use-link-account';

/** What the pages of mailed links are given. */
export interface LinkPageProps {
  locale: Locale;
  text: Messages['auth'];
  problems: Messages['problems'];
}

interface LinkFrameProps extends LinkPageProps {
  children: (link: { token: string; account: LinkAccount }) => React.ReactNode;
}

/** Opens the mailed link in the address, and says when it does not work; until the address is verified it names the date of the account. */
export function LinkFrame({ children, ...page }: LinkFrameProps) {
  const { locale, text } = page;
  const link = useLinkAccount();
  if (link.state === 'opening') return <Skeleton className="mt-8 h-40" />;
  if (link.state === 'failed') {
    return (
      <div className="mt-8 flex flex-col gap-5">
        <AuthProblem problem={link.problem} {...page} />
        <a className="link self-start text-sm" href={localePath(locale, '/forgot-password/')}>
          {text.forgot.again}
        </a>
      </div>
    );
  }
  const { createdAt, emailVerified } = link.account;
  return (
    <div className="mt-8 flex flex-col gap-8">
      {!emailVerified && <Notice>{text.notMine.since.replace('{day}', formatDay(locale, createdAt))}</Notice>}
      {children(link)}
    </div>
  );
}
