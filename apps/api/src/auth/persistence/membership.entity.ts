import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../domain/roles';

/** A person's role in a tenant. */
@Entity({ schema: 'auth', name: 'memberships' })
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text')
  role!: Role;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
