'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BillingDetails as Details } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { useBillingDetails } from './api/billing-details';

const BillingDetailsDialog = lazy(() =>
  import('./billing-details-dialog').then((module) => ({ default: module.BillingDetailsDialog })),
);

/** Whom the next invoices name, and the button to change it. */
export function BillingDetails() {
  const text = useTranslations('billing.details');
  const [open, setOpen] = useState(false);
  const { data: details } = useBillingDetails();
  if (!details) return null;
  return (
    <section className="mt-12" aria-labelledby="billing-details">
      <h2 id="billing-details" className="text-2xl">
        {text('title')}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-sm text-muted">{text('body')}</p>
      <Address details={details} />
      <Button className="mt-4" onClick={() => setOpen(true)}>
        {text('change')}
      </Button>
      <Suspense>{open && <BillingDetailsDialog details={details} onClose={() => setOpen(false)} />}</Suspense>
    </section>
  );
}

function Address({ details: { name, address, state, gstin } }: { details: Details }) {
  const text = useTranslations('billing.details');
  const lines = [...address, ...(state ? [text(`states.${state}`)] : []), ...(gstin ? [`GSTIN ${gstin}`] : [])];
  return (
    <address className="text-sm not-italic">
      {name}
      {lines.map((line, index) => (
        <span key={index} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
