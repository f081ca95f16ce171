import { ApiCaller } from '../../platform/testing/api-caller';
import { openApiOf } from '../../platform/http/openapi';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startTestApp, type TestApp } from '../../test-app';
import { enrol, makeOperator, type Operator, registerPerson } from '../testing';
import { changeOperatorsOver } from './change-operators-over';
import { act, actsOf, find, login, outcome } from './testing';

/** What is real: the API over PostgreSQL, with its jobs. The clock stands still unless moved. */
let test: TestApp;
let anonymous: ApiCaller;
let operator: Operator;
beforeAll(async () => {
  test = await startTestApp();
  anonymous = new ApiCaller(test.app);
});
afterAll(() => test.close());

const confirm = () => operator.api.post('/api/auth/confirm', { body: { code: operator.nextCode() } });
const change = (kind: 'grant' | 'revoke', email: string) =>
  changeOperatorsOver(test.app.get(UnitOfWork), kind, email, test.clock.now());

// Access tokens last for fifteen minutes, and the clock moves.
beforeEach(async () => {
  operator = await makeOperator(test);
});

describe('the routes of operators', () => {
  it('answers everybody else as an unknown route', async () => {
    const person = await registerPerson(test.app);
    const { paths } = openApiOf(test.app);
    const routes = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/operator/'))
      .flatMap(([path, operations]) => Object.keys(operations).map((method) => ({ path, method })));
    expect(routes.length).toBeGreaterThan(9);
    const statuses = [];
    for (const { path, method } of routes) {
      const url = path.replace('{id}', operator.user.id);
      const name = method.toUpperCase() as 'GET' | 'POST';
      statuses.push(outcome(await person.api.send(name, url, name === 'GET' ? {} : { body: {} })));
      expect((await anonymous.send(name, url, name === 'GET' ? {} : { body: {} })).status).toBe(401);
    }
    expect(statuses).toEqual(routes.map(() => [404, 'not-found']));
  });

  it('asks an operator to set up a second factor, then for its code', async () => {
    const person = await registerPerson(test.app);
    expect(await change('grant', person.user.email)).toBe('changed');
    const look = () => find(person.api, { email: operator.user.email });
    expect(outcome(await look())).toEqual([403, 'operator.second-factor']);
    const nextCode = await enrol(test, person);
    expect((await look()).body).toMatchObject({ code: 'confirmation.required', methods: ['code'] });
    expect((await person.api.post('/api/auth/confirm', { body: { code: nextCode() } })).status).toBe(204);
    expect((await look()).status).toBe(200);
  });

  it('takes no password and no change of it for the second factor', async () => {
    const person = await registerPerson(test.app);
    const nextCode = await enrol(test, person);
    await change('grant', person.user.email);
    const body = { currentPassword: person.password, password: 'another quiet phrase' };
    const changed = await person.api.post('/api/auth/change-password', { body });
    const api = anonymous.with({ authorization: `Bearer ${String(changed.body['accessToken'])}` });
    expect(outcome(await find(api, { id: person.user.id }))).toEqual([403, 'confirmation.required']);
    const { challenge } = (await login(anonymous, { ...person, password: body.password })).body;
    const signedIn = await anonymous.post('/api/login/second-factor', { body: { challenge, code: nextCode() } });
    const withCode = anonymous.with({ authorization: `Bearer ${String(signedIn.body['accessToken'])}` });
    expect((await find(withCode, { id: person.user.id })).status).toBe(200);
  });

  it('reads with the code of the session, and changes with one of ten minutes', async () => {
    const person = await registerPerson(test.app);
    test.clock.advance(600);
    expect((await operator.api.get(`/api/operator/accounts/${person.user.id}`)).status).toBe(200);
    expect(outcome(await act(operator, person, 'block'))).toEqual([403, 'confirmation.required']);
    await confirm();
    expect((await act(operator, person, 'block')).status).toBe(204);
  });

  it('asks for a reason with every act', async () => {
    const person = await registerPerson(test.app);
    for (const name of ['block', 'unblock', 'end-sessions', 'resend-verification', 'lift-suppression']) {
      for (const body of [{}, { reason: ' ' }, { reason: 'x'.repeat(501) }])
        expect([name, (await act(operator, person, name, body)).status]).toEqual([name, 400]);
    }
    expect((await find(operator.api, { id: person.user.id, reason: '' })).status).toBe(400);
    expect((await find(operator.api, {})).status).toBe(400);
  });
});

describe('making operators', () => {
  it('makes and unmakes operators by their address, once, and notes it for them', async () => {
    const person = await registerPerson(test.app);
    const { email } = person.user;
    const isOperator = async () => (await person.api.get('/api/user')).body['operator'];
    expect(await isOperator()).toBe(false);
    expect([await change('grant', email.toUpperCase()), await change('grant', email)]).toEqual([
      'changed',
      'unchanged',
    ]);
    expect(await isOperator()).toBe(true);
    expect([await change('revoke', email), await change('revoke', email)]).toEqual(['changed', 'unchanged']);
    expect(await isOperator()).toBe(false);
    expect(await change('grant', 'nobody@example.in')).toBe('unknown');
    expect((await actsOf(person)).filter((name) => name.startsWith('operator')).sort()).toEqual([
      'operator.granted',
      'operator.revoked',
    ]);
  });

  it('lets the application make nobody an operator', async () => {
    const rows = await test.sql(
      `SELECT privilege_type FROM information_schema.role_table_grants
       WHERE table_schema = 'auth' AND table_name = 'operators' AND grantee = 'canar_app'`,
    );
    expect(rows).toEqual([{ privilege_type: 'SELECT' }]);
  });
});
