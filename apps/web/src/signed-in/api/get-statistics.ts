'use client';

import { getProfilesByIdStatistics } from '@canar/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '@/lib/api/http';
import { lastDays } from '@/lib/last-days';
import { queryKeys } from '@/lib/query-keys';

/** Views and downloads of a profile's page over the last days (UTC); the previous period stays until the next one has arrived. */
export function useStatistics(id: string, days: number) {
  return useQuery({
    queryKey: queryKeys.statistics(id, days),
    queryFn: async () => {
      const params = { path: { id }, query: lastDays(days, new Date()) };
      return (await call(getProfilesByIdStatistics, { params })).data;
    },
    placeholderData: keepPreviousData,
  });
}
