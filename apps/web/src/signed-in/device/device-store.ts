import { delMany, get, keys, set } from 'idb-keyval';
import { isSharedDevice } from './device-account';

/**
 * The database of this device. Every key is `canar.KIND.ACCOUNT.REST`, so that what belongs to an account is found and wiped as a whole.
 * `draft`: what is unsent · `copy`: the server's draft as this device saw it last · `answers`: answers of the API, to show without a network
 */
type Kind = 'draft' | 'copy' | 'answers';

/** A key of the database. */
export function deviceKey(kind: Kind, account: string, rest = ''): string {
  return `canar.${kind}.${account}${rest && `.${rest}`}`;
}

/** The kind, account and rest of a key; null for one that is not ours, or of a version before accounts were part of it. */
export function partsOf(key: IDBValidKey): { kind: Kind; account: string; rest: string } | null {
  const [, kind, account, rest = ''] = /^canar\.(draft|copy|answers)\.([^.]+)(?:\.(.+))?$/.exec(String(key)) ?? [];
  return kind && account ? { kind: kind as Kind, account, rest } : null;
}

/** All keys of an account, of one kind or of every kind. Empty where the browser stores nothing. */
export async function keysOf(account: string, kind?: Kind): Promise<string[]> {
  const all = await keys<string>().catch(() => []);
  return all.filter((key) => {
    const parts = partsOf(key);
    return parts?.account === account && (kind === undefined || parts.kind === kind);
  });
}

/** Stores a value for an account; nothing on a shared device, or where the browser stores nothing. */
export async function store(kind: Kind, account: string, rest: string, value: unknown): Promise<void> {
  if (isSharedDevice()) return;
  await set(deviceKey(kind, account, rest), value).catch(() => undefined);
}

/** What is stored for an account; undefined when nothing is. */
export async function stored<T>(kind: Kind, account: string, rest = ''): Promise<T | undefined> {
  return get<T>(deviceKey(kind, account, rest)).catch(() => undefined);
}

/** Whether another account has unsent drafts on this device. */
export async function hasDraftsOfOthers(account: string): Promise<boolean> {
  const all = await keys<string>().catch(() => []);
  return all.some((key) => {
    const parts = partsOf(key);
    return parts !== null && parts.kind === 'draft' && parts.account !== account;
  });
}

/** Deletes everything that accounts have on this device. @param which decides by account and kind */
export async function wipe(which: (account: string, kind: Kind) => boolean): Promise<void> {
  const all = await keys<string>().catch(() => []);
  const doomed = all.filter((key) => {
    const parts = partsOf(key);
    return parts !== null && which(parts.account, parts.kind);
  });
  await delMany(doomed).catch(() => undefined);
}
