const ACCOUNT = 'canar.account';
const SHARED = 'canar.shared';

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The browser stores nothing, so that there is nothing to open offline either.
  }
}

/** The id of the account whose session this device had last and has not ended; what is stored here is opened for it alone. */
export function deviceAccount(): string | null {
  return read(ACCOUNT);
}

/** Remembers whose session this device has; null after it has ended. A shared device remembers nobody. */
export function rememberAccount(account: string | null): void {
  const next = isSharedDevice() ? null : account;
  if (next !== deviceAccount()) write(ACCOUNT, next);
}

/** Whether others use this device too, so that nothing is stored on it. */
export function isSharedDevice(): boolean {
  return read(SHARED) !== null;
}

/** Says that others use this device too, or that nobody else does. */
export function setSharedDevice(shared: boolean): void {
  write(SHARED, shared ? 'yes' : null);
  if (shared) write(ACCOUNT, null);
}

/** Calls back when another tab ends the session or begins one of another account; the answer stops it. */
export function watchAccount(changed: (account: string | null) => void): () => void {
  const listener = ({ key, newValue }: StorageEvent) => {
    if (key === ACCOUNT || key === null) changed(newValue);
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}
