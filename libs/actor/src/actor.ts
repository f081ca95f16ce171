import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, createApiClient, type Schema, currentConsents } from '@canar/api-client';
import { ActorError, bodyOf, etagOf, fileForm, idempotencyKey } from './requests';

const REQUEST_TIMEOUT_MS = 120_000;
const PAYMENT_TIMEOUT_MS = 120_000;
const MAX_PACKS_PER_CHECKOUT = 20;

/** The credentials and name of a registration. */
export type Account = Schema<'RegisterBody'>;

/** A profile and the ETag of its draft. */
export interface EditedProfile {
  readonly id: string;
  readonly etag: string;
}

/** A user of the API: stores access token and cookies, and registers, buys, edits, publishes and shares. */
export class Actor {
  readonly client: ApiClient;
  readonly account: Account;
  accessToken: string | null = null;
  tenantId = '';
  private readonly cookies = new Map<string, string>();

  /**
   * @param origin where the API is
   * @param account random, where it is left out
   */
  constructor(
    readonly origin: string,
    account: Partial<Account> = {},
  ) {
    const random = { email: `${randomUUID()}@example.in`, password: randomBytes(18).toString('base64url') };
    this.account = { name: 'Asha Rao', consents: currentConsents, ...random, ...account };
    this.client = createApiClient({ baseUrl: origin, fetch: (request) => this.send(request) });
  }

  /** Registers a new account and subscribes it to Basic, which grants 500 credits. */
  static async subscriber(origin: string, account: Partial<Account> = {}): Promise<Actor> {
    const actor = new Actor(origin, account);
    await actor.register();
    await actor.subscribe();
    return actor;
  }

  get email(): string {
    return this.account.email;
  }

  /** The same signed-in account at another process of the API. */
  at({ origin }: { readonly origin: string }): Actor {
    const actor = new Actor(origin, this.account);
    actor.openSession({ accessToken: this.accessToken, user: this });
    return actor;
  }

  /** Requests a page or a file beside the API's own routes; does not follow redirects. */
  get(path: string): Promise<Response> {
    return this.send(new Request(new URL(path, this.origin), { redirect: 'manual' }));
  }

  async register(): Promise<void> {
    this.openSession(await bodyOf(this.client.POST('/api/register', { body: this.account })));
  }

  /** @throws {ActorError} when the account asks for a second factor */
  async signIn(): Promise<void> {
    const { email, password } = this.account;
    const signedIn = await bodyOf(this.client.POST('/api/login', { body: { email, password } }));
    if ('challenge' in signedIn) throw new ActorError('An actor has no second factor.');
    this.openSession(signedIn);
  }

  async subscriptionStatus(): Promise<Schema<'Subscription'>['status']> {
    return (await bodyOf(this.client.GET('/api/subscription'))).status;
  }

  /** Buys Basic in the sandbox. @throws {ActorError} when the subscription is not active within two minutes */
  async subscribe(): Promise<void> {
    const params = { header: idempotencyKey() };
    await this.pay(await bodyOf(this.client.POST('/api/subscription/checkout', { params, body: { plan: 'basic' } })));
    const deadline = performance.now() + PAYMENT_TIMEOUT_MS;
    while ((await this.subscriptionStatus()) !== 'active') {
      if (performance.now() > deadline) throw new ActorError('The sandbox payment was not booked within two minutes.');
      await sleep(100);
    }
  }

  /** Buys packs of 100 credits in the sandbox. */
  async buyCredits(packs: number): Promise<void> {
    for (let left = packs; left > 0; left -= MAX_PACKS_PER_CHECKOUT) {
      const params = { header: idempotencyKey() };
      const body = { packs: Math.min(left, MAX_PACKS_PER_CHECKOUT) };
      await this.pay(await bodyOf(this.client.POST('/api/credits/top-up', { params, body })));
    }
  }

  async balance(): Promise<number> {
    return (await bodyOf(this.client.GET('/api/credits'))).balance;
  }

