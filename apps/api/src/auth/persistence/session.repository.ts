import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId, TenantId, UserId } from '../../platform/ids/ids';
import type { Role } from '../domain/roles';
import { SessionEntity } from './session.entity';

/** A session that may act now. */
export interface LiveSession {
  userId: UserId;
  tenantId: TenantId;
  role: Role;
  generation: number;
  rotatedAt: Date;
  expiresAt: Date;
}

/** Keeps sessions. */
@Injectable()
export class SessionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(session: SessionEntity): Promise<void> {
    await this.unitOfWork.manager.insert(SessionEntity, session);
  }

  /** The session, its row locked until the unit of work ends. */
  lock(id: SessionId): Promise<SessionEntity | null> {
    return this.unitOfWork.manager.findOne(SessionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async rotate(id: SessionId, generation: number, now: Date): Promise<void> {
    await this.unitOfWork.manager.update(SessionEntity, { id }, { generation, rotatedAt: now });
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
              s.rotated_at AS "rotatedAt", s.expires_at AS "expiresAt"
       FROM auth.sessions s
       JOIN auth.users u ON u.id = s.user_id
       JOIN auth.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
       WHERE s.id = $1 AND s.ended_at IS NULL AND s.expires_at > $2 AND u.blocked_at IS NULL`,
      [id, now],
    );
    return row ?? null;
  }
}
