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

/** Credits that operators granted, with what became of them. */
export class OperatorGrantUse {
  @ApiProperty({ format: 'uuid', description: 'The reference of the grant on the statement.' })
  reference!: string;

  @ApiProperty({ type: 'integer' })
  granted!: number;

  @ApiProperty({ type: 'integer' })
  spent!: number;

  @ApiProperty({ type: 'integer', description: 'Can be spent now.' })
  left!: number;

  @ApiProperty({ format: 'date-time' })
  grantedAt!: string;
}

/** What operators have granted to a tenant, the newest first. */
export class OperatorGrantList {
  @ApiProperty({ type: [OperatorGrantUse] })
  grants!: OperatorGrantUse[];
}

/** Credits that an operator takes back. */
export class OperatorTakeBackBody extends ReasonBody {
  @ApiProperty({ format: 'uuid', description: 'The reference of what an operator granted.' })
  @IsUUID()
  reference!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: maxGrant, description: 'No more is taken than is left.' })
  @IsInt()
  @Min(1)
  @Max(maxGrant)
  credits!: number;
}

/** Credits that an operator took back. */
export class OperatorTakenBack {
  @ApiProperty({ type: 'integer', description: 'What was taken; less than was asked for when less was left.' })
  credits!: number;
}
