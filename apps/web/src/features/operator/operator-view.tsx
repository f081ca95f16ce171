'use client';

import Link from 'next/link';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useUser } from '@/signed-in/api/get-user';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field, TextInput } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { PageTitle } from '@/ui/page-title';
import { Skeleton } from '@/ui/skeleton';
import { AccountCard } from './account-card';
import { ActList } from './act-list';
import { actsKey, findAccount, type OperatedAccount } from './api/accounts';
import { CodeForm } from './code-form';
import { UnmatchedPayments } from './unmatched-payments';
import { useOperatorAct } from './use-operator-act';

/** Finds accounts for operators and acts on them; for everybody else there is nothing. */
export function OperatorView() {
  const text = useTranslations('operator');
  const { data: user } = useUser();
  if (!user) return <Skeleton className="h-40" />;
  if (!user.operator) return <EmptyState title={text('nothing')}>{text('nothingBody')}</EmptyState>;
  return (
    <>
      <PageTitle title={text('title')} />
      <Console />
    </>
  );
}

function Console() {
  const text = useTranslations('operator');
  const client = useQueryClient();
  const [wanted, setWanted] = useState({ name: '', reason: '' });
  const [account, setAccount] = useState<OperatedAccount | null>(null);
  const find = useOperatorAct(async () => {
    setAccount(await findAccount(wanted.name.trim(), wanted.reason.trim()));
    await client.invalidateQueries({ queryKey: actsKey });
  });
  const isComplete = wanted.name.trim() !== '' && wanted.reason.trim() !== '';
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (isComplete && !find.busy) void find.act();
  };
  return (
    <div className="flex flex-col gap-10">
      <form noValidate className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]" onSubmit={submit}>
        <Field label={text('name')}>
          <TextInput value={wanted.name} onChange={({ target }) => setWanted({ ...wanted, name: target.value })} />
        </Field>
        <Field label={text('reason')}>
          <TextInput
            maxLength={500}
            value={wanted.reason}
            onChange={({ target }) => setWanted({ ...wanted, reason: target.value })}
          />
        </Field>
        <Button type="submit" look="main" disabled={!isComplete} busy={find.busy}>
          {text('find')}
        </Button>
      </form>
      {find.asksForCode && <CodeForm onConfirmed={() => void find.act()} />}
      {Boolean(find.error) && <Failure error={find.error} />}
      {account && <AccountCard account={account} onChanged={() => void find.act()} />}
      <UnmatchedPayments />
      <ActList />
    </div>
  );
}

function Failure({ error }: { error: unknown }) {
  const text = useTranslations('operator');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const lacksFactor = error instanceof ApiProblem && error.code === 'operator.second-factor';
  const action = (
    <Button asChild size="small">
      <Link href={localePath(locale, '/settings/')}>{text('toSettings')}</Link>
    </Button>
  );
  return (
    <Notice tone="bad" action={lacksFactor ? action : undefined}>
      {problemText(error)}
    </Notice>
  );
}
