import { Secret, TOTP } from 'otpauth';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller, type TestResponse } from '../platform/testing/api-caller';
import { mailsTo } from '../platform/testing/captured-mails';
import { eventually } from '../platform/testing/eventually';
import type { TestApp } from '../test-app';
import type { TenantId, UserId } from '../platform/ids/ids';
import type { SignedIn } from './dto/auth.dto';

let people = 0;

/** What registering answers, with ids that use cases take. */
type Account = SignedIn & { user: { id: UserId; tenantId: TenantId } };

/** A person with an account, as a spec needs one. */
export interface Person extends Account {
  api: ApiCaller;
  password: string;
  /** The session's. */
  cookie: string;
  deviceCookie: string;
}

/** Registers a new person over HTTP and gives a caller that acts as them. */
export async function registerPerson(
  app: NestFastifyApplication,
  fields: { email?: string; api?: ApiCaller; locale?: string } = {},
): Promise<Person> {
  people += 1;
  const password = `a quiet phrase ${people}`;
  const anonymous = fields.api ?? new ApiCaller(app);
  const email = fields.email ?? `person-${people}@example.in`;
  const body = { email, password, name: 'Asha Rao', locale: fields.locale };
  const answer = await anonymous.post<Account>('/api/register', { body });
  if (answer.status !== 201) throw new Error(`Registering answered ${answer.status}: ${answer.text}`);
  const [cookie = '', deviceCookie = ''] = answer.cookies.map(({ name, value }) => `${name}=${value}`);
  const { accessToken } = answer.body;
  const api = anonymous.with(accessToken ? { authorization: `Bearer ${accessToken}` } : { cookie });
  return { ...answer.body, api, password, cookie, deviceCookie };
}

/** Gives a person another role in their tenant, which somebody else then owns. */
export async function changeRole(test: TestApp, { user }: Person, role: string): Promise<void> {
  const other = await registerPerson(test.app);
  await test.sql(`INSERT INTO auth.memberships VALUES ($1, $2, 'owner', now())`, [user.tenantId, other.user.id]);
  await test.sql('UPDATE auth.memberships SET role = $3 WHERE tenant_id = $1 AND user_id = $2', [
    user.tenantId,
    user.id,
    role,
  ]);
}

/** A caller with an access token. */
export function bearer(app: NestFastifyApplication, token: string | null): ApiCaller {
  return new ApiCaller(app).with({ authorization: `Bearer ${String(token)}` });
}

/** Makes a person a member of the tenant of another. */
export async function addMember(test: TestApp, owner: Person, person: Person, role: string): Promise<void> {
  const membership = [owner.user.tenantId, person.user.id, role];
  await test.sql('INSERT INTO auth.memberships VALUES ($1, $2, $3, now())', membership);
}

/** Makes the session of a person act for another tenant. */
export async function switchTo(person: Person, tenantId: string): Promise<SignedIn> {
  const { status, body } = await person.api.post<SignedIn>(`/api/tenants/${tenantId}/switch`);
  if (status !== 200) throw new Error(`Switching answered ${status}`);
  return body;
}

/** A new person who acts in the tenant of another, in a role. */
export async function memberOf(test: TestApp, owner: Person, role: string): Promise<Person> {
  const person = await registerPerson(test.app);
  await addMember(test, owner, person, role);
  const { accessToken, user } = await switchTo(person, owner.user.tenantId);
  return {
    ...person,
    user: { ...person.user, ...user } as Person['user'],
    accessToken,
    api: bearer(test.app, accessToken),
  };
}

/** Gives a member another role, as somebody who may. */
export const setRole = (by: Person, of: Person, role: string): Promise<TestResponse<{ code?: string }>> =>
  by.api.send('PATCH', `/api/members/${of.user.id}`, { body: { role } });

/** The tokens of the links to a page that were mailed to an address, oldest first, when there are as many as expected. */
export async function mailedTokens(test: TestApp, email: string, page: string, expected = 1): Promise<string[]> {
  const link = new RegExp(`${page}#token=([\\w-]{43})$`, 'm');
  const tokens = async () => {
    const mails = await mailsTo(test, email);
    return mails.map(({ body }) => link.exec(body)?.[1]).filter((token) => token !== undefined);
  };
  return eventually(tokens, (found) => found.length >= expected);
}

/** An operator who has just given a code of the second factor. */
export interface Operator extends Person {
  /** The next code of the authenticator app; the clock moves to its time step. */
  nextCode: () => string;
}

/** Turns a second factor on for a person whose address counts as verified. @returns the codes of the authenticator app */
export async function enrol(test: TestApp, { api, user }: Person): Promise<Operator['nextCode']> {
  await test.sql('UPDATE auth.users SET email_verified_at = now() WHERE id = $1', [user.id]);
  const secret = Secret.fromBase32(String((await api.post('/api/auth/second-factor')).body['secret']));
  const nextCode = () => {
    test.clock.advance(30);
    return new TOTP({ secret }).generate({ timestamp: test.clock.now().getTime() });
  };
  const on = await api.post('/api/auth/second-factor/confirm', { body: { code: nextCode() } });
  if (on.status !== 200) throw new Error(`Turning the second factor on answered ${on.status}: ${on.text}`);
  return nextCode;
}

/** Makes a new person an operator and gives a code of their second factor. */
export async function makeOperator(test: TestApp): Promise<Operator> {
  const person = await registerPerson(test.app);
  const nextCode = await enrol(test, person);
  await test.sql('INSERT INTO auth.operators (user_id, granted_at) VALUES ($1, now())', [person.user.id]);
  const confirmed = await person.api.post('/api/auth/confirm', { body: { code: nextCode() } });
  if (confirmed.status !== 204) throw new Error(`Confirming answered ${confirmed.status}: ${confirmed.text}`);
  return { ...person, nextCode };
}

export { privateKeyOf } from './leaving/record-sealing';
export { openRecord } from './leaving/testing/open-record';
