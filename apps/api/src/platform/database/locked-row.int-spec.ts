import { DataSource } from 'typeorm';
import { type Person, registerPerson } from '../../auth/testing';
import { subscribe } from '../../billing/testing';
import { createProfile, saveRevision, writeDraft } from '../../profiles/testing';
import { startTestApp, type TestApp } from '../../test-app';
import type { TestResponse } from '../testing/api-caller';
import { type Timeouts, timeouts } from './timeouts';
import { UnitOfWork } from './unit-of-work';

/** What is real: the API with its pool of four connections, and PostgreSQL, in which a row is locked by hand. */
let test: TestApp;
let stuck: Person;
let other: Person;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '4' });
  [stuck, other] = [await registerPerson(test.app), await registerPerson(test.app)];
  await subscribe(stuck);
  await subscribe(other);
});
afterAll(() => test.close());

const lockAccount = async (person: Person) => {
  await test.sql('BEGIN');
  await test.sql('SELECT 1 FROM credits.accounts WHERE tenant_id = $1 FOR UPDATE', [person.user.tenantId]);
};

describe('an account whose row is locked', () => {
  it('answers a save on a locked row with 503 and delays no other tenant', async () => {
    const { id } = await createProfile(stuck);
    const etag = await writeDraft(stuck, id, { basics: { name: 'Stuck' } });
    await lockAccount(stuck);
    const settled: TestResponse<unknown>[] = [];
    const saves = Array.from({ length: 8 }, async () => settled.push(await saveRevision(stuck, id, etag)));
    const foreign = [];
    for (const address of ['/api/credits', '/api/profiles', '/api/credits/entries', '/api/subscription', '/api/user']) {
      foreign.push((await other.api.get(address)).status);
    }
    const { id: another } = await createProfile(other);
    foreign.push((await saveRevision(other, another, await writeDraft(other, another, {}))).status);
    expect([foreign, settled.length]).toEqual([[200, 200, 200, 200, 200, 201], 0]);
    await Promise.all(saves);
    expect(new Set(settled.map(({ status }) => status))).toEqual(new Set([503]));
    for (const { headers, body } of settled) {
      expect([headers['retry-after'], (body as { code: string }).code]).toEqual(['5', 'request.busy']);
    }
    await test.sql('ROLLBACK');
    expect((await saveRevision(stuck, id, etag)).status).toBe(201);
  });
});

class ImpatientWork extends UnitOfWork {
  protected override readonly timeouts: Timeouts = {
    ...timeouts,
    request: { lock: 50, statement: 100 },
    visit: { lock: 50, statement: 100 },
  };
}

describe('a unit of work', () => {
  const impatient = () => new ImpatientWork(test.app.get(DataSource));
  const patient = () => test.app.get(UnitOfWork);
  const busy = expect.objectContaining({ code: 'request.busy', kind: 'unavailable' });

  it('ends a statement that takes longer than its kind may', async () => {
    const { tenantId: tenant } = stuck.user;
    const sleep = 'SELECT pg_sleep(600)';
    await expect(impatient().read({ tenant: tenant as never }, sleep)).rejects.toEqual(busy);
    await expect(impatient().read({ role: 'canar_public' }, sleep)).rejects.toEqual(busy);
    await expect(impatient().read('global', sleep)).rejects.toEqual(busy);
    const work = impatient();
    await expect(work.run('global', () => work.query(sleep))).rejects.toEqual(busy);
  });

  it('leaves no timeout behind on its connection', async () => {
    await expect(impatient().read('global', 'SELECT pg_sleep(600)')).rejects.toEqual(busy);
    const settings = await Promise.all(
      Array.from({ length: 6 }, () => patient().read<{ lock_timeout: string }>('global', 'SHOW lock_timeout')),
    );
    expect(new Set(settings.map(([row]) => row?.lock_timeout))).toEqual(new Set(['4s']));
    expect(await test.app.get(DataSource).query('SHOW lock_timeout')).toEqual([{ lock_timeout: '0' }]);
  });
});
