'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlans } from '@/signed-in/api/list-plans';
import { useSubscription } from '@/signed-in/api/get-subscription';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { localePath } from '@/i18n/locales';
import type { TopUpPack } from '@/lib/api/types';
import { formatMoney, formatNumber } from '@/lib/format';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { Field, Select } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { useOpenTopUpCheckout } from './api/open-top-up-checkout';

const amounts = [1, 2, 3, 5, 10];

/** Buying more credits: how many, what they cost, how long they last, and on to the payment. */
export function TopUp() {
  const text = useTranslations('credits.topUp');
  const [open, setOpen] = useState(false);
  const locale = useSiteLocale();
  const plans = usePlans();
  const subscription = useSubscription();
  return (
    <>
      <Button look={subscription.data?.canEdit === false ? 'quiet' : 'main'} onClick={() => setOpen(true)}>
        {text('open')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={text('title')}>
        {subscription.data?.canEdit ? (
          plans.data && <TopUpForm pack={plans.data.topUp} />
        ) : (
          <>
            <Notice>{text('needsPlan')}</Notice>
            <DialogActions>
              <Button asChild look="main">
                <Link href={localePath(locale, '/plans/')}>{text('seePlans')}</Link>
              </Button>
            </DialogActions>
          </>
        )}
      </Dialog>
    </>
  );
}

function TopUpForm({ pack }: { pack: TopUpPack }) {
  const text = useTranslations('credits.topUp');
  const locale = useSiteLocale();
  const problemText = useProblemText();
  const [packs, setPacks] = useState(1);
  const pay = useOpenTopUpCheckout();
  const price = formatMoney(locale, packs * pack.price.amount);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        pay.mutate(packs);
      }}
    >
      <Field label={text('packs', { credits: pack.credits })}>
        <Select value={packs} onChange={(event) => setPacks(Number(event.target.value))}>
          {amounts.map((amount) => (
            <option key={amount}>{amount}</option>
          ))}
        </Select>
      </Field>
      <p className="figures mt-4 font-medium">
        {text('total', { credits: formatNumber(locale, packs * pack.credits), price })}
      </p>
      <p className="mt-1 text-sm text-muted">{text('life', { days: pack.validDays })}</p>
      {pay.error && <Notice tone="bad">{problemText(pay.error)}</Notice>}
      <DialogActions>
        <Button type="submit" look="main" busy={pay.isPending || pay.isSuccess}>
          {text('pay')}
        </Button>
      </DialogActions>
    </form>
  );
}
