import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';
import { emailKey, formerEmailKey } from '../domain/email-key';
import type { Role } from '../domain/roles';
import { CredentialEntity } from './credential.entity';
import { MembershipEntity } from './membership.entity';
import { TenantEntity } from './tenant.entity';
import { UserEntity } from './user.entity';

/** An account with its credential, as a sign-in needs it. */
export interface AccountWithCredential {
  user: UserEntity;
  passwordHash: string | null;
  /** Null when the person is a member of no tenant any more, and so is `role`. */
  tenantId: TenantId | null;
  role: Role | null;
}

/** A person in a tenant. */
export interface FoundMember {
  user: UserEntity;
  role: Role;
  operator: boolean;
  /** When the account will be erased; null when it will not. */
  eraseAt: Date | null;
}

/** SQL: whether the change `c` can still be undone at a time, so that its old address is held for its account. */
export const heldAt = (now: string): string =>
  `c.confirmed_at IS NOT NULL AND c.undone_at IS NULL AND c.undo_until > ${now}`;

/** Keeps people, their credentials, their tenants and their roles. */
@Injectable()
export class AccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Adds a person; false when the address is taken. The unique key decides; only accounts that still have a former key,
   * or fell together, or may still return to the address are looked for.
   */
  async addUser(user: UserEntity): Promise<boolean> {
    await this.lockAddresses(user.emailKey);
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.users (id, email, email_key, name, created_at, locale, key_version)
       SELECT $1, $2, $3, $4, $5, $6, 2 WHERE NOT EXISTS (
         SELECT 1 FROM auth.users u WHERE u.clashing_key = $3 OR (u.email_key = $7 AND u.key_version = 1))
         AND NOT EXISTS (SELECT 1 FROM auth.email_changes c WHERE ${heldAt('$5')} AND c.old_email_key = $3)
       ON CONFLICT (email_key) DO NOTHING RETURNING id`,
      [user.id, user.email, user.emailKey, user.name, user.createdAt, user.locale, formerEmailKey(user.email)],
    );
    return rows.length === 1;
  }

  /** Lets nobody else give one of these addresses to an account until the unit of work ends. */
  async lockAddresses(...keys: string[]): Promise<void> {
    for (const key of keys.sort()) {
      await this.unitOfWork.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
    }
  }

  /** Adds what a new person starts with: a password, unless they sign in without one, and a tenant of their own. */
  async addCredentialAndTenant(
    credential: CredentialEntity | null,
    tenant: TenantEntity,
    membership: MembershipEntity,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    if (credential) await manager.insert(CredentialEntity, credential);
    await manager.insert(TenantEntity, tenant);
    await manager.insert(MembershipEntity, membership);
  }

  /** The account of an address as somebody typed it, with the tenant for which it last acted. */
  findByEmail(email: string): Promise<AccountWithCredential | null> {
    return this.find([formerEmailKey(email), emailKey(email)]);
  }

  /** The account of a stored key, with the tenant for which it last acted. */
  findByEmailKey(key: string): Promise<AccountWithCredential | null> {
    return this.find([key, key]);
  }

  /** The account of a person, with the tenant for which it last acted. */
  async findByUser(userId: UserId): Promise<AccountWithCredential | null> {
    const user = await this.unitOfWork.manager.findOneBy(UserEntity, { id: userId });
    return user && this.findByEmailKey(user.emailKey);
  }

  /** By a former key before the one of today: an account that fell together with another is found by its exact address. */
  private async find(keys: [former: string, today: string]): Promise<AccountWithCredential | null> {
    const [account] = await this.unitOfWork.query<UserEntity & Omit<AccountWithCredential, 'user'>>(
      `SELECT u.id, u.email, u.email_key AS "emailKey", u.name, u.email_verified_at AS "emailVerifiedAt",
              u.blocked_at AS "blockedAt", u.created_at AS "createdAt", u.device_generation AS "deviceGeneration",
              u.locale, c.password_hash AS "passwordHash", m.tenant_id AS "tenantId", m.role
       FROM auth.users u
       LEFT JOIN auth.memberships m ON m.user_id = u.id
       LEFT JOIN auth.credentials c ON c.user_id = u.id
       WHERE u.email_key IN ($1, $2) ORDER BY u.email_key = $1 DESC,
         (SELECT max(s.last_used_at) FROM auth.sessions s WHERE s.user_id = u.id AND s.tenant_id = m.tenant_id)
           DESC NULLS LAST, m.created_at, m.tenant_id LIMIT 1`,
      keys,
    );
    if (!account) return null;
    const { passwordHash, tenantId, role, ...user } = account;
    return { user, passwordHash, tenantId, role };
  }

  /** The person of an id, unless blocked. */
  findUnblocked(userId: UserId): Promise<UserEntity | null> {
    return this.unitOfWork.manager.findOneBy(UserEntity, { id: userId, blockedAt: IsNull() });
  }

  /**
   * Claims the mail to the owner of an address that somebody tried to register.
   * @returns the owner, or null when one was mailed within a day before
   */
  async claimRegistrationMail(key: string, now: Date): Promise<UserEntity | null> {
    const [owner] = await this.unitOfWork.query<{ id: UserId }>(
      `UPDATE auth.users SET registration_mailed_at = $2
       WHERE email_key = $1
         AND (registration_mailed_at IS NULL OR registration_mailed_at <= $2::timestamptz - interval '1 day')
       RETURNING id`,
      [key, now],
    );
    return owner ? this.findUnblocked(owner.id) : null;
  }

  /**
   * Holds a person and their password as they are until the unit of work ends.
   * @param passwordHash what was verified; null when something else was
   * @returns false when the person is blocked, or the password was changed meanwhile
   */
  async hold(userId: UserId, passwordHash: string | null): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `WITH u AS (SELECT 1 FROM auth.users WHERE id = $1 AND blocked_at IS NULL FOR SHARE),
            c AS (SELECT password_hash FROM auth.credentials WHERE user_id = $1 FOR SHARE)
       SELECT 1 FROM u LEFT JOIN c ON true WHERE $2::text IS NULL OR c.password_hash = $2`,
      [userId, passwordHash],
    );
    return rows.length === 1;
  }

  /** The hash of a person's password. */
  async passwordHash(userId: UserId): Promise<string | null> {
    const credential = await this.unitOfWork.manager.findOneBy(CredentialEntity, { userId });
    return credential?.passwordHash ?? null;
  }

  /**
   * Sets a password; false when it is not the one that was verified any more. With a mailed link the reader may not be who
   * made the account: while its address was never verified, the identities by which that person signs in are removed.
   * @param verified null when a mailed link stands for it
   */
  async setPassword(userId: UserId, passwordHash: string, verified: string | null, now: Date): Promise<boolean> {
    if (verified === null) {
      await this.unitOfWork.query(
        `DELETE FROM auth.identities i USING auth.users u
         WHERE u.id = i.user_id AND i.user_id = $1 AND u.email_verified_at IS NULL`,
        [userId],
      );
    }
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.credentials AS c (user_id, password_hash, changed_at)
       SELECT $1, $2, $4 WHERE $3::text IS NULL OR EXISTS (SELECT 1 FROM auth.credentials e WHERE e.user_id = $1)
       ON CONFLICT (user_id) DO UPDATE SET password_hash = $2, changed_at = $4
         WHERE $3::text IS NULL OR c.password_hash = $3
       RETURNING 1`,
      [userId, passwordHash, verified, now],
    );
    return rows.length === 1;
  }

  /** Notes that a person has proved to receive mail at their address. @returns true when it was not known before */
  async markVerified(userId: UserId, now: Date): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      'UPDATE auth.users SET email_verified_at = $2 WHERE id = $1 AND email_verified_at IS NULL RETURNING 1',
      [userId, now],
    );
    return rows.length === 1;
  }

  /** A person by id, with their role in a tenant, and what else only they are told of their account. */
  async findMember(userId: UserId, tenantId: TenantId): Promise<FoundMember | null> {
    const [row] = await this.unitOfWork.read<UserEntity & Omit<FoundMember, 'user'>>(
      'global',
      `SELECT u.id, u.email, u.email_key AS "emailKey", u.name, u.email_verified_at AS "emailVerifiedAt",
              u.blocked_at AS "blockedAt", u.created_at AS "createdAt", u.device_generation AS "deviceGeneration",
              u.locale, m.role, u.erase_at AS "eraseAt",
              EXISTS (SELECT FROM auth.operators o WHERE o.user_id = u.id) AS operator
       FROM auth.users u JOIN auth.memberships m ON m.user_id = u.id AND m.tenant_id = $2 WHERE u.id = $1`,
      [userId, tenantId],
    );
    if (!row) return null;
    const { role, operator, eraseAt, ...user } = row;
    return { user, role, operator, eraseAt };
  }
}
