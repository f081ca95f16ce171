import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as newId } from 'uuid';
import { ApiCaller } from '../../platform/testing/api-caller';
import { mailsTo } from '../../platform/testing/captured-mails';
import { eventually } from '../../platform/testing/eventually';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import { SessionId } from '../../platform/ids/ids';
import type { SignedIn } from '../dto/auth.dto';
import { type Person, registerPerson } from '../testing';
import { ChangeRole } from './use-cases/change-role';
import { RemoveMember } from './use-cases/remove-member';
import { bearer, memberOf, remove, rolesOf, setRole, switchTo, tenantsOf } from './testing';

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

describe('the roles of members', () => {
  it('changes a role, which counts in every process', async () => {
    const owner = await registerPerson(test.app);
    const member = await memberOf(test, owner, 'editor');
    const create = (app: NestFastifyApplication) =>
      bearer(app, member.accessToken).post('/api/profiles', { body: { title: 'Mine' } });
    expect((await create(test.app)).status).toBe(201);
    expect((await create(peer)).status).toBe(201);
    expect((await setRole(owner, member, 'viewer')).status).toBe(204);
    expect((await create(test.app)).status).toBe(403);
    await eventually(
      () => create(peer),
      ({ status }) => status === 403,
    );
    expect(await rolesOf(owner)).toEqual({ [owner.user.id]: 'owner', [member.user.id]: 'viewer' });
  });

  it('takes a changed role at once in the process that changes it, unnotified', async () => {
    const owner = await registerPerson(test.app);
    const member = await memberOf(test, owner, 'editor');
    const create = () => member.api.post('/api/profiles', { body: { title: 'Mine' } });
    expect((await create()).status).toBe(201);
    await test.sql('ALTER TABLE auth.memberships DISABLE TRIGGER announce_role');
    try {
      expect((await setRole(owner, member, 'viewer')).status).toBe(204);
      expect((await create()).status).toBe(403);
    } finally {
      await test.sql('ALTER TABLE auth.memberships ENABLE TRIGGER announce_role');
    }
  });

  it('mails a member whom somebody else gives a role or removes, in their language', async () => {
    const owner = await registerPerson(test.app);
    await test.sql(`UPDATE auth.tenants SET name = 'Rao at https://evil.example' WHERE id = $1`, [owner.user.tenantId]);
    const [member, leaver] = [await memberOf(test, owner, 'admin'), await memberOf(test, owner, 'viewer')];
    await test.sql(`UPDATE auth.users SET locale = 'hi' WHERE id = $1`, [member.user.id]);
    const about = async ({ user }: Person) =>
      (await mailsTo(test, user.email)).filter(({ body }) => body.includes('“Rao at https evil example”'));
    await setRole(owner, member, 'admin');
    await setRole(owner, member, 'editor');
    await remove(owner, member);
    await leaver.api.post(`/api/tenants/${owner.user.tenantId}/leave`);
    await setRole(owner, owner, 'owner');
    expect((await about(member)).map(({ subject }) => subject).sort()).toEqual([
      'Canar पर आपको एक संगठन से हटाया गया',
      'Canar पर एक संगठन में आपकी भूमिका बदली',
    ]);
    expect([await about(leaver), await about(owner)]).toEqual([[], []]);
  });

  it('lets only owners make owners and change them, after a confirmation', async () => {
    const owner = await registerPerson(test.app);
    const admin = await memberOf(test, owner, 'admin');
    const viewer = await memberOf(test, owner, 'viewer');
    for (const refused of [
      await setRole(admin, viewer, 'owner'),
      await setRole(admin, admin, 'owner'),
      await setRole(admin, owner, 'viewer'),
      await remove(admin, owner),
    ])
      expect([refused.status, refused.body.code]).toEqual([403, 'role.insufficient']);
    expect((await setRole(admin, viewer, 'admin')).status).toBe(204);
    test.clock.advance(601);
    expect((await setRole(owner, viewer, 'owner')).body.code).toBe('confirmation.required');
    await owner.api.post('/api/auth/confirm', { body: { password: owner.password } });
    expect((await setRole(owner, viewer, 'owner')).status).toBe(204);
    expect((await setRole(owner, owner, 'admin')).status).toBe(204);
    expect(await rolesOf(owner)).toMatchObject({ [owner.user.id]: 'admin', [viewer.user.id]: 'owner' });
  });

  it('reads the roles of actor and member anew, whatever the process remembers', async () => {
    const owner = await registerPerson(test.app);
    const [admin, member] = [await memberOf(test, owner, 'admin'), await memberOf(test, owner, 'viewer')];
    const { tenantId, id: userId } = admin.user;
    const remembered = { userId, tenantId, sessionId: SessionId(newId()), role: 'admin' } as const;
    expect((await setRole(owner, admin, 'viewer')).status).toBe(204);
    const late = [
      peer.get(ChangeRole).execute(remembered, member.user.id, 'admin'),
      peer.get(RemoveMember).execute(remembered, member.user.id),
    ];
    for (const refused of late) await expect(refused).rejects.toMatchObject({ code: 'role.insufficient' });
    expect((await rolesOf(owner))[member.user.id]).toBe('viewer');
  });
});

