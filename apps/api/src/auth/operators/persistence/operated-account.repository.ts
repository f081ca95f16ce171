import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import type { Role } from '../../domain/roles';
import type { UserEntity } from '../../persistence/user.entity';

/** A tenant that a person is a member of. */
export interface AccountTenant {
  id: TenantId;
  role: Role;
  closedAt: Date | null;
}

/** The state of an account: who it is and what it may, nothing that its person wrote. */
export interface AccountState {
  user: UserEntity;
  /** When the owner of its address said that the account is not theirs. */
  releasedAt: Date | null;
  secondFactorSince: Date | null;
  isOperator: boolean;
  /** Sessions that may act now. */
  sessions: number;
  tenants: AccountTenant[];
}

/** Reads and blocks accounts for operators. */
@Injectable()
export class OperatedAccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async state(userId: UserId, now: Date): Promise<AccountState | null> {
    const [row] = await this.unitOfWork.query<UserEntity & Omit<AccountState, 'user' | 'tenants'>>(
      `SELECT u.id, u.email, u.email_key AS "emailKey", u.name, u.email_verified_at AS "emailVerifiedAt",
              u.blocked_at AS "blockedAt", u.created_at AS "createdAt", u.device_generation AS "deviceGeneration",
              u.locale, u.released_at AS "releasedAt", f.confirmed_at AS "secondFactorSince",
              EXISTS (SELECT 1 FROM auth.operators o WHERE o.user_id = u.id) AS "isOperator",
              (SELECT count(*)::int FROM auth.sessions s
               WHERE s.user_id = u.id AND s.ended_at IS NULL AND s.expires_at > $2) AS sessions
       FROM auth.users u LEFT JOIN auth.second_factors f ON f.user_id = u.id WHERE u.id = $1`,
      [userId, now],
    );
    if (!row) return null;
    const { releasedAt, secondFactorSince, isOperator, sessions, ...user } = row;
    return { user, releasedAt, secondFactorSince, isOperator, sessions, tenants: await this.tenantsOf(userId) };
  }

  /** Locks a person. @returns whether they are blocked; null when there is no such person */
  async lock(userId: UserId): Promise<boolean | null> {
    const sql = 'SELECT blocked_at IS NOT NULL AS blocked FROM auth.users WHERE id = $1 FOR UPDATE';
    return (await this.unitOfWork.query<{ blocked: boolean }>(sql, [userId]))[0]?.blocked ?? null;
  }

  /** Blocks a person; a trigger closes the pages of their tenants. */
  async block(userId: UserId, now: Date): Promise<void> {
    await this.unitOfWork.query('UPDATE auth.users SET blocked_at = $2 WHERE id = $1', [userId, now]);
  }

  /** Unblocks a person; false when they are not blocked, or their address was taken back. */
  async unblock(userId: UserId): Promise<boolean> {
    const sql = `UPDATE auth.users SET blocked_at = NULL
                 WHERE id = $1 AND blocked_at IS NOT NULL AND released_at IS NULL RETURNING 1`;
    return (await this.unitOfWork.query(sql, [userId])).length === 1;
  }

  /** The owners of a tenant; null when there is no such tenant. */
  async ownersOf(tenantId: TenantId): Promise<UserId[] | null> {
    const rows = await this.unitOfWork.query<{ owner: UserId | null }>(
      `SELECT m.user_id AS owner FROM auth.tenants t
       LEFT JOIN auth.memberships m ON m.tenant_id = t.id AND m.role = 'owner' WHERE t.id = $1`,
      [tenantId],
    );
    return rows.length === 0 ? null : rows.flatMap(({ owner }) => owner ?? []);
  }

  private tenantsOf(userId: UserId): Promise<AccountTenant[]> {
    return this.unitOfWork.query(
      `SELECT t.id, m.role, t.closed_at AS "closedAt" FROM auth.memberships m JOIN auth.tenants t ON t.id = m.tenant_id
       WHERE m.user_id = $1 ORDER BY m.created_at, t.id`,
      [userId],
    );
  }
}
