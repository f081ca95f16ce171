import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../domain/locale';
import { UserId } from '../../platform/ids/ids';

/** A person with an account. */
@Entity({ schema: 'auth', name: 'users' })
export class UserEntity {
  @PrimaryColumn('uuid')
  id!: UserId;

  @Column('text')
  email!: string;

  @Column('text', { name: 'email_key' })
  emailKey!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt!: Date | null;

  @Column('timestamptz', { name: 'blocked_at', nullable: true })
  blockedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Devices remembered under an earlier generation are forgotten. */
  @Column('integer', { name: 'device_generation' })
  deviceGeneration!: number;

  /** The language of mails. */
  @Column('text')
  locale!: Locale;
}
