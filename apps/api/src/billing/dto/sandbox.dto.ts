import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Omittable } from '../../platform/http/input/omittable.decorator';
import type { SandboxOutcome } from '../payments/sandbox-provider';

/** The secret that opens a checkout's page without signing in. */
export class SandboxKey {
  @ApiPropertyOptional({ description: 'The secret in the address of the checkout.' })
  @Omittable()
  @IsString()
  @MaxLength(100)
  secret?: string;
}

/** How a checkout went. */
export class SandboxResult {
  @ApiProperty({ enum: ['paid', 'declined', 'abandoned'], description: 'A paid checkout stays paid.' })
  status!: SandboxOutcome;
}
