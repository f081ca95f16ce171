'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchPayments, fetchSubscription } from '@/lib/api/billing';
import { fetchCredits } from '@/lib/api/credits';
import type { Subscription } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';

const EVERY_MS = 1_500;
const PATIENCE_MS = 45_000;
const RECENT_MS = 15 * 60_000;

/** How far a payment has come. */
export type Arrival =
  | { state: 'waiting' }
  | { state: 'slow'; checkAgain: () => void }
  | { state: 'arrived'; balance: number; subscription: Subscription };

async function look() {
  const [subscription, credits, page] = await Promise.all([fetchSubscription(), fetchCredits(), fetchPayments(null)]);
  const newest = page.payments[0];
  const arrived = newest !== undefined && Date.now() - Date.parse(newest.paidAt) < RECENT_MS;
  return { subscription, balance: credits.balance, arrived: arrived && subscription.canEdit };
}

/** Asks until the payment that was just made has become a period and credits; after a while it asks only when told to. */
export function useArrival(): Arrival {
  const client = useQueryClient();
  const [since, setSince] = useState(() => Date.now());
  const [slow, setSlow] = useState(false);
  const query = useQuery({
    queryKey: ['arrival', since],
    queryFn: look,
    refetchInterval: ({ state }) => (state.data?.arrived || Date.now() - since > PATIENCE_MS ? false : EVERY_MS),
  });
  const arrived = query.data?.arrived === true;
  useEffect(() => {
    if (arrived)
      for (const queryKey of [queryKeys.credits, queryKeys.subscription, queryKeys.payments])
        void client.invalidateQueries({ queryKey });
  }, [arrived, client]);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [since]);
  if (query.data?.arrived)
    return { state: 'arrived', balance: query.data.balance, subscription: query.data.subscription };
  if (!slow) return { state: 'waiting' };
  const checkAgain = () => {
    setSlow(false);
    setSince(Date.now());
  };
  return { state: 'slow', checkAgain };
}
