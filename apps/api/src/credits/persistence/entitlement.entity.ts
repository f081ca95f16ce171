import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a tenant may do now. */
@Entity({ schema: 'credits', name: 'entitlements' })
export class EntitlementEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;

  @Column('text')
  plan!: string;

  @Column('timestamptz', { name: 'edit_until' })
  editUntil!: Date;

  @Column('text', { array: true })
  features!: string[];
}
