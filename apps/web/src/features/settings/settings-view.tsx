'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { lazy, Suspense } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { SignOutQuestion } from '@/signed-in/sign-out/sign-out-question';
import { useSignOut } from '@/signed-in/sign-out/use-sign-out';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Messages } from '@/i18n/catalogue';
import { localeNames, locales, switchLocale } from '@/i18n/locales';
import { formatBytes, formatDay } from '@/lib/format';
import { Button } from '@/ui/button';
import { buttonClass } from '@/ui/button-class';
import { Notice } from '@/ui/notice';
import { PageTitle } from '@/ui/page-title';
import { Skeleton } from '@/ui/skeleton';
import { ThemeChoice } from '@/ui/theme-choice';
import { AccountActivity } from './account-activity';
import { AccountExport } from './data/account-export';
import { AddressState } from './address-state';
import { useStorage } from './api/get-storage';
import { useIdentities } from './api/identities';
import { ChangeEmail } from './change-email';
import { ChangePassword } from './change-password';
import { DeleteAccount } from './data/delete-account';
import { ChoosePassword } from './identities/choose-password';
import { Identities } from './identities/identities';
import { Organisations } from './organisations/organisations';
import { Passkeys } from './passkeys/passkeys';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';

const Members = lazy(() => import('./members/members').then((module) => ({ default: module.Members })));

/** Account, language, appearance, session. */
export function SettingsView() {
  const text = useTranslations('settings');
  const { common } = useMessages() as Messages;
  const signOut = useSignOut();
  return (
    <>
      <PageTitle title={text('title')} />
      <div className="divide-y divide-hairline border-y border-hairline">
        <Row title={text('account')}>
          <AccountFacts />
          <ChangeEmail />
        </Row>
        <AccessRows />
        <Row title={text('storage')} body={text('storageBody')}>
          <StorageUse />
        </Row>
        <Row title={text('language')} body={text('languageBody')}>
          <LanguageChoice />
        </Row>
        <Row title={text('appearance')} body={text('appearanceBody')}>
          <ThemeChoice text={common.theme} />
        </Row>
        <Row title={text('session')} body={text('sessionBody')}>
          <Button busy={signOut.busy} onClick={signOut.start}>
            {text('signOut')}
          </Button>
          <SignOutQuestion signOut={signOut} />
        </Row>
        <Row title={text('data.title')} body={text('data.body')}>
          <AccountExport />
        </Row>
        <Row title={text('leave.title')} body={text('leave.body')}>
          <DeleteAccount />
        </Row>
      </div>
    </>
  );
}

/** For whom a person acts, what they sign in with, where they are signed in, and what happened. */
function AccessRows() {
  const text = useTranslations('settings');
  const { data: identities } = useIdentities();
  return (
    <>
      <Row title={text('organisations.title')} body={text('organisations.body')}>
        <Organisations />
      </Row>
      <Row title={text('members.title')} body={text('members.body')}>
        <Suspense fallback={<Skeleton className="h-24" />}>
          <Members />
        </Suspense>
      </Row>
      <Row title={text('password.title')} body={text('password.body')}>
        {identities?.hasPassword === false ? <ChoosePassword /> : <ChangePassword />}
      </Row>
      <Row title={text('passkeys.title')} body={text('passkeys.body')}>
        <Passkeys />
      </Row>
      <Row title={text('identities.title')} body={text('identities.body')}>
        <Identities />
      </Row>
      <Row title={text('secondFactor.title')} body={text('secondFactor.body')}>
        <SecondFactor />
      </Row>
      <Row title={text('sessions.title')} body={text('sessions.body')}>
        <Sessions />
      </Row>
      <Row title={text('activity.title')} body={text('activity.body')}>
        <AccountActivity />
      </Row>
    </>
  );
}

function Row({ title, body, children }: { title: string; body?: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-4 py-8 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <div>
        <h2 className="text-xl">{title}</h2>
        {body && <p className="mt-1 text-sm text-muted">{body}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}

function AccountFacts() {
  const text = useTranslations('settings');
  const locale = useSiteLocale();
  const { data: user } = useUser();
  if (!user) return <Skeleton className="h-24" />;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
      <dt className="text-muted">{text('name')}</dt>
      <dd>{user.name}</dd>
      <dt className="text-muted">{text('email')}</dt>
      <dd className="flex flex-wrap items-center gap-2 break-all">
        {user.email}
        <AddressState verified={user.emailVerified} />
      </dd>
      <dt className="text-muted">{text('since')}</dt>
      <dd>{formatDay(locale, user.createdAt)}</dd>
    </dl>
  );
}

const nearlyFull = 0.8;

function StorageUse() {
  const text = useTranslations('settings');
  const locale = useSiteLocale();
  const { data: storage } = useStorage();
  if (!storage) return <Skeleton className="h-6" />;
  const { usedBytes, maxBytes } = storage;
  return (
    <>
      <p className="figures text-sm">
        {text('storageUsed', { used: formatBytes(locale, usedBytes), max: formatBytes(locale, maxBytes) })}
      </p>
      {usedBytes >= nearlyFull * maxBytes && (
        <div className="mt-3">
          <Notice tone="bad">{text('storageNearlyFull')}</Notice>
        </div>
      )}
    </>
  );
}

function LanguageChoice() {
  const locale = useSiteLocale();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return (
    <div className="flex flex-wrap gap-2">
      {locales.map((other) => (
        <a
          key={other}
          lang={other}
          hrefLang={other}
          aria-current={other === locale ? 'true' : undefined}
          href={switchLocale(pathname, other) + (search && `?${search}`)}
          className={`${buttonClass({ look: other === locale ? 'solid' : 'quiet' })} font-names`}
        >
          {localeNames[other]}
        </a>
      ))}
    </div>
  );
}
