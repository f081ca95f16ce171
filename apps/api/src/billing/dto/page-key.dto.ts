import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Omittable } from '../../platform/http/input/omittable.decorator';

/** The secret that opens a checkout's page without signing in. */
export class PageKey {
  @ApiPropertyOptional({ description: 'The secret in the address of the checkout.' })
  @Omittable()
  @IsString()
  @MaxLength(100)
  secret?: string;
}
