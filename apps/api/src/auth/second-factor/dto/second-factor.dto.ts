import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { AsTyped } from '../../../platform/http/input/as-typed.decorator';
import { Omittable } from '../../../platform/http/input/omittable.decorator';

/** Six digits of an authenticator app, or a recovery code. */
const anyCode = /^[0-9A-Za-z -]{6,40}$/;
const maxCode = 40;

/** The second half of a sign-in. */
export class AnswerChallengeBody {
  @ApiProperty({ maxLength: 64, description: 'As the first half of the sign-in has given it.' })
  @IsString()
  @Matches(/^[\w-]{1,64}$/)
  challenge!: string;

  @ApiProperty({ maxLength: maxCode, description: 'Six digits of the authenticator app, or a recovery code.' })
  @IsString()
  @MaxLength(maxCode)
  @Matches(anyCode)
  code!: string;
}

/** The first code of a second factor. */
export class FirstCodeBody {
  @ApiProperty({ pattern: '^[0-9]{6}$' })
  @IsString()
  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/** What proves that it is still the person of the session: the code with a second factor, else the password, else a mailed code. */
export class ConfirmIdentityBody {
  @ApiProperty({ maxLength: 128, required: false })
  @Omittable()
  @IsString()
  @MaxLength(128)
  @AsTyped()
  password?: string;

  @ApiProperty({ maxLength: maxCode, required: false })
  @Omittable()
  @IsString()
  @MaxLength(maxCode)
  @Matches(anyCode)
  code?: string;

  @ApiProperty({ maxLength: maxCode, required: false })
  @Omittable()
  @IsString()
  @MaxLength(maxCode)
  @Matches(anyCode)
  mailedCode?: string;
}

/** Whether the caller has a second factor. */
export class SecondFactor {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null while none is asked for' })
  since!: string | null;

  @ApiProperty({ type: 'integer' })
  recoveryCodesLeft!: number;
}

/** The secret of a second factor, for the authenticator app. */
export class SecondFactorEnrolment {
  @ApiProperty({ description: 'In base32, to be typed.' })
  secret!: string;

  @ApiProperty({ description: 'otpauth:// address, to be shown as a QR code.' })
  uri!: string;
}

/** Codes that sign in once each when the authenticator app is lost. They are shown this once. */
export class RecoveryCodes {
  @ApiProperty({ type: [String] })
  recoveryCodes!: string[];
}
