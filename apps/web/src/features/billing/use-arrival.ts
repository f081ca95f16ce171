'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Subscription } from '@/lib/api/types';
import { queryKeys } from '@/lib/query-keys';
import { fetchCredits } from '@/signed-in/api/get-credits';
import { fetchSubscription } from '@/signed-in/api/get-subscription';
import { fetchPayments } from './api/list-payments';

const INTERVAL_MS = 1_500;
const POLLING_MS = 45_000;
const RECENT_MS = 15 * 60_000;

/** How far a payment has come. */
export type Arrival =
  | { state: 'waiting' }
  | { state: 'slow'; checkAgain: () => void }
  | { state: 'arrived'; balance: number; subscription: Subscription };

async function fetchArrival() {
  const [subscription, credits, page] = await Promise.all([fetchSubscription(), fetchCredits(), fetchPayments()]);
  const newest = page.payments[0];
  const arrived = newest !== undefined && Date.now() - Date.parse(newest.paidAt) < RECENT_MS;
  return { subscription, balance: credits.balance, arrived: arrived && subscription.canEdit };
}

/** Polls for up to 45 s until the payment that was just made has become a period and credits; then on request. */
export function useArrival(): Arrival {
  const client = useQueryClient();
  const [since, setSince] = useState(() => Date.now());
  const [slow, setSlow] = useState(false);
  const query = useQuery({
    queryKey: ['arrival', since],
    queryFn: fetchArrival,
    refetchInterval: ({ state }) => (state.data?.arrived || Date.now() - since > POLLING_MS ? false : INTERVAL_MS),
  });
  const arrived = query.data?.arrived === true;
  useEffect(() => {
    if (arrived)
      for (const queryKey of [queryKeys.credits, queryKeys.subscription, queryKeys.payments])
        void client.invalidateQueries({ queryKey });
  }, [arrived, client]);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), POLLING_MS);
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
