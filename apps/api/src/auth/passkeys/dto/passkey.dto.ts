import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { Omittable } from '../../../platform/http/input/omittable.decorator';
import { trimmed } from '../../../platform/http/input/trimmed';

const base64url = /^[\w-]+$/;
const maxCredentialId = 1_400;
const maxClientData = 4_096;
const maxAttestation = 8_192;
const maxName = 60;
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What a browser is asked for, as WebAuthn has it in JSON. */
export class PasskeyOptions {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'For `parse…OptionsFromJSON` of WebAuthn.' })
  options!: object;
}

/** What a passkey is called. */
export class PasskeyNameBody {
  @ApiProperty({ minLength: 1, maxLength: maxName })
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(maxName)
  name!: string;
}

/** A passkey that a browser has made; all but the name as WebAuthn gives it, in base64url. */
export class AddPasskeyBody extends PasskeyNameBody {
  @ApiProperty({ maxLength: maxCredentialId })
  @IsString()
  @MaxLength(maxCredentialId)
  @Matches(base64url)
  credentialId!: string;

  @ApiProperty({ maxLength: maxClientData })
  @IsString()
  @MaxLength(maxClientData)
  @Matches(base64url)
  clientDataJson!: string;

  @ApiProperty({ maxLength: maxAttestation })
  @IsString()
  @MaxLength(maxAttestation)
  @Matches(base64url)
  attestationObject!: string;

  @ApiProperty({ enum: transports, isArray: true, required: false })
  @Omittable()
  @IsArray()
  @ArrayMaxSize(transports.length)
  @IsIn(transports, { each: true })
  transports?: string[];
}

/** A signature by a passkey, as WebAuthn gives it, in base64url. */
export class PasskeySignInBody {
  @ApiProperty({ maxLength: maxCredentialId })
  @IsString()
  @MaxLength(maxCredentialId)
  @Matches(base64url)
  credentialId!: string;

  @ApiProperty({ maxLength: maxClientData })
  @IsString()
  @MaxLength(maxClientData)
  @Matches(base64url)
  clientDataJson!: string;

  @ApiProperty({ maxLength: 2_048 })
  @IsString()
  @MaxLength(2_048)
  @Matches(base64url)
  authenticatorData!: string;

  @ApiProperty({ maxLength: 2_048 })
  @IsString()
  @MaxLength(2_048)
  @Matches(base64url)
  signature!: string;

  @ApiProperty({ maxLength: 128 })
  @IsString()
  @MaxLength(128)
  @Matches(base64url)
  userHandle!: string;
}

/** A passkey of the caller. */
export class Passkey {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Whether a provider keeps copies for other devices.' })
  synced!: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

/** What is reported to a browser, so that it offers no removed passkeys and shows the present name and address. */
export class PasskeySignals {
  @ApiProperty()
  rpId!: string;

  @ApiProperty({ description: 'In base64url.' })
  userId!: string;

  @ApiProperty({ type: [String], description: 'In base64url.' })
  allAcceptedCredentialIds!: string[];
}

/** The passkeys of the caller, the oldest first. */
export class PasskeyList {
  @ApiProperty({ type: [Passkey] })
  passkeys!: Passkey[];

  @ApiProperty({ type: PasskeySignals })
  signals!: PasskeySignals;
}
