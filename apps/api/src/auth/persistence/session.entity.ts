import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SessionId, TenantId, UserId } from '../../platform/ids/ids';

/** One sign-in, on one device, for one tenant at a time. */
@Entity({ schema: 'auth', name: 'sessions' })
export class SessionEntity {
  @PrimaryColumn('uuid')
  id!: SessionId;

  @Column('uuid', { name: 'user_id' })
  userId!: UserId;

  @Column('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @Column('integer')
  generation!: number;

  @Column('timestamptz', { name: 'rotated_at' })
  rotatedAt!: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('integer', { name: 'proven_generation' })
  provenGeneration!: number;

  @Column('integer', { name: 'skipped_generation' })
  skippedGeneration!: number;

  @Column('timestamptz', { name: 'shared_at', nullable: true })
  sharedAt!: Date | null;

  /** When the person last proved to be themselves in it. */
  @Column('timestamptz', { name: 'authenticated_at' })
  authenticatedAt!: Date;

  /** When it was last used, to within five minutes. */
  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt!: Date;
}
