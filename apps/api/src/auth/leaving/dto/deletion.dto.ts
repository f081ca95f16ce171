import { ApiProperty } from '@nestjs/swagger';

/** The plan that is paid for. */
export class LostSubscription {
  @ApiProperty()
  plan!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;
}

/** What a person loses with the account. */
export class AccountLosses {
  @ApiProperty({ type: 'integer' })
  profiles!: number;

  @ApiProperty({ type: 'integer' })
  publishedPages!: number;

  @ApiProperty({ type: 'integer', description: 'Credits that could be spent.' })
  credits!: number;

  @ApiProperty({ type: LostSubscription, nullable: true })
  subscription!: LostSubscription | null;
}

/** The deletion of the account. */
export class AccountDeletion {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while it is not asked for.' })
  eraseAt!: string | null;

  @ApiProperty({ type: 'integer', description: 'Days in which it can be undone.' })
  graceDays!: number;

  @ApiProperty({ type: 'integer', description: 'Days for which a sealed record is stored afterwards.' })
  retentionDays!: number;

  @ApiProperty({ type: AccountLosses })
  losses!: AccountLosses;
}

/** A deletion that was asked for. */
export class DeletionRequested {
  @ApiProperty({ format: 'date-time', description: 'Until then, signing in and undoing it keeps everything.' })
  eraseAt!: string;
}
