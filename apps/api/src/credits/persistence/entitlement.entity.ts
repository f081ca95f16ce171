import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TenantId } from '../../platform/ids/ids';

/** What a tenant may do now. */
@Entity({ schema: 'credits', name: 'entitlements' })
export class EntitlementEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @Column('text')
  plan!: string;

  @Column('timestamptz', { name: 'edit_until' })
  editUntil!: Date;

  @Column('text', { array: true })
  features!: string[];
}
