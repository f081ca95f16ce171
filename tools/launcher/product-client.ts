import { randomUUID } from 'node:crypto';

import { LaunchError } from './launch.errors';

/** An answer of the running product. */
export interface Answer {
  status: number;
  etag: string;
  /** The JSON value; null without one. */
  body: unknown;
}

/** Speaks to the running product over HTTP, as any client does. */
export class ProductClient {
  private accessToken: string | null = null;

  constructor(private readonly origin: string) {}

  /** Acts as the owner of this token from now on. */
  signInWith(accessToken: string): void {
    this.accessToken = accessToken;
  }

  /** Sends a request; every write carries an idempotency key of its own. */
  async send(method: string, path: string, body?: unknown, ifMatch?: string): Promise<Answer> {
    const answer = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {}),
        ...(ifMatch ? { 'if-match': ifMatch } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: parseJson(text) };
  }

  /**
   * Sends a request that must succeed.
   * @throws LaunchError with the product's own words when it refuses
   */
  async expect(method: string, path: string, body?: unknown, ifMatch?: string): Promise<Answer> {
    const answer = await this.send(method, path, body, ifMatch);
    if (answer.status < 300) return answer;
    const reason = JSON.stringify(answer.body)?.slice(0, 500) ?? '';
    throw new LaunchError(`The product refused ${method} ${path} with ${answer.status}: ${reason}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
