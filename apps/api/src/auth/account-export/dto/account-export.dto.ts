import { ApiProperty } from '@nestjs/swagger';

/** The export of everything that is stored of the caller. */
export class AccountExport {
  @ApiProperty({ enum: ['none', 'building', 'ready', 'failed'] })
  state!: 'none' | 'building' | 'ready' | 'failed';

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  requestedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Until when it can be downloaded.' })
  expiresAt!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The size of the archive.' })
  bytes!: number | null;
}
