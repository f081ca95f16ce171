import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type Role, roles } from '../../domain/roles';
import { trimmed } from '../../../platform/http/input/trimmed';

/** A tenant for which the caller may act. */
export class Tenant {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ description: 'Whether the session acts for it.' })
  current!: boolean;
}

/** The tenants of the caller. */
export class Tenants {
  @ApiProperty({ type: [Tenant] })
  tenants!: Tenant[];
}

/** A new organisation. */
export class OrganisationBody {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;
}

/** A member of the caller's tenant. */
export class Member {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ format: 'date-time' })
  joinedAt!: string;
}

/** The members of the caller's tenant. */
export class Members {
  @ApiProperty({ type: [Member] })
  members!: Member[];
}

/** Another role for a member. */
export class RoleBody {
  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role!: Role;
}
