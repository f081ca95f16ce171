import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { client } from './google-double';

/** A person at the double of GitHub. */
export interface GithubPerson {
  id: number;
  login: string;
  name: string | null;
  emails: { email: string; primary: boolean; verified: boolean }[];
}

/** A running double of the three endpoints of GitHub. It signs in whom `login_hint` names. */
export class GithubDouble {
  readonly people = new Map<string, GithubPerson>();
  /** The status with which its API answers. */
  apiStatus = 200;
  private readonly codes = new Map<string, URLSearchParams>();
  private readonly tokens = new Map<string, string>();
  private readonly server = createServer((request, response) => {
    void this.answer(request).then(([status, body, location]) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) });
      response.end(JSON.stringify(body));
    });
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage): Promise<[status: number, body: unknown, location?: string]> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://double');
    if (pathname === '/login/oauth/authorize') return this.authorize(searchParams);
    if (pathname === '/login/oauth/access_token') return this.exchange(new URLSearchParams(await text(request)));
    const login = this.tokens.get(request.headers.authorization?.replace(/^Bearer /i, '') ?? '');
    const person = login === undefined ? undefined : this.people.get(login);
    if (!person) return [401, { message: 'Bad credentials' }];
    const { emails, ...user } = person;
    return [this.apiStatus, pathname === '/user/emails' ? emails : user];
  }

  private authorize(sent: URLSearchParams): [number, unknown, string?] {
    const redirect = `${client.redirectTo}/github/`;
    if (sent.get('redirect_uri') !== redirect || sent.get('client_id') !== client.id) return [400, {}];
    const code = randomUUID();
    this.codes.set(code, sent);
    return [302, {}, `${redirect}?${new URLSearchParams({ code, state: sent.get('state') ?? '' })}`];
  }

  /** As GitHub answers: a refusal has the status 200. */
  private exchange(sent: URLSearchParams): [number, unknown] {
    const asked = this.codes.get(sent.get('code') ?? '');
    this.codes.delete(sent.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      asked?.get('code_challenge') === challenge &&
      asked.get('redirect_uri') === sent.get('redirect_uri') &&
      sent.get('client_secret') === client.secret;
    if (!right)
      return [200, { error: 'bad_verification_code', error_description: 'The code is incorrect or expired.' }];
    const token = randomUUID();
    this.tokens.set(token, asked.get('login_hint') ?? '');
    return [200, { access_token: token, token_type: 'bearer', scope: 'read:user,user:email' }];
  }
}
