import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { causeOf, observedLater, settleAll } from './sent';
import { Statements } from './statements';
import { TenantShares } from './tenant-shares';
import { busyIfCutShort, type Timeouts, timeouts } from './timeouts';
import type { TenantId } from '../ids/ids';

/** The database roles that work across tenants, each with policies of its own. */
type CrossTenantRole = 'canar_public' | 'canar_jobs' | 'canar_operator';

/** Whose rows a unit of work may see: one tenant's, those open to a role, or the global tables only. */
export type Scope = { tenant: TenantId } | { role: CrossTenantRole } | 'global';

interface ActiveWork {
  scope: Scope;
  client: PoolClient;
  /** What was sent without waiting for it: if one of these fails, so does the work. */
  sent: Promise<QueryResult>[];
  afterCommit: (() => void)[];
  manager?: EntityManager;
  ended?: boolean;
}

/** How a pool is told of what a deployment needs, beside the options of node-postgres. */
interface PoolExtra {
  max?: number;
  /** `transaction`: a pooler between this process and the server gives every transaction another connection. */
  pooler?: 'none' | 'transaction';
}

/** The one way to the database: a transaction with the tenant set for row-level security, and a bound on every wait. */
@Injectable()
export class UnitOfWork {
  protected readonly timeouts: Timeouts = timeouts;
  private readonly active = new AsyncLocalStorage<ActiveWork>();
  private readonly shares: TenantShares;
  private readonly statements: Statements;

  constructor(private readonly dataSource: DataSource) {
    const { max = 10, pooler } = (dataSource.options as { extra?: PoolExtra }).extra ?? {};
    this.shares = new TenantShares(max);
    this.statements = new Statements(pooler !== 'transaction');
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
   * Reads with one statement, in a read-only transaction that is one packet there and one back.
   * Inside a unit of work it reads there.
   */
  async read<Row>(scope: Scope, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const outer = this.active.getStore();
    if (outer) {
      await this.join(outer, scope);
      return this.query<Row>(sql, parameters);
    }
    return this.share(scope, () =>
      this.lease(async (client) => {
        // Two statements of one batch are a transaction.
        const [, answer] = await Promise.all([
          this.enter(client, scope, `set_config('transaction_read_only', 'on', true)`),
          this.statements.send(client, sql, parameters),
        ]);
        return answer.rows as Row[];
      }),
    );
  }

  /**
   * Runs one statement in the current unit of work.
   * @throws {Error} outside of a unit of work
   */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const { client } = this.current();
    try {
      return (await this.statements.send(client, sql, parameters)).rows as Row[];
    } catch (error) {
      // The stack of a database's error ends at the socket; who sent the statement is what helps.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  /**
   * Sends a statement whose rows nobody needs, without a wait: it travels with what follows, and the unit of work fails when
   * it fails.
   * @throws {Error} outside of a unit of work
   */
  post(sql: string, parameters: unknown[]): void {
    const { client, sent } = this.current();
    sent.push(observedLater(this.statements.send(client, sql, parameters)));
  }

  /** The entity manager of the current unit of work; throws outside of one, so that no write escapes its transaction. */
  get manager(): EntityManager {
    const active = this.current();
    active.manager ??= this.managerOf(active.client);
    return active.manager;
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
  private enter(client: PoolClient, scope: Scope, ...further: string[]): Promise<QueryResult> {
    const { lock, statement } = this.timeouts[kindOf(scope)];
    const timeouts = [
      `set_config('lock_timeout', '${lock}', true)`,
      `set_config('statement_timeout', '${statement}', true)`,
    ];
    const settings = [...timeouts, ...further];
    // A connection keeps its plans, also one that it made while a table was nearly empty.
    if (kindOf(scope) !== 'job') settings.push(`set_config('enable_seqscan', 'off', true)`);
    if (isTenant(scope)) settings.push(`set_config('app.tenant_id', $1, true)`);
    else if (scope !== 'global') settings.push(`set_config('role', '${scope.role}', true)`);
    return this.statements.send(client, `SELECT ${settings.join(', ')}`, isTenant(scope) ? [scope.tenant] : []);
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
    if (work.ended) throw new Error('The unit of work has ended: wait for everything that it does.');
    return work;
  }

  private begin<T>(scope: Scope, work: () => Promise<T>, isolation?: 'REPEATABLE READ'): Promise<T> {
    return this.lease(async (client) => {
      const active: ActiveWork = { scope, client, sent: [], afterCommit: [] };
      const begin = isolation ? `BEGIN ISOLATION LEVEL ${isolation}` : 'BEGIN';
      // The first statements of the work travel with these.
      active.sent.push(observedLater(this.statements.send(client, begin)), observedLater(this.enter(client, scope)));
      try {
        const result = await this.active.run(active, work);
        active.ended = true;
        await this.commit(active);
        active.afterCommit.forEach((callback) => callback());
        return result;
      } catch (error) {
        active.ended = true;
        // A connection on which this fails is lost, and the pool removes it.
        await this.statements.send(client, 'ROLLBACK').catch(() => undefined);
        throw await causeOf(error, active.sent);
      }
    });
  }

  /** Commits together with the last statements, whose failure makes a rollback of it. */
  private async commit({ client, sent }: ActiveWork): Promise<void> {
    const answers = await settleAll([...sent, this.statements.send(client, 'COMMIT')]);
    if (answers.at(-1)?.command !== 'COMMIT')
      throw new Error('The work was rolled back: one of its statements failed.');
  }

  /** Works with a connection of the pool; one that breaks meanwhile is not used again. */
  private async lease<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await (this.dataSource.driver as unknown as { master: Pool }).master.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    client.on('error', lost);
    try {
      return await work(client);
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  /** A manager of TypeORM that works on a connection with a transaction that is not of its making. */
  private managerOf(client: PoolClient): EntityManager {
    const runner = this.dataSource.createQueryRunner();
    const query = (text: string, parameters?: unknown[]) => this.statements.send(client, text, parameters);
    Object.assign(runner, { databaseConnection: { query }, isTransactionActive: true, transactionDepth: 1 });
    return runner.manager;
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
