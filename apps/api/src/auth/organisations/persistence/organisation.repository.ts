import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SessionId, TenantId, UserId } from '../../../platform/ids/ids';
import type { Role } from '../../domain/roles';
import { MembershipEntity } from '../../persistence/membership.entity';
import { TenantEntity } from '../../persistence/tenant.entity';

/** A tenant as its member sees it. */
export interface Membership {
  tenantId: TenantId;
  name: string;
  role: Role;
}

/** A member of a tenant. */
export interface OrganisationMember {
  userId: UserId;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** Keeps who is a member of what, in which role. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The tenants of a person that are not closed, the one they have belonged to longest first. */
  membershipsOf(userId: UserId): Promise<Membership[]> {
    return this.unitOfWork.read(
      'global',
      `SELECT t.id AS "tenantId", t.name, m.role FROM auth.memberships m JOIN auth.tenants t ON t.id = m.tenant_id
       WHERE m.user_id = $1 AND t.closed_at IS NULL ORDER BY m.created_at, t.id`,
      [userId],
    );
  }

  /** The members of a tenant, the first to join first. */
  membersOf(tenantId: TenantId): Promise<OrganisationMember[]> {
    return this.unitOfWork.read(
      'global',
      `SELECT u.id AS "userId", u.name, u.email, m.role, m.created_at AS "joinedAt"
       FROM auth.memberships m JOIN auth.users u ON u.id = m.user_id
       WHERE m.tenant_id = $1 ORDER BY m.created_at, u.id`,
      [tenantId],
    );
  }

  /** Adds a tenant with its owner. */
  async addTenant(tenant: TenantEntity, owner: UserId): Promise<void> {
    await this.unitOfWork.manager.insert(TenantEntity, tenant);
    await this.addMember({ tenantId: tenant.id, userId: owner, role: 'owner', createdAt: tenant.createdAt });
  }

  async addMember(membership: MembershipEntity): Promise<void> {
    await this.unitOfWork.manager.insert(MembershipEntity, membership);
  }

  /** How many tenants a person owns, so that nobody else adds one for them until the unit of work ends. */
  async countOwned(userId: UserId): Promise<number> {
    await this.unitOfWork.query('SELECT 1 FROM auth.users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
    return this.unitOfWork.manager.countBy(MembershipEntity, { userId, role: 'owner' });
  }

  /** Lets nobody else change the members of a tenant until the unit of work ends. @returns its name; null when it is closed */
  async lock(tenantId: TenantId): Promise<string | null> {
    const sql = 'SELECT name FROM auth.tenants WHERE id = $1 AND closed_at IS NULL FOR NO KEY UPDATE';
    return (await this.unitOfWork.query<{ name: string }>(sql, [tenantId]))[0]?.name ?? null;
  }

  /** The role of a person in a tenant. */
  async roleOf(tenantId: TenantId, userId: UserId): Promise<Role | null> {
    return (await this.unitOfWork.manager.findOneBy(MembershipEntity, { tenantId, userId }))?.role ?? null;
  }

  /** Whether somebody else owns a tenant who does not leave the product. */
  async hasOtherOwner(tenantId: TenantId, userId: UserId): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `SELECT 1 FROM auth.memberships m JOIN auth.users u ON u.id = m.user_id
       WHERE m.tenant_id = $1 AND m.user_id <> $2 AND m.role = 'owner' AND u.erase_at IS NULL LIMIT 1`,
      [tenantId, userId],
    );
    return rows.length === 1;
  }

  async setRole(tenantId: TenantId, userId: UserId, role: Role): Promise<void> {
    await this.unitOfWork.manager.update(MembershipEntity, { tenantId, userId }, { role });
  }

  async remove(tenantId: TenantId, userId: UserId): Promise<void> {
    await this.unitOfWork.manager.delete(MembershipEntity, { tenantId, userId });
  }

  /** The sessions in which a person acts for a tenant. */
  async sessionsOf(tenantId: TenantId, userId: UserId): Promise<SessionId[]> {
    const rows = await this.unitOfWork.query<{ id: SessionId }>(
      'SELECT id FROM auth.sessions WHERE tenant_id = $1 AND user_id = $2 AND ended_at IS NULL',
      [tenantId, userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Makes a session act for another tenant. */
  async moveSession(sessionId: SessionId, tenantId: TenantId): Promise<void> {
    await this.unitOfWork.query('UPDATE auth.sessions SET tenant_id = $2 WHERE id = $1', [sessionId, tenantId]);
  }
}
