import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

/** The most that a member can be allowed. */
const maxLimit = 1_000_000_000;

/** How many credits a member may spend in each period. */
export class CreditLimitBody {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: maxLimit, nullable: true, description: 'Null for no limit.' })
  @ValidateIf(({ credits }: CreditLimitBody) => credits !== null)
  @IsInt()
  @Min(0)
  @Max(maxLimit)
  credits!: number | null;
}

/** What a member has spent in the running period. */
export class MemberSpending {
  @ApiProperty({ format: 'uuid', description: 'The person, who may have left since.' })
  id!: string;

  @ApiProperty({ type: 'integer', description: 'Without what was undone.' })
  spent!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The most that the member may spend; null for no limit.',
  })
  limit!: number | null;
}

/** What the members have spent of the shared credits. */
export class MemberSpendings {
  @ApiProperty({ type: [MemberSpending], description: 'All who have spent or have a limit.' })
  members!: MemberSpending[];
}
