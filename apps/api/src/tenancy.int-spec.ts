import { randomUUID } from 'node:crypto';
import { memberOf, registerPerson, setRole, type Person } from './auth/testing';
import { openCheckout, subscribe } from './billing/testing';
import { openApiOf } from './platform/http/openapi';
import { startTestApp, type TestApp } from './test-app';
import { createProfile, saveDocument, saveRevision, writeDraft } from './profiles/testing';

let test: TestApp;
let owner: Person;
let stranger: Person;
let ids: Record<string, string>;

beforeAll(async () => {
  test = await startTestApp();
  [owner, stranger] = [await registerPerson(test.app), await registerPerson(test.app)];
  await subscribe(owner);
  await subscribe(stranger);
  const { id } = await createProfile(owner, 'The owner’s');
  await saveDocument(owner, id, { basics: { name: 'Owner' } });
  await test.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [owner.user.id]);
  const invited = { email: 'invited-by-the-owner@example.in', role: 'viewer' };
  const invitation = await owner.api.post<{ id: string }>('/api/invitations', { body: invited });
  const checkout = await openCheckout(owner, { packs: 1 });
  await owner.api.put(`/api/profiles/${id}/publication`, { body: { slug: 'of-the-owner', visibility: 'public' } });
  const link = await owner.api.post<{ id: string }>(`/api/profiles/${id}/share-links`, { body: { label: 'Friend' } });
  const sessions = await owner.api.get<{ sessions: { id: string }[] }>('/api/auth/sessions');
  const session = String(sessions.body.sessions[0]?.id);
  const invoices = await owner.api.get<{ invoices: { id: string }[] }>('/api/billing/invoices');
  const invoice = String(invoices.body.invoices[0]?.id);
  const passkey = randomUUID();
  await test.sql(
    `INSERT INTO auth.passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
     VALUES ($1, $2, 'made-by-the-owner', '', 0, '{}', false, 'Phone', now())`,
    [passkey, owner.user.id],
  );
  const identity = randomUUID();
  await test.sql(
    `INSERT INTO auth.identities (id, user_id, provider, subject, email, created_at)
     VALUES ($1, $2, 'google', 'of-the-owner', 'owner@example.in', now())`,
    [identity, owner.user.id],
  );
  ids = {
    identities: identity,
    profiles: id,
    checkouts: checkout.body.checkoutId,
    links: link.body.id,
    sessions: session,
    passkeys: passkey,
    accounts: owner.user.id,
    tenants: owner.user.tenantId,
    members: owner.user.id,
    invitations: invitation.body.id,
    invoices: invoice,
  };
});
afterAll(() => test.close());

