import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';
import { TenantShares } from './tenant-shares';
import { busyIfCutShort, type Timeouts, timeouts } from './timeouts';
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

/** The one way to the database: a transaction with the tenant set for row-level security, and a bound on every wait. */
@Injectable()
export class UnitOfWork {
  protected readonly timeouts: Timeouts = timeouts;
  private readonly active = new AsyncLocalStorage<ActiveWork>();
  private readonly shares: TenantShares;

  constructor(private readonly dataSource: DataSource) {
    const { max = 10 } = (dataSource.options as { extra?: { max?: number } }).extra ?? {};
    this.shares = new TenantShares(max);
  }

  /**
   * Runs work in one transaction. A nested call joins the outer one; a nested tenant may be entered from `global` only.
   * No network call belongs inside.
   * @throws {Error} when a nested call asks for another tenant or role than the outer one
   * @throws {DomainError} `request.busy` when the tenant's share of connections, a lock or a statement takes too long
   */
  async run<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    const outer = this.active.getStore();
    if (outer) {
      await this.join(outer, scope);
      return work();
    }
    return this.share(scope, () => this.begin(scope, work));
  }

  /**
   * Reads with any number of statements that all see the database as it was at the first of them.
   * @throws {Error} inside another unit of work, whose statements see more
   */
  async snapshot<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    if (this.active.getStore()) throw new Error('A snapshot is a unit of work of its own.');
    return this.share(scope, () => this.begin(scope, work, 'REPEATABLE READ'));
  }

  /**
   * Reads with one statement, in a read-only transaction whose four messages travel together.
   * Inside a unit of work it reads there.
   */
  async read<Row>(scope: Scope, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const outer = this.active.getStore();
    if (outer) {
      await this.join(outer, scope);
      return this.query<Row>(sql, parameters);
    }
    return this.share(scope, async () => {
      const runner = this.dataSource.createQueryRunner();
      try {
        const client: PoolClient = await runner.connect();
        const sent = [
          client.query('BEGIN READ ONLY'),
          this.enter(client, scope),
          client.query(sql, parameters),
          client.query('COMMIT'),
        ];
        const answers = await settleAll(sent);
        return answers[answers.length - 2]?.rows as Row[];
      } finally {
        await runner.release();
      }
    });
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

  /** Works within the tenant's share of the connections; a wait that times out is reported as such. */
  private async share<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    try {
      return await (isTenant(scope) ? this.shares.run(scope.tenant, work) : work());
    } catch (error) {
      throw busyIfCutShort(error);
    }
  }

  /** Sends what makes row-level security know the caller, with the timeouts of the kind of work, as one statement. */
  private enter(client: PoolClient, scope: Scope): Promise<{ rows: unknown[] }> {
    const { lock, statement } = this.timeouts[kindOf(scope)];
    const set = `set_config('lock_timeout', '${lock}', true), set_config('statement_timeout', '${statement}', true)`;
    if (scope === 'global') return client.query(`SELECT ${set}`);
    if (isTenant(scope)) return client.query(`SELECT set_config('app.tenant_id', $1, true), ${set}`, [scope.tenant]);
    return client.query(`SELECT set_config('role', '${scope.role}', true), ${set}`);
  }

  private async join(outer: ActiveWork, scope: Scope): Promise<void> {
    if (scope === 'global' || sameScope(outer.scope, scope)) return;
    if (outer.scope !== 'global') throw new Error('A unit of work stays with the tenant or role it began with.');
    outer.scope = scope;
    await this.enter(outer.client, scope);
  }

  private current(): ActiveWork {
    const work = this.active.getStore();
    if (!work) throw new Error('This needs a unit of work: call it inside UnitOfWork.run().');
    return work;
  }

  private async begin<T>(scope: Scope, work: () => Promise<T>, isolation?: 'REPEATABLE READ'): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client: PoolClient = await runner.connect();
      await runner.startTransaction(isolation);
      const active: ActiveWork = { scope, runner, client, afterCommit: [] };
      const entered = this.enter(client, scope);
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

function isTenant(scope: Scope): scope is { tenant: TenantId } {
  return scope !== 'global' && 'tenant' in scope;
}

function kindOf(scope: Scope): keyof Timeouts {
  if (scope === 'global' || isTenant(scope)) return 'request';
  return scope.role === 'canar_public' ? 'visit' : 'job';
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
