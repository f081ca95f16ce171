import { getHealthReady } from '@canar/api-client';
import { callAnonymously } from '@/lib/api/http';
import { ApiProblem } from '@/lib/api/problem';

/** The names of the parts that the API cannot reach; null when the API itself gives no answer. */
export async function fetchUnreachable(): Promise<readonly string[] | null> {
  try {
    return (await callAnonymously(getHealthReady)).data.unreachable;
  } catch (error) {
    const unreachable = error instanceof ApiProblem && error.status === 503 ? error.extras.unreachable : null;
    return Array.isArray(unreachable) ? unreachable.map(String) : null;
  }
}
