import type { TestResponse } from '../../platform/testing/api-caller';
import type { Person } from '../testing';
import type { Member, Tenant } from './dto/organisation.dto';

export { addMember, bearer, memberOf, setRole, switchTo } from '../testing';

/** The roles of the members of the tenant for which a person acts, by id. */
export async function rolesOf({ api }: Person): Promise<Record<string, string>> {
  const { body } = await api.get<{ members: Member[] }>('/api/members');
  return Object.fromEntries(body.members.map(({ id, role }) => [id, role]));
}

export const remove = (by: Person, whom: Person): Promise<TestResponse<{ code?: string }>> =>
  by.api.send('DELETE', `/api/members/${whom.user.id}`);

export async function tenantsOf({ api }: Pick<Person, 'api'>): Promise<Tenant[]> {
  return (await api.get<{ tenants: Tenant[] }>('/api/tenants')).body.tenants;
}
