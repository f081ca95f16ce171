import { ApiProperty } from '@nestjs/swagger';

/** Credits that will expire together. */
export class ExpiringCredits {
  @ApiProperty({ type: 'integer' })
  amount!: number;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

/** What a member may spend of the shared credits in the running period, and has spent. */
export class OwnLimit {
  @ApiProperty({ type: 'integer' })
  limit!: number;

  @ApiProperty({ type: 'integer' })
  spent!: number;
}

/** What the tenant can spend now. */
export class Credits {
  @ApiProperty({ type: 'integer' })
  balance!: number;

  @ApiProperty({ type: 'integer', description: 'The price of a saved edit.' })
  editCost!: number;

  @ApiProperty({ type: 'integer' })
  editsLeft!: number;

  @ApiProperty({ type: [ExpiringCredits] })
  expiring!: ExpiringCredits[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when nothing can be spent because the account is being checked; null when it can.',
  })
  suspendedAt!: string | null;

  @ApiProperty({ type: OwnLimit, nullable: true, description: 'The caller’s own limit; null when there is none.' })
  ownLimit!: OwnLimit | null;
}

/** The profile that an entry is about. */
export class EntryProfile {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the profile was deleted.' })
  title!: string | null;
}

/** One line of the statement. */
export class Entry {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['grant', 'charge', 'reversal', 'expiry', 'take_back'] })
  kind!: string;

  @ApiProperty({ type: 'integer', description: 'Positive for received, negative for spent credits.' })
  amount!: number;

  @ApiProperty({ type: 'integer' })
  balanceAfter!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The charged action, such as profile.edit.' })
  action!: string | null;

  @ApiProperty({
    enum: ['plan', 'top_up', 'operator'],
    nullable: true,
    type: String,
    description: 'The source of granted credits.',
  })
  source!: string | null;

  @ApiProperty({ type: EntryProfile, nullable: true })
  profile!: EntryProfile | null;

  @ApiProperty({ type: Number, nullable: true })
  revisionNumber!: number | null;

  @ApiProperty({ format: 'date-time' })
  effectiveAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
}

/** A page of the statement, newest first. */
export class EntryPage {
  @ApiProperty({ type: [Entry] })
  entries!: Entry[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
