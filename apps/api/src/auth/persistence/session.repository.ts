import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId, TenantId, UserId } from '../../platform/ids/ids';
import type { RefreshState } from '../domain/refresh';
import type { Role } from '../domain/roles';
import { SessionEntity } from './session.entity';

/** More are not shown; the oldest ones are out of use. */
const maxListed = 100;

/** A session that may act now. */
export interface LiveSession extends RefreshState {
  userId: UserId;
  tenantId: TenantId;
  role: Role;
  expiresAt: Date;
  authenticatedAt: Date;
  lastUsedAt: Date;
}

/** Keeps sessions. */
@Injectable()
export class SessionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a session, by the COMMIT. */
  add(session: SessionEntity): void {
    this.unitOfWork.post(
      `INSERT INTO auth.sessions (id, user_id, tenant_id, generation, proven_generation, skipped_generation, rotated_at,
         shared_at, authenticated_at, last_used_at, created_at, expires_at, ended_at, user_agent)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        session.id,
        session.userId,
        session.tenantId,
        session.generation,
        session.provenGeneration,
        session.skippedGeneration,
        session.rotatedAt,
        session.sharedAt,
        session.authenticatedAt,
        session.lastUsedAt,
        session.createdAt,
        session.expiresAt,
        session.endedAt,
        session.userAgent,
      ],
    );
  }

  /** The session, its row locked until the unit of work ends. */
  lock(id: SessionId): Promise<SessionEntity | null> {
    return this.unitOfWork.manager.findOne(SessionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Stores what a refresh has changed. */
  async saveRefresh(id: SessionId, state: RefreshState, now: Date): Promise<void> {
    await this.unitOfWork.manager.update(SessionEntity, { id }, { ...state, lastUsedAt: now });
  }

  /** Stores that a client has shown a token of a generation; `provenBy` in SQL, so that nobody else's change is lost. */
  async prove(id: SessionId, generation: number): Promise<void> {
    await this.unitOfWork.run('global', () =>
      this.unitOfWork.query(
        `UPDATE auth.sessions
         SET proven_generation = CASE WHEN $2 <= skipped_generation THEN skipped_generation + 1 ELSE $2 END
         WHERE id = $1 AND proven_generation < $2 AND generation >= $2`,
        [id, generation],
      ),
    );
  }

  /** Whether the person of a session has proved to be themselves in it since a time. */
  async authenticatedSince(id: SessionId, since: Date): Promise<boolean> {
    const sql = 'SELECT 1 FROM auth.sessions WHERE id = $1 AND ended_at IS NULL AND authenticated_at > $2';
    return (await this.unitOfWork.query(sql, [id, since])).length === 1;
  }

  /** Stores that the person of a session has proved to be themselves again. */
  async noteAuthentication(id: SessionId, now: Date): Promise<void> {
    await this.unitOfWork.query('UPDATE auth.sessions SET authenticated_at = $2 WHERE id = $1', [id, now]);
  }

  /** Stores that a code of the second factor was given in a session. */
  async noteSecondFactor(id: SessionId, now: Date): Promise<void> {
    await this.unitOfWork.query('UPDATE auth.sessions SET second_factor_at = $2 WHERE id = $1', [id, now]);
  }

  /** Stores that a session is in use. */
  async touch(id: SessionId, now: Date): Promise<void> {
    await this.unitOfWork.run('global', () =>
      this.unitOfWork.query('UPDATE auth.sessions SET last_used_at = $2 WHERE id = $1 AND last_used_at < $2', [
        id,
        now,
      ]),
    );
  }

  /** The sessions of a person that may act now, the last used one first. */
  listLive(userId: UserId, now: Date): Promise<SessionEntity[]> {
    return this.unitOfWork.manager.find(SessionEntity, {
      where: { userId, endedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
      take: maxListed,
    });
  }

  /** The owner of a session that may act now. */
  async ownerOf(id: SessionId, now: Date): Promise<UserId | null> {
    const where = { id, endedAt: IsNull(), expiresAt: MoreThan(now) };
    return (await this.unitOfWork.manager.findOneBy(SessionEntity, where))?.userId ?? null;
  }

  /** Ends sessions. @returns those that it ended, with their persons */
  end(ids: readonly SessionId[], now: Date): Promise<{ sessionId: SessionId; userId: UserId }[]> {
    return this.unitOfWork.query(
      `UPDATE auth.sessions SET ended_at = $2 WHERE id = ANY ($1::uuid[]) AND ended_at IS NULL
       RETURNING id AS "sessionId", user_id AS "userId"`,
      [ids, now],
    );
  }

  /** The tenants of sessions, also of those that have ended. */
  async tenantsOf(ids: readonly SessionId[]): Promise<Map<SessionId, TenantId>> {
    if (ids.length === 0) return new Map();
    const rows = await this.unitOfWork.read<{ id: SessionId; tenantId: TenantId }>(
      'global',
      'SELECT id, tenant_id AS "tenantId" FROM auth.sessions WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, tenantId }) => [id, tenantId]));
  }

  /** The session with its person's role, when it has neither ended nor expired and the person is not blocked. */
  async findLive(id: SessionId, now: Date): Promise<LiveSession | null> {
    const [row] = await this.unitOfWork.read<LiveSession>(
      'global',
      `SELECT s.user_id AS "userId", s.tenant_id AS "tenantId", m.role, s.generation,
              s.proven_generation AS "provenGeneration", s.skipped_generation AS "skippedGeneration",
              s.rotated_at AS "rotatedAt", s.shared_at AS "sharedAt", s.expires_at AS "expiresAt",
              s.authenticated_at AS "authenticatedAt", s.last_used_at AS "lastUsedAt"
       FROM auth.sessions s
       JOIN auth.users u ON u.id = s.user_id
       JOIN auth.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
       WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND u.blocked_at IS NULL`,
      [id, now],
    );
    return row ?? null;
  }
}
