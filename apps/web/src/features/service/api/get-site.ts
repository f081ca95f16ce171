import { getSite, type Schema } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';

/** Who runs the site, as its operator configured it. @throws ApiProblem */
export async function fetchSite(): Promise<Schema<'Site'>> {
  return (await callAnonymously(getSite)).data;
}
