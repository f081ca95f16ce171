import { ApiProblem, networkProblem, problemOf } from './problem';
import type { RefreshedToken } from './types';

/** The ports of the session: network and the lock that spans a browser's tabs. */
export interface SessionPorts {
  fetch: typeof fetch;
  withLock: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * The signed-in session of this tab. The access token lives in memory only; the refresh cookie, which scripts cannot
 * read, brings a new one after a reload. A server that keeps the whole session in a cookie has no refresh route, and
 * requests then go without a token.
 */
export class Session {
  private accessToken: string | null = null;
  private known = false;
  private refreshing: Promise<void> | null = null;

  constructor(private readonly ports: SessionPorts) {}

  /** Remembers what a sign-in or a registration answered. */
  begin(accessToken: string | null): void {
    this.accessToken = accessToken;
    this.known = true;
  }

  /** Forgets the session on this tab. */
  end(): void {
    this.accessToken = null;
    this.known = false;
  }

  /** The headers that identify the caller. */
  headers(): Record<string, string> {
    return this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
  }

  /** Makes sure that there is a session, asking the server at most once. @throws ApiProblem 401 when there is none */
  async ensure(): Promise<void> {
    if (!this.known) await this.refresh();
  }

  /**
   * Gets a new access token. Callers at the same time share one request, and tabs take turns, because each refresh
   * replaces the cookie of the last. `stale` is the token that was refused: when it has been replaced meanwhile, nothing is asked.
   * @throws ApiProblem 401 when the session has ended
   */
  async refresh(stale?: Record<string, string>): Promise<void> {
    if (stale && stale.authorization !== this.headers().authorization) return;
    this.refreshing ??= this.ports.withLock(() => this.askForToken()).finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async askForToken(): Promise<void> {
    const response = await this.ports.fetch('/api/auth/refresh', { method: 'POST' }).catch(() => {
      throw networkProblem();
    });
    if (response.ok) {
      this.begin(((await response.json()) as RefreshedToken).accessToken);
    } else if (response.status === 404) {
      if (this.known) throw new ApiProblem(401, 'session.ended');
      this.begin(null);
    } else {
      if (response.status === 401) this.end();
      throw await problemOf(response);
    }
  }
}

/** Runs work under a lock shared by all tabs of this site, where the browser has such locks. */
function withTabLock<T>(work: () => Promise<T>): Promise<T> {
  if (!globalThis.navigator?.locks) return work();
  return navigator.locks.request('canar.refresh', work) as Promise<T>;
}

/** The session of this tab. */
export const session = new Session({ fetch: (...call) => fetch(...call), withLock: withTabLock });
