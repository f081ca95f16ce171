import { Injectable } from '@nestjs/common';
import { Notifications } from '../../platform/database/notifications';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { SessionId, TenantId, UserId } from '../../platform/ids/ids';

/** The channel on which the database reports the tenant whose pages are closed, or open again. */
export const tenantChannel = 'canar_tenant';

/** Takes back access to accounts. */
@Injectable()
export class AccessRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  /** Ends the sessions of a person, forgets the devices, cancels a pending change of the address and voids the mailed links that open the account. @returns the sessions that it ended */
  async revoke(userId: UserId, now: Date): Promise<{ sessionId: SessionId; userId: UserId }[]> {
    // The person first: every sign-in holds that row before it opens a session.
    await this.unitOfWork.query('UPDATE auth.users SET device_generation = device_generation + 1 WHERE id = $1', [
      userId,
    ]);
    await this.unitOfWork.query(
      `UPDATE auth.one_time_tokens SET used_at = $2
       WHERE user_id = $1 AND used_at IS NULL AND purpose NOT IN ('verify-email', 'undo-email-change')`,
      [userId, now],
    );
    await this.unitOfWork.query(
      `UPDATE auth.email_changes SET cancelled_at = $2
       WHERE user_id = $1 AND confirmed_at IS NULL AND cancelled_at IS NULL AND undone_at IS NULL`,
      [userId, now],
    );
    return this.unitOfWork.query(
      `UPDATE auth.sessions SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL
       RETURNING id AS "sessionId", user_id AS "userId"`,
      [userId, now],
    );
  }

  /**
   * Takes the address from an account that was never verified, blocks it and closes the tenants that it alone owns.
   * @returns false when the address was verified
   */
  async release(userId: UserId, now: Date): Promise<boolean> {
    const placeholder = `${userId}@released.invalid`;
    const released = await this.unitOfWork.query(
      `UPDATE auth.users SET email = $2, email_key = $2, released_at = $3, blocked_at = coalesce(blocked_at, $3)
       WHERE id = $1 AND email_verified_at IS NULL RETURNING 1`,
      [userId, placeholder, now],
    );
    if (released.length === 0) return false;
    const closed = await this.unitOfWork.query<{ id: TenantId }>(
      `UPDATE auth.tenants t SET closed_at = $2
       WHERE closed_at IS NULL
         AND id IN (SELECT tenant_id FROM auth.memberships WHERE user_id = $1 AND role = 'owner')
         AND NOT EXISTS (SELECT 1 FROM auth.memberships m
                         WHERE m.tenant_id = t.id AND m.role = 'owner' AND m.user_id <> $1)
       RETURNING id`,
      [userId, now],
    );
    for (const { id } of closed) this.notifications.send(tenantChannel, id);
    return true;
  }
}
