import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller, type TestResponse } from '../../platform/testing/api-caller';
import type { TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { type Person, registerPerson } from '../testing';
import type { Member, Tenant } from './dto/organisation.dto';

type Refusable = Promise<TestResponse<{ code?: string }>>;

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

/** The roles of the members of the tenant for which a person acts, by id. */
export async function rolesOf({ api }: Person): Promise<Record<string, string>> {
  const { body } = await api.get<{ members: Member[] }>('/api/members');
  return Object.fromEntries(body.members.map(({ id, role }) => [id, role]));
}

export const setRole = (by: Person, of: Person, role: string): Refusable =>
  by.api.send('PATCH', `/api/members/${of.user.id}`, { body: { role } });

export const remove = (by: Person, whom: Person): Refusable => by.api.send('DELETE', `/api/members/${whom.user.id}`);

export async function tenantsOf({ api }: Pick<Person, 'api'>): Promise<Tenant[]> {
  return (await api.get<{ tenants: Tenant[] }>('/api/tenants')).body.tenants;
}
