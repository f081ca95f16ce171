import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller } from '../../platform/testing/api-caller';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { registerPerson } from '../testing';
import type { Tenant } from './dto/organisation.dto';
import { addMember, bearer, memberOf, switchTo, tenantsOf } from './testing';

/** What is real: two processes of the API, and PostgreSQL. */
let test: TestApp;
let peer: NestFastifyApplication;
beforeAll(async () => {
  test = await startTestApp();
  peer = await startPeer(test);
});
afterAll(async () => {
  await peer.close();
  await test.close();
});

describe('acting for another tenant', () => {
  it('shows the profiles of the organisation, and rejects the former token', async () => {
    const owner = await registerPerson(test.app);
    const { body } = await owner.api.post('/api/profiles', { body: { title: 'Of the organisation' } });
    const id = String(body['id']);
    const person = await registerPerson(test.app);
    await addMember(test, owner, person, 'viewer');
    expect((await person.api.get(`/api/profiles/${id}`)).status).toBe(404);
    const { accessToken, user } = await switchTo(person, owner.user.tenantId);
    expect([user.tenantId, user.role]).toEqual([owner.user.tenantId, 'viewer']);
    expect((await bearer(test.app, accessToken).get(`/api/profiles/${id}`)).status).toBe(200);
    const former = await person.api.get('/api/user');
    expect([former.status, former.body]).toEqual([401, expect.objectContaining({ code: 'session.ended' })]);
    expect(await tenantsOf({ api: bearer(test.app, accessToken) })).toEqual([
      expect.objectContaining({ id: person.user.tenantId, role: 'owner', current: false }),
      expect.objectContaining({ id: owner.user.tenantId, role: 'viewer', current: true }),
    ]);
  });

  it('lets a process that remembers the former tenant accept the new token at once', async () => {
    const owner = await registerPerson(test.app);
    const person = await registerPerson(test.app);
    await addMember(test, owner, person, 'viewer');
    expect((await bearer(peer, person.accessToken).get('/api/user')).status).toBe(200);
    const { accessToken } = await switchTo(person, owner.user.tenantId);
    expect((await bearer(peer, accessToken).get('/api/user')).body['tenantId']).toBe(owner.user.tenantId);
  });

  it('stays signed in by the cookie, for the new tenant, also at the next sign-in', async () => {
    const member = await memberOf(test, await registerPerson(test.app), 'editor');
    const anonymous = new ApiCaller(test.app);
    const refreshed = await anonymous.post<{ accessToken: string }>('/api/auth/refresh', {
      headers: { cookie: member.cookie },
    });
    const { body } = await bearer(test.app, refreshed.body.accessToken).get('/api/user');
    expect([body['tenantId'], body['role']]).toEqual([member.user.tenantId, 'editor']);
    test.clock.advance(1);
    const signedIn = await anonymous.post<SignedIn>('/api/login', {
      body: { email: member.user.email, password: member.password },
    });
    expect(signedIn.body.user.tenantId).toBe(member.user.tenantId);
  });

  it('answers a closed organisation like an unknown one', async () => {
    const owner = await registerPerson(test.app);
    const person = await registerPerson(test.app);
    const { tenantId } = owner.user;
    await addMember(test, owner, person, 'viewer');
    await test.sql('UPDATE auth.tenants SET closed_at = now() WHERE id = $1', [tenantId]);
    expect((await person.api.post(`/api/tenants/${tenantId}/switch`)).status).toBe(404);
    expect((await tenantsOf(person)).map(({ id }) => id)).toEqual([person.user.tenantId]);
  });

  it('creates organisations up to a bound, also when many are asked for at once', async () => {
    const person = await registerPerson(test.app);
    const create = () => person.api.post<Tenant>('/api/tenants', { body: { name: ' Rao & Sons ' } });
    const answers = await Promise.all(Array.from({ length: 12 }, create));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(9);
    expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({ name: 'Rao & Sons', role: 'owner' });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'organisation.too-many' });
  });
});