  /** Creates a profile. @returns its id */
  async createProfile(title: string): Promise<string> {
    return (await bodyOf(this.client.POST('/api/profiles', { body: { title } }))).id;
  }

  /** Replaces the draft, whatever its version. @returns the new ETag */
  async editDraft(id: string, document: object): Promise<string> {
    const draft = await this.client.GET('/api/profiles/{id}/draft', { params: { path: { id } } });
    const params = { path: { id }, header: { 'If-Match': etagOf(draft.response) } };
    const request = this.client.PUT('/api/profiles/{id}/draft', { params, body: { document: { ...document } } });
    await bodyOf(request);
    return etagOf((await request).response);
  }

  /** Creates a profile whose draft differs from its (absent) latest revision. */
  async createEditedProfile(title: string, document: object = { basics: { name: title } }): Promise<EditedProfile> {
    const id = await this.createProfile(title);
    return { id, etag: await this.editDraft(id, document) };
  }

  /** Saves the draft as a revision. */
  saveRevision({ id, etag }: EditedProfile, key: string = randomUUID()) {
    const params = { path: { id }, header: { 'If-Match': etag, 'Idempotency-Key': key } };
    return this.client.POST('/api/profiles/{id}/revisions', { params });
  }

  /** Creates a profile with one saved revision. @returns its id */
  async createSavedProfile(title: string, document?: object): Promise<string> {
    const profile = await this.createEditedProfile(title, document);
    await bodyOf(this.saveRevision(profile));
    return profile.id;
  }

  /** Publishes a saved profile; public, unless the terms say otherwise. */
  async publish(id: string, slug: string, terms: Partial<Schema<'PublicationBody'>> = {}): Promise<void> {
    const body: Schema<'PublicationBody'> = {
      slug,
      visibility: 'public',
      showCv: false,
      ...terms,
    };
    await bodyOf(this.client.PUT('/api/profiles/{id}/publication', { params: { path: { id } }, body }));
  }

  /** Creates, saves and publishes a profile. @returns its id */
  async createPublishedProfile(slug: string, document?: object): Promise<string> {
    const id = await this.createSavedProfile(slug, document);
    await this.publish(id, slug);
    return id;
  }

  async unpublish(id: string): Promise<void> {
    await bodyOf(this.client.DELETE('/api/profiles/{id}/publication', { params: { path: { id } } }));
  }

  /** Creates a share link. @returns its id and address */
  async createShareLink(id: string, label: string): Promise<{ id: string; url: string }> {
    const params = { path: { id } };
    const link = await bodyOf(this.client.POST('/api/profiles/{id}/share-links', { params, body: { label } }));
    return { id: link.id, url: String(link.url) };
  }

  async uploadPhoto(id: string, bytes: Uint8Array, fileName: string): Promise<void> {
    const params = { path: { id } };
    await bodyOf(this.client.PUT('/api/profiles/{id}/photo', { params, ...fileForm(bytes, fileName) }));
  }

  private openSession({ accessToken, user }: { accessToken: string | null; user: { tenantId: string } }): void {
    this.accessToken = accessToken;
    this.tenantId = user.tenantId;
  }

  private async pay({ checkoutId }: Schema<'Checkout'>): Promise<void> {
    const params = { path: { id: checkoutId, act: 'pay' } } as const;
    const { status } = await bodyOf(
      this.client.POST('/api/billing/sandbox/checkouts/{id}/{act}', { params, body: {} }),
    );
    if (status !== 'paid') throw new ActorError(`The sandbox payment ended as ${status}.`);
  }

  private async send(request: Request): Promise<Response> {
    if (this.accessToken !== null) request.headers.set('authorization', `Bearer ${this.accessToken}`);
    if (this.cookies.size > 0) {
      request.headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    const response = await fetch(request, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
    for (const cookie of response.headers.getSetCookie()) this.storeCookie(cookie);
    return response;
  }

  private storeCookie(cookie: string): void {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
