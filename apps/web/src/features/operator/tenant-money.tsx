'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { formatDay, formatMoney, formatNumber } from '@/lib/format';
import { Button } from '@/ui/button';
import { Money } from '@/ui/money';
import { Cell, Row, Table } from '@/ui/table';
import { type OperatedPayment, type OperatorGrantUse, useOperatedPayments, useOperatorGrants } from './api/payments';
import { type MoneyAct, MoneyDialog } from './money-dialog';

/** What a tenant has paid and was given, with what was spent of it, and what an operator can take or give back. */
export function TenantMoney({ tenantId }: { tenantId: string }) {
  const text = useTranslations('operator.money');
  const common = useTranslations('common');
  const [act, setAct] = useState<MoneyAct | null>(null);
  const payments = useOperatedPayments(tenantId);
  const { data: grants = [] } = useOperatorGrants(tenantId);
  const lines = payments.data?.pages.flatMap((page) => page.payments) ?? [];
  return (
    <>
      {payments.data && lines.length === 0 && <p className="mt-6 text-sm text-muted">{text('none')}</p>}
      {lines.length > 0 && <PaymentTable tenantId={tenantId} lines={lines} onAct={setAct} />}
      {payments.hasNextPage && (
        <Button size="small" busy={payments.isFetchingNextPage} onClick={() => void payments.fetchNextPage()}>
          {common('more')}
        </Button>
      )}
      {grants.length > 0 && <GrantTable tenantId={tenantId} grants={grants} onAct={setAct} />}
      {act && <MoneyDialog key={act.subject} act={act} onClose={() => setAct(null)} />}
    </>
  );
}

interface ActingProps {
  tenantId: string;
  onAct: (act: MoneyAct) => void;
}

function PaymentTable({ tenantId, lines, onAct }: ActingProps & { lines: OperatedPayment[] }) {
  const text = useTranslations('operator.money');
  const columns = [
    { title: text('paid') },
    { title: text('what') },
    { title: text('amount'), number: true },
    { title: text('refund') },
  ];
  return (
    <Table className="mt-6" caption={text('payments')} columns={columns}>
      {lines.map((payment) => (
        <PaymentRow key={payment.id} tenantId={tenantId} payment={payment} onAct={onAct} />
      ))}
    </Table>
  );
}

function PaymentRow({ tenantId, payment, onAct }: ActingProps & { payment: OperatedPayment }) {
  const text = useTranslations('operator.money');
  const locale = useSiteLocale();
  const { id, description, provider, amount, refunded, requested, disputed, credits, paidAt } = payment;
  const left = amount - refunded - requested;
  const use = text('use', { spent: formatNumber(locale, credits.spent), left: formatNumber(locale, credits.left) });
  const hint = text('refundHint', { amount: formatMoney(locale, left), use });
  return (
    <Row>
      <Cell className="whitespace-nowrap text-muted">{formatDay(locale, paidAt)}</Cell>
      <Cell>
        {description}
        <span className="block text-xs text-muted">
          {provider} · {use}
        </span>
        {refunded > 0 && <span className="block">{text('refunded', { amount: formatMoney(locale, refunded) })}</span>}
        {requested > 0 && (
          <span className="block">{text('requested', { amount: formatMoney(locale, requested) })}</span>
        )}
        {disputed && <span className="block text-brick">{text('disputed')}</span>}
      </Cell>
      <Cell number>
        <Money amount={amount} locale={locale} />
      </Cell>
      <Cell>
        {left >= 100 && (
          <Button
            size="small"
            aria-label={`${text('refund')}: ${description}`}
            onClick={() => onAct({ kind: 'refund', tenantId, subject: id, title: description, maximum: left, hint })}
          >
            {text('refund')}
          </Button>
        )}
      </Cell>
    </Row>
  );
}

function GrantTable({ tenantId, grants, onAct }: ActingProps & { grants: OperatorGrantUse[] }) {
  const text = useTranslations('operator.money');
  const locale = useSiteLocale();
  const columns = [{ title: text('granted') }, { title: text('what') }, { title: text('takeBack') }];
  return (
    <Table className="mt-6" caption={text('grants')} columns={columns}>
      {grants.map(({ reference, granted, spent, left, grantedAt }) => {
        const title = text('grant', { count: granted });
        const use = text('use', { spent: formatNumber(locale, spent), left: formatNumber(locale, left) });
        const act = { kind: 'takeBack', tenantId, subject: reference, title, maximum: left, hint: use } as const;
        return (
          <Row key={reference}>
            <Cell className="whitespace-nowrap text-muted">{formatDay(locale, grantedAt)}</Cell>
            <Cell>
              {title}
              <span className="block text-xs text-muted">{use}</span>
            </Cell>
            <Cell>
              {left > 0 && (
                <Button size="small" aria-label={`${text('takeBack')}: ${title}`} onClick={() => onAct(act)}>
                  {text('takeBack')}
                </Button>
              )}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}
