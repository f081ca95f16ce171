import { postTenantsByIdSwitch } from '@canar/api-client';
import { call } from '@/lib/api/http';
import { session } from '@/lib/api/session';

const KEY = 'canar.tenant';

/**
 * Makes this session act for another organisation, and has other tabs open anew. Answers of the former one are wiped from this device;
 * unsent drafts stay, because they can be sent again after a switch back. @throws ApiProblem not-found
 */
export async function switchTenant(id: string): Promise<void> {
  const { data } = await call(postTenantsByIdSwitch, { params: { path: { id } } });
  session.begin(data.accessToken);
  const { wipe } = await import('./device-store');
  await wipe((_, kind) => kind === 'answers');
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // The browser stores nothing: other tabs learn of it by their next answer.
  }
}

/** Calls back when another tab has switched to another organisation. The answer stops it. */
export function watchTenant(onSwitch: () => void): () => void {
  const listen = ({ key }: StorageEvent) => key === KEY && onSwitch();
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
