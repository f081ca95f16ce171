import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Whose captured mail. */
export class MailboxQuery {
  @IsOptional()
  @IsString()
  @MaxLength(254)
  to?: string;
}
