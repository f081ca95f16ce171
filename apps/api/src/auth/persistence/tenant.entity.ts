import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TenantId } from '../../platform/ids/ids';

/** The wall around product data. */
@Entity({ schema: 'auth', name: 'tenants' })
export class TenantEntity {
  @PrimaryColumn('uuid')
  id!: TenantId;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