/** Every row of the owner's tenant, as one text. */
async function fingerprint(): Promise<string> {
  const tables = await test.sql<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.columns
     WHERE column_name = 'tenant_id' AND (table_schema IN ('credits', 'billing', 'profiles') OR table_name = 'invitations') ORDER BY 1`,
  );
  const contents = await Promise.all(
    tables.map(({ name }) =>
      test.sql(
        `SELECT coalesce(json_agg(t ORDER BY t::text), '[]')::text AS rows FROM ${name} t WHERE tenant_id = $1`,
        [owner.user.tenantId],
      ),
    ),
  );
  const sessions = await test.sql('SELECT id, ended_at FROM auth.sessions WHERE user_id = $1', [owner.user.id]);
  const members = await test.sql('SELECT user_id, role FROM auth.memberships WHERE tenant_id = $1', [
    owner.user.tenantId,
  ]);
  const passkeys = await test.sql('SELECT id, name FROM auth.passkeys WHERE user_id = $1', [owner.user.id]);
  const identities = await test.sql('SELECT id FROM auth.identities WHERE user_id = $1', [owner.user.id]);
  return JSON.stringify([contents, sessions, members, passkeys, identities]);
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Every route of the contract that names something by an id, with the owner's id in it. */
function routes(): { method: Method; url: string; template: string }[] {
  const { paths } = openApiOf(test.app);
  return Object.entries(paths).flatMap(([template, operations]) => {
    if (!template.includes('{id}')) return [];
    const kind = template.split('/{id}')[0]?.split('/').at(-1) ?? '';
    const url = template
      .replace('{id}', ids[kind] ?? `no id for ${kind}`)
      .replace('{link}', ids['links'] ?? 'no link')
      .replace('{number}', '1')
      .replace('{act}', 'pay')
      .replace('{form}', 'json')
      .concat(template.endsWith('/comparison') ? '?from=1&to=draft' : '');
    return Object.keys(operations).map((method) => ({ method: method.toUpperCase() as Method, url, template }));
  });
}

/** A body that the route accepts, so that it is the id that is rejected. */
function bodyOf(template: string): object | undefined {
  if (template.endsWith('/draft')) return { document: {} };
  if (template.endsWith('/publication')) return { slug: 'a-strangers-slug', visibility: 'public' };
  if (template.endsWith('/uploads')) return { kind: 'photo', mediaType: 'image/png', bytes: 100 };
  if (template.endsWith('/uploads/complete')) return { upload: 'an upload of the owner’s' };
  if (template.endsWith('/revisions/{number}')) return { name: 'A stranger’s' };
  if (template.endsWith('/members/{id}')) return { role: 'viewer' };
  if (template.endsWith('/credit-limit')) return { credits: 5 };
  if (template.endsWith('/passkeys/{id}')) return { name: 'A stranger’s' };
  if (template.endsWith('/share-links')) return { label: 'A stranger’s' };
  if (/\/profiles\/{id}(\/duplicate)?$/.test(template)) return { title: 'Taken over' };
  return {};
}

describe('another tenant’s id', () => {
  it('answers an id of another tenant like an unknown one on every route', async () => {
    const before = await fingerprint();
    const all = routes();
    expect(all.length).toBeGreaterThan(20);
    const refusals = [];
    for (const { method, url, template } of all) {
      const headers: Record<string, string> = { 'idempotency-key': randomUUID(), 'if-match': '*' };
      const upload = /\/(photo|cv)$/.test(template) && method === 'PUT';
      const sent = upload
        ? {
            body: Buffer.from(multipartPdf),
            headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
          }
        : { headers, ...(method !== 'GET' && method !== 'DELETE' && { body: bodyOf(template) }) };
      const known = await stranger.api.send<Record<string, unknown>>(method, url, sent);
      const unknown = await stranger.api.send<Record<string, unknown>>(
        method,
        url.replace(/[0-9a-f-]{36}/, randomUUID()),
        { ...sent, headers: { ...sent.headers, 'idempotency-key': randomUUID() } },
      );
      refusals.push({ route: `${method} ${template}`, statuses: [known.status, unknown.status] });
      expect({ ...known.body, requestId: 0 }).toEqual({ ...unknown.body, requestId: 0 });
    }
    expect(refusals.filter(({ statuses }) => statuses.some((status) => status !== 404))).toEqual([]);
    expect(await fingerprint()).toBe(before);
  });

  it('shows data of a tenant in no list, balance or statement of another', async () => {
    const lists = [
      '/api/profiles',
      '/api/credits',
      '/api/credits/entries',
      '/api/credits/members',
      '/api/subscription',
      '/api/billing/payments',
      '/api/billing/invoices',
      '/api/billing/details',
      '/api/members',
      '/api/invitations',
      '/api/tenants',
    ];
    for (const url of lists) {
      const { text } = await stranger.api.get(url);
      for (const secret of [...Object.values(ids), owner.user.tenantId, 'The owner’s'])
        expect(text).not.toContain(secret);
    }
  });
});

describe('members of one tenant', () => {
  it('share one pool exactly when they spend at once, and pay from no other', async () => {
    const member = await registerPerson(test.app);
    await test.sql(`INSERT INTO auth.memberships VALUES ($1, $2, 'editor', now())`, [
      owner.user.tenantId,
      member.user.id,
    ]);
    const ownTenant = member.user.tenantId;
    const switched = await member.api.post<Person>(`/api/tenants/${owner.user.tenantId}/switch`);
    member.api = member.api.with({ authorization: `Bearer ${switched.body.accessToken}` });
    const balance = async () => Number((await owner.api.get('/api/credits')).body['balance']);
    const before = await balance();
    const saves = [owner, member, owner, member, owner, member].map(async (person, index) => {
      const { id } = await createProfile(person, `Number ${index}`);
      return saveDocument(person, id, { basics: { name: `Person ${index}` } });
    });
    expect((await Promise.all(saves)).map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(await balance()).toBe(before - 6 * 5);
    expect(await test.sql('SELECT 1 FROM credits.entries WHERE tenant_id = $1', [ownTenant])).toEqual([]);
    expect((await member.api.get('/api/credits')).body['balance']).toBe(await balance());
    expect((await openCheckout(member, { packs: 1 })).status).toBe(403);
  });

  it('get an answer of their own for the same idempotency key', async () => {
    const member = await memberOf(test, owner, 'billing');
    const key = randomUUID();
    const [first, second] = [
      await openCheckout(owner, { packs: 1 }, key),
      await openCheckout(member, { packs: 1 }, key),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.checkoutId).not.toBe(first.body.checkoutId);
    expect((await openCheckout(member, { packs: 2 }, key)).body).toMatchObject({ code: 'idempotency.key-reused' });
    for (const [person, { text }] of [[owner, first] as const, [member, second] as const])
      expect((await openCheckout(person, { packs: 1 }, key)).text).toBe(text);
  });

  it('charge both when they save with the same key, and each once', async () => {
    const member = await memberOf(test, owner, 'editor');
    const key = randomUUID();
    const { id } = await createProfile(owner, 'Of both');
    const etag = await writeDraft(owner, id, { basics: { name: 'First' } });
    const first = await saveRevision(owner, id, etag, key);
    const next = await writeDraft(member, id, { basics: { name: 'Second' } });
    const answers = await Promise.all([1, 2, 3].map(() => saveRevision(member, id, next, key)));
    expect(answers.map(({ body }) => body.revision.number)).toEqual([2, 2, 2]);
    expect((await saveRevision(owner, id, etag, key)).text).toBe(first.text);
  });

  it('get no stored answer for which their role is no longer enough', async () => {
    const member = await memberOf(test, owner, 'billing');
    const key = randomUUID();
    const opened = await openCheckout(member, { packs: 1 }, key);
    await setRole(owner, member, 'viewer');
    expect((await openCheckout(member, { packs: 1 }, key)).body).toMatchObject({ code: 'role.insufficient' });
    await setRole(owner, member, 'billing');
    expect((await openCheckout(member, { packs: 1 }, key)).text).toBe(opened.text);
  });

  it('get the answer that the release before stored for a key of the tenant', async () => {
    const key = randomUUID();
    const opened = await openCheckout(owner, { packs: 1 }, key);
    await test.sql(`UPDATE platform.idempotency_keys SET user_id = DEFAULT WHERE tenant_id = $1 AND key = $2`, [
      owner.user.tenantId,
      key,
    ]);
    expect((await openCheckout(owner, { packs: 1 }, key)).text).toBe(opened.text);
  });
});

const multipartPdf =
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n%%EOF\r\n--x--\r\n';
