'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchStatistics } from '@/lib/api/statistics';
import { lastDays } from '@/lib/last-days';
import { queryKeys } from '@/lib/query-keys';

/** How a profile did over the last days; what was there stays while another period is on its way. */
export function useStatistics(profileId: string, days: number) {
  return useQuery({
    queryKey: queryKeys.statistics(profileId, days),
    queryFn: () => fetchStatistics(profileId, lastDays(days, new Date())),
    placeholderData: keepPreviousData,
  });
}
