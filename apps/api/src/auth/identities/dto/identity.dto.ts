import { identityProviderNames, type IdentityProviderName } from '@canar/api-env';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { Omittable } from '../../../platform/http/input/omittable.decorator';
import { type Locale, locales } from '../../domain/locale';

/** The provider of an identity. */
export class IdentityProviderBody {
  @ApiProperty({ enum: identityProviderNames })
  @IsIn(identityProviderNames)
  provider!: IdentityProviderName;
}

/** A sign-in at a provider. */
export class BeginIdentitySignInBody extends IdentityProviderBody {
  @ApiProperty({
    enum: locales,
    required: false,
    description: 'The language of mails to a new account; English by default.',
  })
  @Omittable()
  @IsIn(locales)
  locale?: Locale;
}

/** With what a provider has sent the browser back. */
export class AuthorizationAnswerBody extends IdentityProviderBody {
  @ApiProperty({ maxLength: 2_048, required: false })
  @Omittable()
  @IsString()
  @MaxLength(2_048)
  code?: string;

  @ApiProperty({ maxLength: 200, required: false })
  @Omittable()
  @IsString()
  @MaxLength(200)
  state?: string;

  @ApiProperty({ maxLength: 200, required: false, description: 'Such as access_denied, instead of a code.' })
  @Omittable()
  @IsString()
  @MaxLength(200)
  error?: string;

  @ApiProperty({ maxLength: 200, required: false, description: 'The issuer (RFC 9207).' })
  @Omittable()
  @IsString()
  @MaxLength(200)
  iss?: string;
}

/** Where the browser is to go. */
export class AuthorizationAddress {
  @ApiProperty({ format: 'uri' })
  url!: string;
}

/** An identity of the caller at a provider. */
export class ConnectedIdentity {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: identityProviderNames })
  provider!: IdentityProviderName;

  @ApiProperty({ description: 'As the provider named it when it was connected.' })
  email!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

/** The identities of the caller. */
export class ConnectedIdentities {
  @ApiProperty({ type: [ConnectedIdentity] })
  identities!: ConnectedIdentity[];

  @ApiProperty({ description: 'Whether the caller can also sign in with a password.' })
  hasPassword!: boolean;
}
