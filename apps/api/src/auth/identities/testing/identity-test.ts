import { ApiCaller, type TestResponse } from '../../../platform/testing/api-caller';
import { startTestApp, type TestApp } from '../../../test-app';
import type { Person } from '../../testing';
import { GithubDouble } from './github-double';
import { client, type GoogleDouble, startGoogle } from './google-double';

type Body = Record<string, unknown>;

/** With what a provider has sent a browser back. */
export type Answer = Record<string, string>;

/** A browser that has begun a sign-in: where it is to go, and the cookie that it was given. */
export interface Begun {
  url: string;
  cookie: string;
}

/** The API with the doubles of both providers. */
export class IdentityTest {
  readonly anonymous: ApiCaller;
  private people = 0;

  private constructor(
    readonly api: TestApp,
    readonly google: GoogleDouble,
    readonly github: GithubDouble,
  ) {
    this.anonymous = new ApiCaller(api.app);
  }

  static async start(): Promise<IdentityTest> {
    const [google, github] = [await startGoogle(), new GithubDouble()];
    const api = await startTestApp({
      GOOGLE_CLIENT_ID: client.id,
      GOOGLE_CLIENT_SECRET: client.secret,
      GOOGLE_ISSUER: google.issuer,
      GITHUB_CLIENT_ID: client.id,
      GITHUB_CLIENT_SECRET: client.secret,
      GITHUB_ENDPOINT: await github.start(),
    });
    return new IdentityTest(api, google, github);
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.google.stop();
    await this.github.stop();
  }

  /** A number that nobody in this spec has. */
  next(): number {
    return (this.people += 1);
  }

  /** Somebody at Google, with an address of their own. */
  async atGoogle(claims: { email?: string; email_verified?: boolean } = {}): Promise<{ sub: string; email: string }> {
    const sub = `google-${this.next()}`;
    const email = claims.email ?? `${sub}@example.in`;
    await this.google.account(sub, { name: 'Asha Rao', email_verified: true, ...claims, email });
    return { sub, email };
  }

  async begin(provider: string, by: ApiCaller = this.anonymous, path = '/api/login/identity'): Promise<Begun> {
    const begun = await by.post<{ url: string }>(path, { body: { provider } });
    if (begun.status !== 200) throw new Error(`Beginning answered ${begun.status}: ${begun.text}`);
    const [cookie] = begun.cookies;
    return { url: begun.body.url, cookie: `${cookie?.name}=${cookie?.value}` };
  }

  /** What the browser does at the provider, as a person. @returns with what it comes back */
  async visit(url: string, login: string): Promise<Answer> {
    const cookies = new Map<string, string>();
    let next = `${url}&${new URLSearchParams({ login_hint: login })}`;
    for (let hops = 0; hops < 10 && !next.startsWith(client.redirectTo); hops += 1) {
      const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
      const response = await fetch(next, { redirect: 'manual', headers });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      next = new URL(response.headers.get('location') ?? '', next).href;
    }
    return Object.fromEntries(new URL(next).searchParams);
  }

  complete(provider: string, cookie: string, answer: Answer, by = this.anonymous): Promise<TestResponse<Body>> {
    return by.post('/api/login/identity/complete', { body: { provider, ...answer }, headers: { cookie } });
  }

  /** A whole sign-in. */
  async signIn(provider: string, login: string): Promise<TestResponse<Body>> {
    const { url, cookie } = await this.begin(provider);
    return this.complete(provider, cookie, await this.visit(url, login));
  }

  /** Connects an identity to a person. */
  async connect({ api }: Pick<Person, 'api'>, provider: string, login: string): Promise<TestResponse<Body>> {
    const { url, cookie } = await this.begin(provider, api, '/api/auth/identities');
    const body = { provider, ...(await this.visit(url, login)) };
    return api.post('/api/auth/identities/complete', { body, headers: { cookie } });
  }

  verify({ user }: Pick<Person, 'user'>): Promise<unknown> {
    return this.api.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [user.id]);
  }

  /** The caller that a sign-in has given. */
  callerOf({ body }: TestResponse<Body>): ApiCaller {
    return this.anonymous.with({ authorization: `Bearer ${String(body['accessToken'])}` });
  }
}
