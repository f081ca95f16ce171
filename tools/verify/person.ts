import { randomBytes, randomUUID } from 'node:crypto';
import { type ApiClient, createApiClient } from '@canar/api-client';

/** Where a check gives up on an answer. */
const PATIENCE_MS = 30_000;

/** Someone with an account of their own at the installation, who keeps cookie and token as a browser does. */
export class Person {
  readonly email: string;
  readonly password = randomBytes(18).toString('base64url');
  readonly client: ApiClient;
  accessToken: string | null = null;
  private readonly cookies = new Map<string, string>();

  /**
   * @param address the origin of the installation
   * @param mailbox where mail to the account goes: a mark is put before its @
   */
  constructor(
    readonly address: string,
    mailbox: string,
  ) {
    const at = mailbox.lastIndexOf('@');
    this.email = `${mailbox.slice(0, at)}+${randomUUID().slice(0, 8)}${mailbox.slice(at)}`;
    this.client = createApiClient({ baseUrl: address, fetch: (request) => this.send(request) });
  }

  /** Asks for a page or a file beside the API's own routes. */
  get(path: string): Promise<Response> {
    return this.send(new Request(new URL(path, this.address), { redirect: 'manual' }));
  }

  private async send(request: Request): Promise<Response> {
    if (this.accessToken !== null) request.headers.set('authorization', `Bearer ${this.accessToken}`);
    if (this.cookies.size > 0) {
      request.headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    return answer;
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The Idempotency-Key of a wish that is sent once. */
export function newWish(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': randomUUID() };
}
