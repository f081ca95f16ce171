import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../../platform/ids/ids';
import type { UserEntity } from '../../persistence/user.entity';

/** A tenant of a person, as it matters when they leave. */
interface LeftTenant {
  id: TenantId;
  /** Whether anybody else is a member. */
  isShared: boolean;
  /** Whether nobody else is its owner who stays. */
  isLastOwner: boolean;
}

/** Notes who leaves, and closes and erases tenants. */
@Injectable()
export class DeletionRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** When an account will be erased; null when it will not. */
  async eraseAt(userId: UserId): Promise<Date | null> {
    const sql = 'SELECT erase_at AS "eraseAt" FROM auth.users WHERE id = $1';
    return (await this.unitOfWork.read<{ eraseAt: Date | null }>('global', sql, [userId]))[0]?.eraseAt ?? null;
  }

  /** Lets nobody else change the members of a person's tenants until the unit of work ends. */
  async lockTenantsOf(userId: UserId): Promise<void> {
    await this.unitOfWork.query(
      `SELECT 1 FROM auth.tenants WHERE id IN (SELECT tenant_id FROM auth.memberships WHERE user_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [userId],
    );
  }

  /** The tenants of a person. */
  tenantsOf(userId: UserId): Promise<LeftTenant[]> {
    return this.unitOfWork.query(
      `SELECT m.tenant_id AS id,
              EXISTS (SELECT 1 FROM auth.memberships o WHERE o.tenant_id = m.tenant_id AND o.user_id <> $1) AS "isShared",
              m.role = 'owner' AND NOT EXISTS (
                SELECT 1 FROM auth.memberships o JOIN auth.users u ON u.id = o.user_id AND u.erase_at IS NULL
                WHERE o.tenant_id = m.tenant_id AND o.user_id <> $1 AND o.role = 'owner') AS "isLastOwner"
       FROM auth.memberships m WHERE m.user_id = $1 ORDER BY m.tenant_id`,
      [userId],
    );
  }

  /** The address of an account, and those of its changes that are not forgotten yet. */
  async addressesOf(userId: UserId): Promise<string[]> {
    const rows = await this.unitOfWork.query<{ address: string }>(
      `SELECT email AS address FROM auth.users WHERE id = $1
       UNION SELECT unnest(ARRAY[old_email, new_email]) FROM auth.email_changes WHERE user_id = $1`,
      [userId],
    );
    return rows.map(({ address }) => address);
  }

  /** Notes that a person leaves, and closes tenants. @returns when the account is erased: as before when it was noted already */
  async request(userId: UserId, tenantIds: readonly TenantId[], now: Date, eraseAt: Date): Promise<Date> {
    await this.unitOfWork.query(
      `UPDATE auth.users SET deletion_requested_at = $2, erase_at = $3 WHERE id = $1 AND erase_at IS NULL`,
      [userId, now, eraseAt],
    );
    await this.unitOfWork.query(
      'UPDATE auth.tenants SET closed_at = $2 WHERE id = ANY ($1::uuid[]) AND closed_at IS NULL',
      [tenantIds, now],
    );
    return (await this.eraseAt(userId)) ?? eraseAt;
  }

  /** Notes that a person stays, and opens the tenants that were closed for them; false when they were not leaving. */
  async cancel(userId: UserId): Promise<boolean> {
    await this.unitOfWork.query(
      `UPDATE auth.tenants t SET closed_at = NULL
       FROM auth.memberships m JOIN auth.users u ON u.id = m.user_id
       WHERE m.tenant_id = t.id AND u.id = $1 AND t.closed_at = u.deletion_requested_at AND t.erased_at IS NULL`,
      [userId],
    );
    const cancelled = await this.unitOfWork.query(
      `UPDATE auth.users SET deletion_requested_at = NULL, erase_at = NULL WHERE id = $1 AND erase_at IS NOT NULL
       RETURNING 1`,
      [userId],
    );
    return cancelled.length === 1;
  }

  /** The persons whose account is due to be erased. */
  async due(now: Date): Promise<UserId[]> {
    const sql = 'SELECT id FROM auth.users WHERE erase_at <= $1 ORDER BY erase_at LIMIT 1000';
    return (await this.unitOfWork.read<{ id: UserId }>({ role: 'canar_jobs' }, sql, [now])).map(({ id }) => id);
  }

  /** Locks an account that is due, so that it is erased once and not cancelled meanwhile; null when it is not due. */
  async lockDue(userId: UserId, now: Date): Promise<Omit<UserEntity, 'deviceGeneration'> | null> {
    const [user] = await this.unitOfWork.query<Omit<UserEntity, 'deviceGeneration'>>(
      `SELECT id, email, email_key AS "emailKey", name, email_verified_at AS "emailVerifiedAt", blocked_at AS "blockedAt",
              created_at AS "createdAt", locale
       FROM auth.users WHERE id = $1 AND erase_at <= $2 FOR UPDATE`,
      [userId, now],
    );
    return user ?? null;
  }

  /** Takes the names of tenants and marks them as erased: only then may jobs delete their rows. */
  async markErased(tenantIds: readonly TenantId[], now: Date): Promise<void> {
    await this.unitOfWork.query(`UPDATE auth.tenants SET name = '', erased_at = $2 WHERE id = ANY ($1::uuid[])`, [
      tenantIds,
      now,
    ]);
  }

  /** Stores a sealed record until a day. */
  async retain(userId: UserId, sealed: Buffer, now: Date, expiresAt: Date): Promise<void> {
    await this.unitOfWork.query(
      'INSERT INTO auth.retained_records (user_id, sealed, erased_at, expires_at) VALUES ($1, $2, $3, $4)',
      [userId, sealed, now, expiresAt],
    );
  }

  /** Deletes the sealed records whose day has come. */
  async forgetRetained(now: Date): Promise<void> {
    await this.unitOfWork.run({ role: 'canar_jobs' }, () =>
      this.unitOfWork.query('DELETE FROM auth.retained_records WHERE expires_at <= $1', [now]),
    );
  }
}
