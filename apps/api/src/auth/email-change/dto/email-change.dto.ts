import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, Matches, MaxLength } from 'class-validator';
import { trimmed } from '../../dto/auth.dto';

/** The address that an account shall have. */
export class EmailChangeBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @Transform(trimmed)
  @IsString()
  @MaxLength(254)
  @Matches(/^[^\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]*$/u)
  @IsEmail({ allow_utf8_local_part: true })
  email!: string;
}

/** A change of the address that waits to be confirmed at the new one. */
export class PendingEmailChange {
  @ApiProperty()
  email!: string;

  @ApiProperty({ format: 'date-time', description: 'Until then it can be confirmed.' })
  expiresAt!: string;
}

/** Whether a change of the address waits to be confirmed. */
export class EmailChangeState {
  @ApiProperty({ type: PendingEmailChange, nullable: true })
  pending!: PendingEmailChange | null;
}
