import { ApiCaller, type TestResponse } from '../../platform/testing/api-caller';
import { mailsTo } from '../../platform/testing/captured-mails';
import { startTestApp, type TestApp } from '../../test-app';
import { type Person, registerPerson } from '../testing';
import type { InvitationReport, PendingInvitation, PendingInvitations } from './dto/invitation.dto';
import { memberOf, remove, rolesOf, setRole, switchTo } from './testing';

/** What is real: the API, and PostgreSQL with its queue. */
let test: TestApp;
let anonymous: ApiCaller;
beforeAll(async () => {
  test = await startTestApp();
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

const verify = ({ user }: Person) =>
  test.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [user.id]);
async function verifiedPerson(): Promise<Person> {
  const person = await registerPerson(test.app);
  await verify(person);
  return person;
}
let addresses = 0;
const newAddress = () => `invited-${(addresses += 1)}@example.in`;
const invite = ({ api }: Person, email: string, role = 'editor') =>
  api.post<PendingInvitation & { code?: string }>('/api/invitations', { body: { email, role } });
async function tokensTo(email: string): Promise<string[]> {
  const mails = await mailsTo(test, email);
  return mails.flatMap(({ body }) => /\/invitation\/#token=([\w-]{64})$/m.exec(body)?.[1] ?? []);
}
const lastToken = async (email: string) => (await tokensTo(email)).at(-1) ?? '';
const accept = ({ api }: Pick<Person, 'api'>, token: string): Promise<TestResponse<{ code?: string; id?: string }>> =>
  api.post('/api/invitation/accept', { body: { token } });
const describeStatus = async (token: string) => (await anonymous.post('/api/invitation', { body: { token } })).status;

describe('an invitation', () => {
  it('makes a person with a confirmed address a member, once', async () => {
    const [owner, person] = [await verifiedPerson(), await verifiedPerson()];
    const sent = await invite(owner, person.user.email.toUpperCase(), 'billing');
    expect([sent.status, sent.body.role]).toEqual([201, 'billing']);
    const token = await lastToken(person.user.email.toUpperCase());
    const shown = await anonymous.post('/api/invitation', { body: { token } });
    expect(shown.body).toEqual({
      organisation: 'Asha Rao',
      email: person.user.email.toUpperCase(),
      role: 'billing',
      expiresAt: sent.body.expiresAt,
    });
    const answers = await Promise.all([accept(person, token), accept(person, token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await rolesOf(owner)).toEqual({ [owner.user.id]: 'owner', [person.user.id]: 'billing' });
    expect((await switchTo(person, owner.user.tenantId)).user.role).toBe('billing');
    expect((await owner.api.get<PendingInvitations>('/api/invitations')).body.invitations).toEqual([]);
    expect(await describeStatus(token)).toBe(401);
  });

  it('confirms the address of an account that was made in this session', async () => {
    const owner = await verifiedPerson();
    const email = newAddress();
    await invite(owner, email);
    const person = await registerPerson(test.app, { email });
    expect((await accept(person, await lastToken(email))).status).toBe(200);
    expect((await person.api.get('/api/user')).body['emailVerified']).toBe(true);
  });

  it('joins no account that somebody else may have made with the address', async () => {
    const owner = await verifiedPerson();
    const person = await registerPerson(test.app);
    await invite(owner, person.user.email);
    const token = await lastToken(person.user.email);
    const { email } = person.user;
    const { body } = await anonymous.post('/api/login', { body: { email, password: person.password } });
    const later = { api: anonymous.with({ authorization: `Bearer ${String(body['accessToken'])}` }) };
    expect((await accept(later, token)).body.code).toBe('email.unverified');
    await verify(person);
    expect((await accept(later, token)).status).toBe(200);
  });

  it('rejects the account of another address, and stays good for its own', async () => {
    const [owner, person, other] = [await verifiedPerson(), await verifiedPerson(), await verifiedPerson()];
    await invite(owner, person.user.email);
    const token = await lastToken(person.user.email);
    const refused = await accept(other, token);
    expect([refused.status, refused.body.code]).toEqual([403, 'invitation.other-address']);
    expect((await accept(person, token)).status).toBe(200);
  });

  it('keeps the role of somebody who is a member already', async () => {
    const owner = await verifiedPerson();
    const person = await verifiedPerson();
    await invite(owner, person.user.email, 'viewer');
    await test.sql(`INSERT INTO auth.memberships VALUES ($1, $2, 'admin', now())`, [
      owner.user.tenantId,
      person.user.id,
    ]);
    expect((await accept(person, await lastToken(person.user.email))).body).toMatchObject({ role: 'admin' });
    expect((await rolesOf(owner))[person.user.id]).toBe('admin');
  });
});

describe('a link of an invitation', () => {
  it('opens nothing after seven days, a new link, or a revocation', async () => {
    const owner = await verifiedPerson();
    const [first, second] = [newAddress(), newAddress()];
    await invite(owner, first);
    const id = (await invite(owner, second)).body.id;
    const [old] = await tokensTo(second);
    expect((await owner.api.post(`/api/invitations/${id}/resend`)).status).toBe(204);
    const renewed = (await tokensTo(second)).find((token) => token !== old) ?? '';
    expect([await describeStatus(old ?? ''), await describeStatus(renewed)]).toEqual([401, 200]);
    expect((await owner.api.send('DELETE', `/api/invitations/${id}`)).status).toBe(204);
    expect((await owner.api.send('DELETE', `/api/invitations/${id}`)).status).toBe(404);
    expect(await describeStatus(renewed)).toBe(401);
    const token = await lastToken(first);
    test.clock.advance(7 * 86_400 - 1);
    expect(await describeStatus(token)).toBe(200);
    test.clock.advance(1);
    expect(await describeStatus(token)).toBe(401);
  });

  it('opens no other tenant, invented or altered', async () => {
    const [owner, other] = [await verifiedPerson(), await verifiedPerson()];
    const email = newAddress();
    await invite(owner, email);
    const bytes = Buffer.from(await lastToken(email), 'base64url');
    const moved = Buffer.concat([Buffer.from(other.user.tenantId.replaceAll('-', ''), 'hex'), bytes.subarray(16)]);
    for (const token of [moved.toString('base64url'), 'x'.repeat(64), 'short', `${'A'.repeat(63)}-`])
      expect(await describeStatus(token)).toBe(401);
  });

  it('opens nothing once its sender may invite nobody', async () => {
    const owner = await verifiedPerson();
    const [demoted, removed] = [await memberOf(test, owner, 'admin'), await memberOf(test, owner, 'admin')];
    const sent: string[] = [];
    for (const sender of [demoted, removed, owner]) {
      await verify(sender);
      const email = newAddress();
      expect((await invite(sender, email)).status).toBe(201);
      sent.push(await lastToken(email));
    }
    await setRole(owner, demoted, 'editor');
    await remove(owner, removed);
    expect(await Promise.all(sent.map(describeStatus))).toEqual([401, 401, 200]);
    await test.sql('UPDATE auth.tenants SET closed_at = now() WHERE id = $1', [owner.user.tenantId]);
    expect(await describeStatus(sent[2] ?? '')).toBe(401);
  });

  it('stores only a hash', async () => {
    const owner = await verifiedPerson();
    const email = newAddress();
    await invite(owner, email);
    const token = await lastToken(email);
    const [row] = await test.sql<{ text: string }>('SELECT i::text AS text FROM auth.invitations i WHERE email = $1', [
      email,
    ]);
    expect(row?.text).toContain(email);
    expect(row?.text).not.toContain(Buffer.from(token, 'base64url').subarray(16).toString('hex'));
  });
});

describe('inviting', () => {
  it('rejects unconfirmed senders, members, owners and other roles', async () => {
    const owner = await registerPerson(test.app);
    expect((await invite(owner, newAddress())).body.code).toBe('email.unverified');
    await verify(owner);
    const admin = await memberOf(test, owner, 'admin');
    expect((await invite(owner, admin.user.email)).body.code).toBe('member.exists');
    expect((await invite(owner, newAddress(), 'owner')).status).toBe(400);
    const onlyRole = await memberOf(test, owner, 'editor');
    expect((await invite(onlyRole, newAddress())).body.code).toBe('role.insufficient');
  });

  it('mails a bounded number, in the reader’s language, without other links', async () => {
    const owner = await verifiedPerson();
    await test.sql(`UPDATE auth.tenants SET name = 'Win at https://evil.example' WHERE id = $1`, [owner.user.tenantId]);
    const reader = await registerPerson(test.app, { locale: 'hi' });
    await invite(owner, reader.user.email);
    const mail = (await mailsTo(test, reader.user.email)).find(({ body }) => body.includes('/invitation/'));
    expect(mail?.subject).toBe('Canar पर एक संगठन का न्योता');
    expect(mail?.body).toContain('“Win at https evil example”');
    expect(mail?.body).toContain('/hi/invitation/#token=');
    const answers = await Promise.all(Array.from({ length: 35 }, () => invite(owner, newAddress())));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(29);
    const refused = answers.find(({ status }) => status === 429);
    expect([refused?.body.code, Number(refused?.headers['retry-after'])]).toEqual(['invitation.too-many', 600]);
  });

  it('invites the addresses of a file, reports each line, and mails nobody twice', async () => {
    const owner = await registerPerson(test.app);
    const send = ({ api }: Person, csv: string) =>
      api.post<InvitationReport & { code?: string }>('/api/invitations/file', { body: { csv, role: 'viewer' } });
    expect((await send(owner, newAddress())).body.code).toBe('email.unverified');
    await verify(owner);
    const member = await memberOf(test, owner, 'editor');
    const [first, second, third] = [newAddress(), newAddress(), newAddress()];
    await invite(owner, third);
    const csv = `email,role\n${first},billing\n${member.user.email}\nnobody\n${second}\n${third}\n${second}`;
    const outcomes = async () => (await send(owner, csv)).body.lines.map(({ line, outcome }) => [line, outcome]);
    const [others, last] = [
      [
        [3, 'member.exists'],
        [4, 'email.malformed'],
      ],
      [7, 'line.duplicate'],
    ];
    expect(await outcomes()).toEqual([[2, 'invited'], ...others, [5, 'invited'], [6, 'invitation.open'], last]);
    expect(await outcomes()).toEqual([
      [2, 'invitation.open'],
      ...others,
      ...[5, 6].map((line) => [line, 'invitation.open']),
      last,
    ]);
    for (const email of [first, second, third]) expect(await tokensTo(email)).toHaveLength(1);
    const open = (await owner.api.get<PendingInvitations>('/api/invitations')).body.invitations;
    expect(Object.fromEntries(open.map(({ email, role }) => [email, role]))).toEqual({
      [first]: 'billing',
      [second]: 'viewer',
      [third]: 'editor',
    });
    const many = Array.from({ length: 40 }, newAddress).join('\n');
    const report = (await send(owner, many)).body.lines.map(({ outcome }) => outcome);
    expect(report).toEqual([...Array(27).fill('invited'), ...Array(13).fill('invitation.too-many')]);
    expect((await send(owner, '"')).body.code).toBe('invitation.file-unreadable');
    expect((await send(owner, 'x'.repeat(32_769))).status).toBe(400);
    expect((await send(member, csv)).body.code).toBe('role.insufficient');
  });
});
