import { postAuthRefresh } from '@canar/api-client';
import { createCall } from './create-call';
import { ApiProblem } from './problem';

/** The ports of the session: network and the lock that spans a browser's tabs. */
export interface SessionPorts {
  fetch: (request: Request) => Promise<Response>;
  withLock: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * The signed-in session of this tab. The access token lives in memory only; the refresh cookie, which scripts cannot
 * read, brings a new one after a reload. A server that stores the whole session in a cookie has no refresh route, and
 * requests then go without a token.
 */
export class Session {
  private accessToken: string | null = null;
  private known = false;
  private refreshing: Promise<void> | null = null;

  private readonly call: ReturnType<typeof createCall>;

  constructor(private readonly ports: SessionPorts) {
    this.call = createCall(ports.fetch);
  }

  /** Starts with the token of a sign-in or a registration. */
  begin(accessToken: string | null): void {
    this.accessToken = accessToken;
    this.known = true;
  }

  /** Drops the session on this tab. */
  end(): void {
    this.accessToken = null;
    this.known = false;
  }

  /** The headers that identify the caller. */
  headers(): Record<string, string> {
    return this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
  }

  /** The id of the account, as far as the token says it; null without a token. */
  account(): string | null {
    const [, claims = ''] = this.accessToken?.split('.') ?? [];
    try {
      const { sub } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown };
      return typeof sub === 'string' ? sub : null;
    } catch {
      return null;
    }
  }

  /** Makes sure that there is a session, with one request at most. @throws ApiProblem 401 when there is none */
  async ensure(): Promise<void> {
    if (!this.known) await this.refresh();
  }

  /**
   * Gets a new access token. Callers at the same time share one request, and tabs take turns, because each refresh
   * replaces the cookie of the last. `stale` names the token that was rejected: when it has been replaced meanwhile, no request is made.
   * @throws ApiProblem 401 when the session has ended
   */
  async refresh(stale?: { authorization?: string }): Promise<void> {
    if (stale && stale.authorization !== this.headers().authorization) return;
    this.refreshing ??= this.ports.withLock(() => this.requestToken()).finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async requestToken(): Promise<void> {
    try {
      this.begin((await this.call(postAuthRefresh)).data.accessToken);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      if (problem.status === 404 && !this.known) return this.begin(null);
      if (problem.status === 401) this.end();
      throw problem.status === 404 ? new ApiProblem(401, 'session.ended') : problem;
    }
  }
}

/** Runs work under a lock shared by all tabs of this site, where the browser has such locks. */
function withTabLock<T>(work: () => Promise<T>): Promise<T> {
  if (!globalThis.navigator?.locks) return work();
  return navigator.locks.request('canar.refresh', work) as Promise<T>;
}

/** The session of this tab. */
export const session = new Session({ fetch: (request) => fetch(request), withLock: withTabLock });
