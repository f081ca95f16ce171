import { randomUUID } from 'node:crypto';
import { makeOperator, type Person, registerPerson } from './auth/testing';
import { openApiOf } from './platform/http/openapi';
import { ApiCaller, type TestResponse } from './platform/testing/api-caller';
import { type Operation, operationsOf } from './platform/testing/contract-operations';
import { startTestApp, type TestApp } from './test-app';

/** What is real: the API over HTTP without a socket, and PostgreSQL. */
let test: TestApp;
let owner: Person;
const roles = ['viewer', 'editor', 'billing', 'admin', 'owner'];
const begin = new Map<string, () => Promise<ApiCaller>>();
const callers = new Map<string, ApiCaller>();

beforeAll(async () => {
  test = await startTestApp();
  owner = await registerPerson(test.app);
  begin.set('anonymous', () => Promise.resolve(new ApiCaller(test.app)));
  for (const role of roles) {
    const person = role === 'owner' ? owner : await memberWith(role);
    begin.set(role, () => signIn(person));
  }
  begin.set('operator', async () => (await makeOperator(test)).api);
  for (const [name, start] of begin) callers.set(name, await start());
});
afterAll(() => test.close());

async function signIn({ user: { email }, password }: Person): Promise<ApiCaller> {
  const anonymous = new ApiCaller(test.app);
  const { body } = await anonymous.post('/api/login', { body: { email, password } });
  return anonymous.with({ authorization: `Bearer ${String(body['accessToken'])}` });
}

/** A person who acts in the owner's tenant, also at the next sign-in. */
async function memberWith(role: string): Promise<Person> {
  const person = await registerPerson(test.app);
  const { tenantId } = owner.user;
  await test.sql('INSERT INTO auth.memberships VALUES ($1, $2, $3, now())', [tenantId, person.user.id, role]);
  test.clock.advance(1);
  const { status } = await person.api.post(`/api/tenants/${tenantId}/switch`);
  if (status !== 200) throw new Error(`Switching answered ${status}`);
  return person;
}

/** Ids that nothing has, except where an operator names an account or a tenant. */
function urlOf({ path, parameters }: Operation): string {
  const known = path.startsWith('/api/operator/accounts') ? owner.user.id : owner.user.tenantId;
  return path
    .replace('{id}', path.startsWith('/api/operator') ? known : randomUUID())
    .replace(/{(\w+)}/g, (_, name: string) => String(parameters[name]));
}

/** These end the session of the caller. */
const ending = new Set(['POST /api/logout', 'DELETE /api/auth/sessions', 'DELETE /api/account']);

async function send(operation: Operation, name: string): Promise<TestResponse<{ code?: string }>> {
  const [caller, start] = [callers.get(name), begin.get(name)];
  if (!caller || !start) throw new Error(`Nobody is ${name}`);
  const { method, path } = operation;
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '*' };
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
  const answer = await caller.send<{ code?: string }>(method, urlOf(operation), { headers, ...body });
  if (ending.has(`${method} ${path}`)) callers.set(name, await start());
  return answer;
}

/** Whether the guards let a request through: what the route itself answers does not matter. */
function judge({ status, body }: TestResponse<{ code?: string } | undefined>): string {
  if (body?.code === 'session.required') return 'sign in';
  if (status === 403 && body?.code === 'role.insufficient') return 'role';
  return 'passed';
}

function expected(required: readonly string[], caller: string): string {
  if (required.includes('public') || required.includes('optional')) return 'passed';
  if (caller === 'anonymous') return 'sign in';
  if (required.includes('operator')) return caller === 'operator' ? 'passed' : 'unknown';
  // The operator is the owner of a tenant of their own.
  return required.includes(caller === 'operator' ? 'owner' : caller) ? 'passed' : 'role';
}

describe('every route, for every role', () => {
  it('lets through whom the contract lists, and nobody else', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const operation of operationsOf(test.app)) {
      const { method, path, requiredRole } = operation;
      for (const name of callers.keys()) {
        cells += 1;
        const answer = await send(operation, name);
        const isOperators = requiredRole.includes('operator');
        const ended = answer.body?.code === 'session.ended' && path !== '/api/auth/refresh';
        const judged = isOperators && [404, 405].includes(answer.status) ? 'unknown' : judge(answer);
        if (judged !== expected(requiredRole, name) || ended || answer.status >= 500)
          wrong.push(`${name}: ${method} ${path} ${answer.status} ${answer.body?.code ?? ''}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(700);
  });
});

describe('the roles that the contract lists', () => {
  it('states who may use every route', () => {
    const silent = operationsOf(test.app).filter(({ requiredRole }) => requiredRole.length === 0);
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it.each<[what: string, changes: boolean, path: RegExp, allowed: string[]]>([
    ['changing profiles', true, /^\/api\/profiles/, ['editor', 'admin', 'owner']],
    ['buying', true, /^\/api\/(subscription|credits)/, ['billing', 'admin', 'owner']],
    ['changing invoices', true, /^\/api\/billing\/(details|invoices)/, ['billing', 'admin', 'owner']],
    ['reading money', false, /^\/api\/billing\/(details|invoices|payments)/, ['billing', 'admin', 'owner']],
    ['reading profiles', false, /^\/api\/profiles/, roles],
    ['changing members', true, /^\/api\/(members|invitations)/, ['admin', 'owner']],
    ['acting for the product', true, /^\/api\/operator/, ['operator']],
    ['reading for the product', false, /^\/api\/operator/, ['operator']],
  ])('lists for %s the roles of the design', (_, changes, path, allowed) => {
    const found = operationsOf(test.app).filter((one) => path.test(one.path) && (one.method !== 'GET') === changes);
    expect(found.length).toBeGreaterThan(0);
    for (const { requiredRole, ...route } of found)
      expect({ ...route, requiredRole }).toEqual({ ...route, requiredRole: allowed });
  });

  it('lists the same roles in the contract that is served', async () => {
    const { body } = await new ApiCaller(test.app).get<ReturnType<typeof openApiOf>>('/api/openapi.json');
    expect(body.paths['/api/credits/top-up']?.post).toMatchObject({ 'x-required-role': ['billing', 'admin', 'owner'] });
  });
});
