import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { Consent } from '../consents/dto/consent.dto';
import { type Locale, locales } from '../domain/locale';
import { AsTyped } from '../../platform/http/input/as-typed.decorator';
import type { SuppressionReason } from '../../platform/mail/suppressed-addresses';
import { Omittable } from '../../platform/http/input/omittable.decorator';
import { EmailAddress } from './email-address.decorator';
import { trimmed } from '../../platform/http/input/trimmed';

/** A new account. */
export class RegisterBody {
  @EmailAddress()
  email!: string;

  @ApiProperty({ minLength: 8, maxLength: 128, description: 'Used exactly as typed.' })
  @IsString()
  @MinLength(8)
  @MaxLength(128)
  @AsTyped()
  password!: string;

  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;

  @ApiProperty({ enum: locales, required: false, description: 'The language of mails; English by default.' })
  @Omittable()
  @IsIn(locales)
  locale?: Locale;

  @ApiProperty({ type: [Consent], required: false, maxItems: 10, description: 'The texts to which one agrees.' })
  @Omittable()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => Consent)
  consents?: Consent[];
}

/** A sign-in with a password. */
export class LoginBody {
  @ApiProperty({ format: 'email', maxLength: 254 })
  @Transform(trimmed)
  @IsString()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ maxLength: 128 })
  @IsString()
  @MaxLength(128)
  @AsTyped()
  password!: string;
}

/** The token of a mailed link. */
export class MailedLinkBody {
  @ApiProperty({ maxLength: 64, description: 'The token in the fragment of the link.' })
  @IsString()
  @Matches(/^[\w-]{1,64}$/)
  token!: string;
}

/** The signed-in person, in the tenant they act for. */
export class User {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  emailVerified!: boolean;

  @ApiProperty({ format: 'uuid' })
  tenantId!: string;

  @ApiProperty({ enum: ['viewer', 'editor', 'billing', 'admin', 'owner'] })
  role!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** The signed-in person, with what the site may offer them. */
export class CurrentUser extends User {
  @ApiProperty({ description: 'Whether the routes of operators are open to them.' })
  operator!: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the account is erased, unless its person undoes it.',
  })
  eraseAt!: string | null;
}

/** The address of the signed-in person. */
export class Address {
  @ApiProperty()
  email!: string;

  @ApiProperty()
  verified!: boolean;

  @ApiProperty({
    enum: ['bounce', 'complaint'],
    nullable: true,
    description: 'Why no mail is sent to it: mail came back, or its owner called our mail spam.',
  })
  suppression!: SuppressionReason | null;
}

/** A sign-in; the tokens are null where the cookie is the session. */
export class SignedIn {
  @ApiProperty({ type: User })
  user!: User;

  @ApiProperty({ type: String, nullable: true })
  accessToken!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Seconds.' })
  expiresIn!: number | null;
}

/** A sign-in whose second factor is still to come. */
export class SecondFactorChallenge {
  @ApiProperty({ description: 'To be sent with a code within ten minutes.' })
  challenge!: string;
}

/** A new access token. */
export class RefreshedToken {
  @ApiProperty()
  accessToken!: string;

  @ApiProperty({ description: 'Seconds.' })
  expiresIn!: number;
}
