import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ProfileId, TenantId } from '../../../platform/ids/ids';

/** One size of a photo: square, addressed by the hash of its content. */
export interface PhotoSize {
  width: number;
  hash: string;
}

/** A photo or a CV of a profile. */
@Entity({ schema: 'profiles', name: 'files' })
export class FileEntity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'profile_id' })
  profileId!: ProfileId;

  @Column('text')
  kind!: 'photo' | 'cv';

  @Column('text', { name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('integer')
  bytes!: number;

  @Column('jsonb')
  sizes!: PhotoSize[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
