import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The wall around product data. */
@Entity({ schema: 'auth', name: 'tenants' })
export class TenantEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
