'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatMoment, formatNumber } from '@/lib/format';
import { Button } from '@/ui/button';
import { Status } from '@/ui/status';
import { ActDialog, type AccountAct } from './act-dialog';
import { type OperatedAccount, useTenantCredits } from './api/accounts';
import { TenantMoney } from './tenant-money';

interface AccountCardProps {
  account: OperatedAccount;
  onChanged: () => void;
}

/** The state of an account, and what can be done to it. */
export function AccountCard({ account, onChanged }: AccountCardProps) {
  const text = useTranslations('operator');
  const [act, setAct] = useState<AccountAct | null>(null);
  return (
    <section aria-labelledby="account" className="rounded-surface border border-hairline p-6">
      <h2 id="account" className="text-xl break-all">
        {account.email}
      </h2>
      <Facts account={account} />
      <div className="mt-6 flex flex-wrap gap-2">
        {actsOf(account).map((name) => (
          <Button key={name} size="small" onClick={() => setAct(name)}>
            {text(`acts.${name}`)}
          </Button>
        ))}
      </div>
      {account.tenants.map(({ id }) => (
        <TenantMoney key={id} tenantId={id} />
      ))}
      {act && <ActDialog act={act} account={account} onClose={() => setAct(null)} onDone={onChanged} />}
    </section>
  );
}

function actsOf({ blockedAt, releasedAt, emailVerified, suppression, tenants }: OperatedAccount): AccountAct[] {
  return [
    ...(tenants.length > 0 ? (['grant'] as const) : []),
    'endSessions',
    ...(emailVerified ? [] : (['resendVerification'] as const)),
    ...(suppression === null ? [] : (['liftSuppression'] as const)),
    ...(blockedAt === null ? (['block'] as const) : []),
    ...(blockedAt !== null && releasedAt === null ? (['unblock'] as const) : []),
  ];
}

function Facts({ account }: { account: OperatedAccount }) {
  const text = useTranslations('operator.facts');
  const locale = useSiteLocale();
  const { name, id, createdAt, blockedAt, emailVerified, suppression, secondFactorSince, sessions, tenants } = account;
  return (
    <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
      <dt className="text-muted">{text('name')}</dt>
      <dd>{name}</dd>
      <dt className="text-muted">{text('id')}</dt>
      <dd className="font-mono break-all">{id}</dd>
      <dt className="text-muted">{text('created')}</dt>
      <dd>{formatMoment(locale, createdAt)}</dd>
      <dt className="text-muted">{text('state')}</dt>
      <dd className="flex flex-wrap gap-2">
        <Status tone={blockedAt === null ? 'good' : 'bad'}>{text(blockedAt === null ? 'open' : 'blocked')}</Status>
        <Status tone={emailVerified ? 'good' : 'calm'}>{text(emailVerified ? 'verified' : 'unverified')}</Status>
        {suppression && <Status tone="bad">{text(suppression)}</Status>}
        {secondFactorSince && <Status>{text('secondFactor')}</Status>}
      </dd>
      <dt className="text-muted">{text('sessions')}</dt>
      <dd>{formatNumber(locale, sessions)}</dd>
      {tenants.map((tenant) => (
        <TenantFacts key={tenant.id} id={tenant.id} role={tenant.role} />
      ))}
    </dl>
  );
}

function TenantFacts({ id, role }: { id: string; role: string }) {
  const text = useTranslations('operator.facts');
  const { data: credits } = useTenantCredits(id);
  return (
    <>
      <dt className="text-muted">{text('tenant')}</dt>
      <dd>
        <span className="font-mono break-all">{id}</span> ({role})
        {credits && <span className="figures block">{text('credits', { count: credits.balance })}</span>}
      </dd>
    </>
  );
}
