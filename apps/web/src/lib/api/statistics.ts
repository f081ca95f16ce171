import { request } from './http';
import type { Statistics } from './types';

/** How a profile did over some days, both in UTC and included. @throws ApiProblem 404 */
export async function fetchStatistics(profileId: string, days: { from: string; to: string }): Promise<Statistics> {
  return (await request<Statistics>('GET', `/profiles/${profileId}/statistics`, { query: days })).data;
}
