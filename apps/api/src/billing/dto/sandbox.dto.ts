import { ApiProperty } from '@nestjs/swagger';
import type { SandboxOutcome } from '../payments/sandbox-provider';

/** How a checkout went. */
export class SandboxResult {
  @ApiProperty({ enum: ['paid', 'declined', 'abandoned'], description: 'A paid checkout stays paid.' })
  status!: SandboxOutcome;
}
