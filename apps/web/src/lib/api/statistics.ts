import { getProfilesByIdStatistics } from '@canar/api-client';
import { call } from './http';
import type { Statistics } from './types';

/** How a profile did over some days, both in UTC and included. @throws ApiProblem 404 */
export async function fetchStatistics(id: string, days: { from: string; to: string }): Promise<Statistics> {
  return (await call(getProfilesByIdStatistics, { params: { path: { id }, query: days } })).data;
}
