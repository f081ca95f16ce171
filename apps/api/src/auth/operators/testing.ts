import type { ApiCaller, TestResponse } from '../../platform/testing/api-caller';
import type { Person } from '../testing';

/** Why the operators of specs do what they do. */
export const reason = 'Ticket 4711';

/** The status of an answer and the code of its problem. */
export function outcome({ status, body }: { status: number; body: Record<string, unknown> | undefined }): unknown[] {
  return [status, body?.['code']];
}

/** Looks for an account by its address or its id. */
export function find(api: ApiCaller, body: object): Promise<TestResponse<Record<string, unknown>>> {
  return api.post('/api/operator/accounts/find', { body: { reason, ...body } });
}

/** Does something to the account of a person, such as `block`. */
export function act(
  { api }: Pick<Person, 'api'>,
  { user }: Person,
  name: string,
  body: object = { reason },
): Promise<TestResponse<Record<string, unknown>>> {
  return api.post(`/api/operator/accounts/${user.id}/${name}`, { body });
}

/** Signs a person in with the password. */
export function login(
  api: ApiCaller,
  { user: { email }, password }: Person,
): Promise<TestResponse<Record<string, unknown>>> {
  return api.post('/api/login', { body: { email, password } });
}

/** What a person reads of the account's activity. */
export async function actsOf({ api }: Person): Promise<string[]> {
  const { body } = await api.get<{ entries: { act: string }[] }>('/api/auth/audit');
  return body.entries.map(({ act: name }) => name);
}
