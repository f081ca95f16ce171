import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ProfileId, TenantId } from '../../platform/ids/ids';

/** One profile of a tenant. */
@Entity({ schema: 'profiles', name: 'profiles' })
export class ProfileEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: ProfileId;

  @Column('text')
  title!: string;

  @Column('text', { array: true })
  tags!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
