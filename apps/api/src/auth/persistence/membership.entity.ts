import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/roles';
import { TenantId, UserId } from '../../platform/ids/ids';

/** A person's role in a tenant. */
@Entity({ schema: 'auth', name: 'memberships' })
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: UserId;

  @Column('text')
  role!: Role;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