describe('an organisation without another owner', () => {
  it('lets its last owner neither leave nor step down nor be removed', async () => {
    const owner = await registerPerson(test.app);
    await memberOf(test, owner, 'admin');
    for (const refused of [
      await setRole(owner, owner, 'admin'),
      await remove(owner, owner),
      await owner.api.post<{ code?: string }>(`/api/tenants/${owner.user.tenantId}/leave`),
    ])
      expect([refused.status, refused.body.code]).toEqual([409, 'member.last-owner']);
  });

  it('lets one of two owners step down at once', async () => {
    const owner = await registerPerson(test.app);
    const second = await memberOf(test, owner, 'owner');
    const answers = await Promise.all([setRole(owner, owner, 'viewer'), setRole(second, second, 'viewer')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(Object.values(await rolesOf(owner)).sort()).toEqual(['owner', 'viewer']);
  });

  it('counts nobody as an owner who deletes their account', async () => {
    const owner = await registerPerson(test.app);
    const second = await memberOf(test, owner, 'owner');
    expect((await second.api.send('DELETE', '/api/account')).status).toBe(200);
    expect((await setRole(owner, owner, 'viewer')).body.code).toBe('member.last-owner');
    expect((await owner.api.send<{ code: string }>('DELETE', '/api/account')).body.code).toBe('account.last-owner');
  });

  it('rejects hand-written SQL that leaves members without an owner', async () => {
    const owner = await registerPerson(test.app);
    const second = await memberOf(test, owner, 'owner');
    const demote = `UPDATE auth.memberships SET role = 'viewer' WHERE tenant_id = $1`;
    await expect(test.sql(demote, [owner.user.tenantId])).rejects.toThrow('has members and no owner');
    await expect(
      test.sql('DELETE FROM auth.memberships WHERE tenant_id = $1 AND user_id = $2', [
        owner.user.tenantId,
        owner.user.id,
      ]),
    ).resolves.toBeDefined();
    expect(await rolesOf(second)).toEqual({ [second.user.id]: 'owner' });
  });
});

describe('leaving and being removed', () => {
  it('takes the access of a removed member in every process, and no other tenant', async () => {
    const owner = await registerPerson(test.app);
    const member = await memberOf(test, owner, 'admin');
    const onPeer = bearer(peer, member.accessToken);
    expect((await onPeer.get('/api/profiles')).status).toBe(200);
    expect((await remove(owner, member)).status).toBe(204);
    expect((await member.api.get('/api/profiles')).status).toBe(401);
    expect(
      (await new ApiCaller(test.app).post('/api/auth/refresh', { headers: { cookie: member.cookie } })).status,
    ).toBe(401);
    await eventually(
      () => onPeer.get('/api/profiles'),
      ({ status }) => status === 401,
    );
    const { email } = member.user;
    const again = await new ApiCaller(test.app).post<SignedIn>('/api/login', {
      body: { email, password: member.password },
    });
    const api = bearer(test.app, again.body.accessToken);
    expect(await tenantsOf({ api })).toEqual([expect.objectContaining({ name: 'Asha Rao', current: true })]);
    expect((await api.post(`/api/tenants/${owner.user.tenantId}/switch`)).status).toBe(404);
    const audit = await api.get<{ entries: { act: string; reason: string | null }[] }>('/api/auth/audit');
    expect(audit.body.entries).toContainEqual(expect.objectContaining({ act: 'member.removed', reason: 'removed' }));
  });

  it('lets a viewer leave, and keeps a session that acts for another tenant', async () => {
    const owner = await registerPerson(test.app);
    const member = await memberOf(test, owner, 'viewer');
    const own = (await tenantsOf(member)).find(({ current }) => !current)?.id ?? '';
    const api = bearer(test.app, (await switchTo(member, own)).accessToken);
    expect((await api.post(`/api/tenants/${owner.user.tenantId}/leave`)).status).toBe(204);
    expect((await api.get('/api/user')).status).toBe(200);
    expect(await rolesOf(owner)).toEqual({ [owner.user.id]: 'owner' });
  });

  it('finds a stranger in no organisation', async () => {
    const [owner, stranger] = [await registerPerson(test.app), await registerPerson(test.app)];
    for (const answer of [
      await setRole(stranger, owner, 'viewer'),
      await remove(stranger, owner),
      await stranger.api.post(`/api/tenants/${owner.user.tenantId}/leave`),
      await stranger.api.post(`/api/tenants/${owner.user.tenantId}/switch`),
    ])
      expect(answer.status).toBe(404);
  });
});
