import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ProfileId, ShareLinkId, TenantId } from '../../platform/ids/ids';

/** A named link that opens a published profile for one recipient. */
@Entity({ schema: 'profiles', name: 'share_links' })
export class ShareLinkEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: ShareLinkId;

  @Column('uuid', { name: 'profile_id' })
  profileId!: ProfileId;

  @Column('text')
  label!: string;

  @Column('text')
  token!: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
