import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { ReasonBody } from '../../auth';
import { Omittable } from '../../platform/http/input/omittable.decorator';

const maxGrant = 100_000;
const maxDays = 3_650;

/** Credits that an operator grants. */
export class OperatorGrantBody extends ReasonBody {
  @ApiProperty({ format: 'uuid', description: 'The tenant whose account gets them.' })
  @IsUUID()
  tenantId!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: maxGrant })
  @IsInt()
  @Min(1)
  @Max(maxGrant)
  credits!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: maxDays, required: false, description: '365 by default.' })
  @Omittable()
  @IsInt()
  @Min(1)
  @Max(maxDays)
  days?: number;
}

/** Credits that an operator has granted. */
export class OperatorGranted {
  @ApiProperty({ format: 'uuid', description: 'The reference of the grant on the statement.' })
  reference!: string;

  @ApiProperty({ type: 'integer' })
  credits!: number;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
