import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { Omittable } from '../../../platform/http/input/omittable.decorator';
import { operatorActs } from '../operator-act';
import { trimmed } from '../../../platform/http/input/trimmed';

const maxReason = 500;

/** Why an operator acts. */
export class ReasonBody {
  @ApiProperty({
    minLength: 1,
    maxLength: maxReason,
    description: 'Stored with the act; ids instead of names, please.',
  })
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(maxReason)
  reason!: string;
}

/** Which account an operator looks for, by one of both. */
export class FindAccountBody extends ReasonBody {
  @ApiProperty({ maxLength: 254, required: false, description: 'The exact address, in any case.' })
  @Transform(trimmed)
  @ValidateIf((body: FindAccountBody) => body.id === undefined || body.email !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email?: string;

  @ApiProperty({ format: 'uuid', required: false })
  @Omittable()
  @IsUUID()
  id?: string;
}

/** A tenant of an account. */
export class OperatedTenant {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['viewer', 'editor', 'billing', 'admin', 'owner'] })
  role!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;
}

/** The state of an account, as operators see it. */
export class OperatedAccount {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'The language of mails.' })
  locale!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty()
  emailVerified!: boolean;

  @ApiProperty({ enum: ['bounce', 'complaint'], nullable: true, description: 'Why no mail is sent to the address.' })
  suppression!: 'bounce' | 'complaint' | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  blockedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its address was taken back.' })
  releasedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  secondFactorSince!: string | null;

  @ApiProperty()
  operator!: boolean;

  @ApiProperty({ type: 'integer', description: 'How many may act now.' })
  sessions!: number;

  @ApiProperty({ type: [OperatedTenant] })
  tenants!: OperatedTenant[];
}

/** One act of an operator. */
export class OperatorAct {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: the program of the installation.' })
  operatorId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The account that it concerns.' })
  userId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The tenant that it concerns.' })
  tenantId!: string | null;

  @ApiProperty({ enum: operatorActs })
  act!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'What it was about, such as a grant.' })
  subject!: string | null;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

/** A page of what operators did, the newest first. */
export class OperatorActPage {
  @ApiProperty({ type: [OperatorAct] })
  acts!: OperatorAct[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
