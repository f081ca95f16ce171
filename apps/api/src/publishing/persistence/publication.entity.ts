import type { HideableField } from '@canar/profile-document';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Visibility } from '../domain/visibility';
import { ProfileId, TenantId } from '../../platform/ids/ids';

/** The address and visibility under which a profile's latest revision is published. */
@Entity({ schema: 'profiles', name: 'publications' })
export class PublicationEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid', { name: 'profile_id' })
  profileId!: ProfileId;

  @Column('text')
  slug!: string;

  @Column('text')
  visibility!: Visibility;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('text', { name: 'hidden_fields', array: true })
  hiddenFields!: HideableField[];

  @Column('boolean', { name: 'show_cv' })
  showCv!: boolean;

  /** Whether "Made with Canar" is shown at the foot of the page. */
  @Column('boolean')
  branded!: boolean;

  @Column('bigint')
  version!: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;
}
