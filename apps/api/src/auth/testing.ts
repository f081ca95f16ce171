import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller } from '../platform/testing/api-caller';
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
  fields: { email?: string; api?: ApiCaller } = {},
): Promise<Person> {
  people += 1;
  const password = `a quiet phrase ${people}`;
  const anonymous = fields.api ?? new ApiCaller(app);
  const email = fields.email ?? `person-${people}@example.in`;
  const answer = await anonymous.post<Account>('/api/register', { body: { email, password, name: 'Asha Rao' } });
  if (answer.status !== 201) throw new Error(`Registering answered ${answer.status}: ${answer.text}`);
  const [cookie = '', deviceCookie = ''] = answer.cookies.map(({ name, value }) => `${name}=${value}`);
  const { accessToken } = answer.body;
  const api = anonymous.with(accessToken ? { authorization: `Bearer ${accessToken}` } : { cookie });
  return { ...answer.body, api, password, cookie, deviceCookie };
}
