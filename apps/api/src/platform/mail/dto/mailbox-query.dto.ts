import { IsOptional, IsString, MaxLength } from 'class-validator';

/** What opens the mailbox in production. */
export class MailboxKey {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  secret?: string;
}

/** Whose captured mail. */
export class MailboxQuery extends MailboxKey {
  @IsOptional()
  @IsString()
  @MaxLength(254)
  to?: string;
}
