'use client';

import { useEffect, useState } from 'react';
import type { Schema } from '@canar/api-client';
import type { Messages } from '@/i18n/catalogue';
import { SkeletonLines } from '@/ui/skeleton';
import { fetchSite } from './api/get-site';

type Site = Schema<'Site'>;

/** Who sells and whom to ask: read from the running service, because the exported pages are the same for every operator. */
export function SellerCard({ text }: { text: Messages['legal']['seller'] }) {
  const [site, setSite] = useState<Site | 'failed' | null>(null);
  useEffect(() => {
    fetchSite().then(setSite, () => setSite('failed'));
  }, []);
  return (
    <section aria-labelledby="seller" className="mt-12 rounded-surface border border-hairline bg-raised p-5">
      <h2 id="seller" className="text-xl">
        {text.title}
      </h2>
      <div className="mt-3 min-h-40">
        {site === null && <SkeletonLines lines={5} label={text.loading} />}
        {site === 'failed' && <p>{text.failed}</p>}
        {site !== null && site !== 'failed' && <SellerDetails site={site} text={text} />}
      </div>
    </section>
  );
}

function SellerDetails({ site, text }: { site: Site; text: Messages['legal']['seller'] }) {
  const { seller, supportEmail, grievanceContact, demonstration } = site;
  return (
    <>
      {!seller && <p>{text.missing}</p>}
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[auto_1fr] [&>dt]:text-muted">
        {seller && (
          <>
            <Detail term={text.name}>{seller.name}</Detail>
            <Detail term={text.address}>{seller.address}</Detail>
            <Detail term={text.state}>{seller.state}</Detail>
            <Detail term={text.gstin}>{seller.gstin ?? text.notRegistered}</Detail>
          </>
        )}
        <Detail term={text.email}>
          {supportEmail && (
            <a className="link" href={`mailto:${supportEmail}`}>
              {supportEmail}
            </a>
          )}
        </Detail>
        <Detail term={text.grievance}>{grievanceContact}</Detail>
      </dl>
      {demonstration && <p className="mt-4 border-t border-hairline pt-3 text-sm text-muted">{text.demonstration}</p>}
    </>
  );
}

function Detail({ term, children }: { term: string; children: React.ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{term}</dt>
      <dd className="whitespace-pre-line wrap-anywhere">{children}</dd>
    </>
  );
}
