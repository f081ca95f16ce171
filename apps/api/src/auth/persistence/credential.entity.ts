import { Column, Entity, PrimaryColumn } from 'typeorm';
import { UserId } from '../../platform/ids/ids';

/** What a person proves to be themselves with. */
@Entity({ schema: 'auth', name: 'credentials' })
export class CredentialEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: UserId;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
