import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId, UserId } from '../../platform/ids/ids';
import type { Role } from '../domain/roles';
import { CredentialEntity } from './credential.entity';
import { MembershipEntity } from './membership.entity';
import { TenantEntity } from './tenant.entity';
import { UserEntity } from './user.entity';

/** An account with its credential, as a sign-in needs it. */
export interface AccountWithCredential {
  user: UserEntity;
  passwordHash: string | null;
  tenantId: TenantId;
  role: Role;
}

/** Keeps people, their credentials, their tenants and their roles. */
@Injectable()
export class AccountRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Adds a person; false when the address is taken. The unique key decides, not a look beforehand. */
  async addUser(user: UserEntity): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `INSERT INTO auth.users (id, email, email_key, name, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (email_key) DO NOTHING RETURNING id`,
      [user.id, user.email, user.emailKey, user.name, user.createdAt],
    );
    return rows.length === 1;
  }

  /** Adds what a new person starts with: a password and a tenant of their own. */
  async addCredentialAndTenant(
    credential: CredentialEntity,
    tenant: TenantEntity,
    membership: MembershipEntity,
  ): Promise<void> {
    const { manager } = this.unitOfWork;
    await manager.insert(CredentialEntity, credential);
    await manager.insert(TenantEntity, tenant);
    await manager.insert(MembershipEntity, membership);
  }

  /** The account of an address, with the tenant it has belonged to longest. */
  async findByEmailKey(key: string): Promise<AccountWithCredential | null> {
    const [account] = await this.unitOfWork.query<UserEntity & Omit<AccountWithCredential, 'user'>>(
      `SELECT u.id, u.email, u.email_key AS "emailKey", u.name, u.email_verified_at AS "emailVerifiedAt",
              u.blocked_at AS "blockedAt", u.created_at AS "createdAt", u.device_generation AS "deviceGeneration",
              c.password_hash AS "passwordHash", m.tenant_id AS "tenantId", m.role
       FROM auth.users u
       JOIN auth.memberships m ON m.user_id = u.id
       LEFT JOIN auth.credentials c ON c.user_id = u.id
       WHERE u.email_key = $1 ORDER BY m.created_at, m.tenant_id LIMIT 1`,
      [key],
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
   * @returns the address as stored, or null when one was mailed within a day before
   */
  async claimRegistrationMail(key: string, now: Date): Promise<string | null> {
    const [owner] = await this.unitOfWork.query<{ email: string }>(
      `UPDATE auth.users SET registration_mailed_at = $2
       WHERE email_key = $1
         AND (registration_mailed_at IS NULL OR registration_mailed_at <= $2::timestamptz - interval '1 day')
       RETURNING email`,
      [key, now],
    );
    return owner?.email ?? null;
  }

  /** A person by id, with their role in a tenant. */
  async findMember(userId: UserId, tenantId: TenantId): Promise<{ user: UserEntity; role: Role } | null> {
    const { manager } = this.unitOfWork;
    const user = await manager.findOneBy(UserEntity, { id: userId });
    const membership = await manager.findOneBy(MembershipEntity, { userId, tenantId });
    return user && membership ? { user, role: membership.role } : null;
  }
}
