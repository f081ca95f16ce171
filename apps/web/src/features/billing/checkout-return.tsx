'use client';

import { useSearchParams } from 'next/navigation';
import Link from 'next/link';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import { formatDay } from '@/lib/format';
import { BirdMark } from '@/ui/bird-mark';
import { Button } from '@/ui/button';
import { returnAddress } from '@/signed-in/leave-for-payment';
import { useArrival } from './use-arrival';

/** The outcome of a payment; after a success it waits until the credits have arrived. */
export function CheckoutReturn() {
  const status = useSearchParams().get('status');
  const locale = useSiteLocale();
  useEffect(() => {
    const right = returnAddress(locale, window.location);
    if (right) window.location.replace(right);
  }, [locale]);
  if (status === 'declined' || status === 'abandoned') return <NotPaid status={status} />;
  return <Paid />;
}

function Paid() {
  const text = useTranslations('billing');
  const locale = useSiteLocale();
  const arrival = useArrival();
  if (arrival.state === 'waiting') {
    return <Outcome blinking title={text('return.waiting')} lines={[text('return.waitingBody')]} />;
  }
  if (arrival.state === 'slow') {
    return (
      <Outcome title={text('return.slow')} lines={[text('return.slowBody')]}>
        <Button look="solid" onClick={arrival.checkAgain}>
          {text('return.check')}
        </Button>
      </Outcome>
    );
  }
  const { plan, periodEnd } = arrival.subscription;
  const until =
    plan && periodEnd && text('return.paidPlan', { plan: text(`name.${plan}`), date: formatDay(locale, periodEnd) });
  return (
    <Outcome title={text('return.paid')} lines={[text('return.paidBody', { count: arrival.balance }), until || '']}>
      <Button asChild look="main" size="large">
        <Link href={localePath(locale, '/profiles/')}>{text('return.toProfiles')}</Link>
      </Button>
      <Button asChild size="large">
        <Link href={localePath(locale, '/credits/')}>{text('return.toCredits')}</Link>
      </Button>
    </Outcome>
  );
}

function NotPaid({ status }: { status: 'declined' | 'abandoned' }) {
  const text = useTranslations('billing.return');
  const locale = useSiteLocale();
  return (
    <Outcome title={text(status)} lines={[text(`${status}Body`)]}>
      <Button asChild look="solid">
        <Link href={localePath(locale, '/plans/')}>{text('again')}</Link>
      </Button>
    </Outcome>
  );
}

interface OutcomeProps {
  title: string;
  lines: string[];
  blinking?: boolean;
  children?: React.ReactNode;
}

function Outcome({ title, lines, blinking, children }: OutcomeProps) {
  return (
    <div className="mx-auto max-w-md py-12 text-center" role="status">
      <BirdMark size={56} className={blinking ? 'mx-auto animate-[breathe_1.6s_ease-in-out_infinite]' : 'mx-auto'} />
      <h1 className="mt-5 text-2xl">{title}</h1>
      {lines.map((line) => (
        <p key={line} className="figures mt-2 text-muted">
          {line}
        </p>
      ))}
      <div className="mt-7 flex flex-wrap justify-center gap-3">{children}</div>
    </div>
  );
}
