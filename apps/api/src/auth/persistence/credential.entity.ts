import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person proves to be themselves with. */
@Entity({ schema: 'auth', name: 'credentials' })
export class CredentialEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}
