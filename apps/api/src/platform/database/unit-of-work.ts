import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';
import type { TenantId } from '../ids/ids';

/** The database roles that work across tenants, each with policies of its own. */
type CrossTenantRole = 'canar_public' | 'canar_jobs' | 'canar_operator';

/** Whose rows a unit of work may see: one tenant's, those open to a role, or the global tables only. */
export type Scope = { tenant: TenantId } | { role: CrossTenantRole } | 'global';

interface ActiveWork {
  scope: Scope;
  runner: QueryRunner;
  client: PoolClient;
  afterCommit: (() => void)[];
}

/** The one way to the database: a transaction with the tenant set for row-level security. */
@Injectable()
export class UnitOfWork {
  private readonly active = new AsyncLocalStorage<ActiveWork>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs work in one transaction. A nested call joins the outer one; a nested tenant may be entered from `global` only.
   * No network call belongs inside.
   * @throws {Error} when a nested call asks for another tenant or role than the outer one
   */
  async run<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    const outer = this.active.getStore();
    if (outer) {
      await join(outer, scope);
      return work();
    }
    return this.begin(scope, work);
  }

  /**
   * Reads with one statement, in a read-only transaction whose four messages travel together.
   * Inside a unit of work it reads there.
   */
  async read<Row>(scope: Scope, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const outer = this.active.getStore();
    if (outer) {
      await join(outer, scope);
      return this.query<Row>(sql, parameters);
    }
    const runner = this.dataSource.createQueryRunner();
    try {
      const client: PoolClient = await runner.connect();
      const sent = [
        client.query('BEGIN READ ONLY'),
        ...enter(client, scope),
        client.query(sql, parameters),
        client.query('COMMIT'),
      ];
      const answers = await settleAll(sent);
      return answers[answers.length - 2]?.rows as Row[];
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs one statement in the current unit of work.
   * @throws {Error} outside of a unit of work
   */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const answer = await this.current().client.query(sql, parameters);
    return answer.rows as Row[];
  }

  /** The entity manager of the current unit of work; throws outside of one, so that no write escapes its transaction. */
  get manager(): EntityManager {
    return this.current().runner.manager;
  }

  /** Calls back once the outermost transaction has committed; never when it rolls back. */
  afterCommit(callback: () => void): void {
    this.current().afterCommit.push(callback);
  }

  private current(): ActiveWork {
    const work = this.active.getStore();
    if (!work) throw new Error('This needs a unit of work: call it inside UnitOfWork.run().');
    return work;
  }

  private async begin<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client: PoolClient = await runner.connect();
      await runner.startTransaction();
      const active: ActiveWork = { scope, runner, client, afterCommit: [] };
      const entered = settleAll(enter(client, scope));
      entered.catch(() => undefined); // observed below, after the work that was sent along with it
      const result = await this.active.run(active, work);
      await entered;
      await runner.commitTransaction();
      active.afterCommit.forEach((callback) => callback());
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Sends what makes row-level security know the caller; does not wait for the answers. */
function enter(client: PoolClient, scope: Scope): Promise<{ rows: unknown[] }>[] {
  if (scope === 'global') return [];
  if ('role' in scope) return [client.query(`SET LOCAL ROLE ${scope.role}`)];
  return [client.query(`SELECT set_config('app.tenant_id', $1, true)`, [scope.tenant])];
}

async function join(outer: ActiveWork, scope: Scope): Promise<void> {
  if (scope === 'global' || sameScope(outer.scope, scope)) return;
  if (outer.scope !== 'global') throw new Error('A unit of work stays with the tenant or role it began with.');
  outer.scope = scope;
  await settleAll(enter(outer.client, scope));
}

function sameScope(one: Scope, other: Scope): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Waits for every statement, so that none is left in flight, then raises the first failure. */
async function settleAll<T>(sent: Promise<T>[]): Promise<T[]> {
  const answers = await Promise.allSettled(sent);
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}
