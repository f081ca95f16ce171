import { AsyncResource } from 'node:async_hooks';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { registerPerson } from '../../auth/testing';
import { startTestApp, type TestApp } from '../../test-app';
import { UnitOfWork } from './unit-of-work';
import { TenantId } from '../ids/ids';

let test: TestApp;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  test = await startTestApp({ DATABASE_POOL_SIZE: '2' });
  unitOfWork = test.app.get(UnitOfWork);
});
afterAll(() => test.close());

const newTenantId = () => TenantId(newId());
const insert = (tenant: TenantId, key: string) =>
  unitOfWork.query(
    `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at) VALUES ($1, $2, '', now())`,
    [tenant, key],
  );
const keysOf = async (tenant: TenantId) =>
  (await unitOfWork.read<{ key: string }>({ tenant }, 'SELECT key FROM platform.idempotency_keys ORDER BY key')).map(
    ({ key }) => key,
  );

describe('UnitOfWork', () => {
  it('commits all of a unit of work or nothing', async () => {
    const tenant = newTenantId();
    await unitOfWork.run({ tenant }, () => insert(tenant, 'committed'));
    const failing = unitOfWork.run({ tenant }, async () => {
      await insert(tenant, 'lost');
      throw new Error('a defect');
    });
    await expect(failing).rejects.toThrow('a defect');
    expect(await keysOf(tenant)).toEqual(['committed']);
  });

  it('reads one instant with every statement of a snapshot', async () => {
    const tenant = newTenantId();
    const seen = await unitOfWork.snapshot({ tenant }, async () => {
      const before = await keysOf(tenant);
      await test.sql(
        `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at) VALUES ($1, 'new', '', now())`,
        [tenant],
      );
      return [before, await keysOf(tenant)];
    });
    expect([seen, await keysOf(tenant)]).toEqual([[[], []], ['new']]);
    const nested = unitOfWork.run({ tenant }, () => unitOfWork.snapshot({ tenant }, () => keysOf(tenant)));
    await expect(nested).rejects.toThrow(/of its own/);
  });

  it('rejects a write outside of a unit of work', async () => {
    await expect(insert(newTenantId(), 'stray')).rejects.toThrow(/needs a unit of work/);
    expect(() => unitOfWork.manager).toThrow(/needs a unit of work/);
  });

  it('rejects a write, and a nested unit of work, for another tenant', async () => {
    const [own, other] = [newTenantId(), newTenantId()];
    await expect(unitOfWork.run({ tenant: own }, () => insert(other, 'k'))).rejects.toThrow(/row-level security/);
    const nested = unitOfWork.run({ tenant: own }, () => unitOfWork.run({ tenant: other }, () => insert(other, 'k')));
    await expect(nested).rejects.toThrow(/stays with the tenant/);
  });

  it('returns no rows without a tenant, also on a connection that had one', async () => {
    const tenant = newTenantId();
    await unitOfWork.run({ tenant }, () => insert(tenant, 'mine'));
    const rows = await Promise.all(
      Array.from({ length: 6 }, () => unitOfWork.read('global', 'SELECT key FROM platform.idempotency_keys')),
    );
    expect(rows).toEqual(Array(6).fill([]));
  });

  it('calls back after the commit, and never after a rollback', async () => {
    const tenant = newTenantId();
    const heard: string[] = [];
    await unitOfWork.run({ tenant }, async () => {
      unitOfWork.afterCommit(() => heard.push('committed'));
      heard.push('working');
    });
    const failing = unitOfWork.run({ tenant }, async () => {
      unitOfWork.afterCommit(() => heard.push('never'));
      throw new Error('a defect');
    });
    await expect(failing).rejects.toThrow();
    expect(heard).toEqual(['working', 'committed']);
  });

  it('fails by the cause when a statement fails that nobody waited for', async () => {
    const tenant = newTenantId();
    const insertTwice = () => {
      const sql = `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at) VALUES ($1, 'k', '', now())`;
      unitOfWork.post(sql, [tenant]);
      unitOfWork.post(sql, [tenant]);
    };
    const atTheEnd = unitOfWork.run({ tenant }, () => Promise.resolve(insertTwice()));
    await expect(atTheEnd).rejects.toThrow(/duplicate key/);
    const before = unitOfWork.run({ tenant }, () => {
      insertTwice();
      return keysOf(tenant);
    });
    await expect(before).rejects.toThrow(/duplicate key/);
    expect(await keysOf(tenant)).toEqual([]);
  });

  it('fails what follows a failed statement of a turn, and writes in no read', async () => {
    const tenant = newTenantId();
    const sent = () => Promise.allSettled(['SELECT 1', 'SELECT 1 / 0', 'SELECT 2'].map((sql) => unitOfWork.query(sql)));
    const failing = unitOfWork.run({ tenant }, async () => {
      expect((await sent()).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    });
    await expect(failing).rejects.toThrow(/aborted|rolled back/);
    const writing = unitOfWork.read(
      { tenant },
      `INSERT INTO platform.idempotency_keys (tenant_id, key, fingerprint, created_at) VALUES ($1, 'k', '', now()) RETURNING 1`,
      [tenant],
    );
    await expect(writing).rejects.toThrow(/read-only/);
  });

  it('reports a rollback that the work has hidden, and takes nothing after the end', async () => {
    const tenant = newTenantId();
    const hidden = unitOfWork.run({ tenant }, async () => {
      await insert(tenant, 'k');
      await insert(tenant, 'k').catch(() => undefined);
    });
    await expect(hidden).rejects.toThrow(/was rolled back/);
    let later: () => Promise<unknown> = () => Promise.resolve();
    await unitOfWork.run({ tenant }, () => {
      later = AsyncResource.bind(() => insert(tenant, 'late'));
      return Promise.resolve();
    });
    await expect(later()).rejects.toThrow(/has ended/);
    expect(await keysOf(tenant)).toEqual([]);
  });

  it('prepares a statement once for each connection, and never behind a pooler', async () => {
    const source = test.app.get(DataSource);
    const options = { ...source.options, extra: { max: 2, pooler: 'transaction' } };
    const pooled = new UnitOfWork(Object.assign(Object.create(source) as DataSource, { options }));
    const prepared = (by: UnitOfWork, text: string) =>
      by.read<{ statement: string }>('global', `SELECT statement FROM pg_prepared_statements WHERE statement = $1`, [
        text,
      ]);
    for (const [by, text, times] of [
      [unitOfWork, 'SELECT 1 AS named', 1],
      [pooled, 'SELECT 1 AS unnamed', 0],
    ] as const) {
      const seen = await by.run('global', async () => {
        for (let time = 0; time < 3; time += 1) await by.query(text);
        return prepared(by, text);
      });
      expect(seen).toHaveLength(times);
    }
  });

  it('leaks nothing between 50 interleaved requests of two tenants', async () => {
    const people = await Promise.all([registerPerson(test.app), registerPerson(test.app)]);
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const person = people[index % 2];
        await person?.api.post('/api/profiles', { body: { title: String(index % 2) } });
        return person?.api.get<{ profiles: { title: string }[] }>('/api/profiles?limit=100');
      }),
    );
    answers.forEach((answer, index) => {
      expect(new Set(answer?.body.profiles.map(({ title }) => title))).toEqual(new Set([String(index % 2)]));
    });
  });
});
