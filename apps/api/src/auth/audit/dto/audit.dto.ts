import { ApiProperty } from '@nestjs/swagger';
import { auditedActs } from '../audited-acts';

/** One thing that happened to the account. */
export class AuditEntry {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: auditedActs })
  act!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of a sign-in: by what, such as `password` or `link`.' })
  method!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of an ended session: why, such as `revoked`.' })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As the browser says itself, such as "Firefox".' })
  browser!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As the browser says itself, such as "Android".' })
  system!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

/** A page of what happened to the account, the newest first. */
export class AuditPage {
  @ApiProperty({ type: [AuditEntry] })
  entries!: AuditEntry[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
