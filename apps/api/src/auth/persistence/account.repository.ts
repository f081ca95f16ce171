import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Role } from '../domain/roles';
import { CredentialEntity } from './credential.entity';
import { MembershipEntity } from './membership.entity';
import { TenantEntity } from './tenant.entity';
import { UserEntity } from './user.entity';

/** An account as it is found for a sign-in. */
export interface FoundAccount {
  user: UserEntity;
  passwordHash: string | null;
  tenantId: string;
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
  async addBelongings(credential: CredentialEntity, tenant: TenantEntity, membership: MembershipEntity): Promise<void> {
    const { manager } = this.unitOfWork;
    await manager.insert(CredentialEntity, credential);
    await manager.insert(TenantEntity, tenant);
    await manager.insert(MembershipEntity, membership);
  }

  /** The account of an address, with the tenant it has belonged to longest. */
  async findByEmailKey(key: string): Promise<FoundAccount | null> {
    const { manager } = this.unitOfWork;
    const user = await manager.findOneBy(UserEntity, { emailKey: key });
    if (!user) return null;
    const credential = await manager.findOneBy(CredentialEntity, { userId: user.id });
    const membership = await manager.findOneOrFail(MembershipEntity, {
      where: { userId: user.id },
      order: { createdAt: 'ASC', tenantId: 'ASC' },
    });
    return {
      user,
      passwordHash: credential?.passwordHash ?? null,
      tenantId: membership.tenantId,
      role: membership.role,
    };
  }

  /** A person by id, with their role in a tenant. */
  async findMember(userId: string, tenantId: string): Promise<{ user: UserEntity; role: Role } | null> {
    const { manager } = this.unitOfWork;
    const user = await manager.findOneBy(UserEntity, { id: userId });
    const membership = await manager.findOneBy(MembershipEntity, { userId, tenantId });
    return user && membership ? { user, role: membership.role } : null;
  }
}
