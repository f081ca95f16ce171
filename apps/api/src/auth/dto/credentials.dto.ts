import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { AsTyped } from '../../platform/http/input/as-typed.decorator';
import { MailedLinkBody } from './auth.dto';
import { trimmed } from '../../platform/http/input/trimmed';

/** Whose password was forgotten. */
export class ForgotPasswordBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @Transform(trimmed)
  @IsString()
  @MaxLength(254)
  email!: string;
}

/** A new password, with the token of the mailed link. */
export class ResetPasswordBody extends MailedLinkBody {
  @ApiProperty({ minLength: 8, maxLength: 128, description: 'Taken exactly as typed.' })
  @IsString()
  @MinLength(8)
  @MaxLength(128)
  @AsTyped()
  password!: string;
}

/** A new password, with the current one. */
export class ChangePasswordBody {
  @ApiProperty({ maxLength: 128 })
  @IsString()
  @MaxLength(128)
  @AsTyped()
  currentPassword!: string;

  @ApiProperty({ minLength: 8, maxLength: 128, description: 'Taken exactly as typed.' })
  @IsString()
  @MinLength(8)
  @MaxLength(128)
  @AsTyped()
  password!: string;
}

/** What the reader of a mailed link may know of its account. */
export class LinkAccount {
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ description: 'While false, the reader may say that the account is not theirs.' })
  emailVerified!: boolean;
}
