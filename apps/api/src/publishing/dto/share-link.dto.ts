import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsRFC3339, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { AsTyped } from '../../platform/http/input/as-typed.decorator';
import { Omittable } from '../../platform/http/input/omittable.decorator';

/** A link for one recipient. */
export class ShareLinkBody {
  @ApiProperty({ minLength: 1, maxLength: 80, description: 'The recipient; only the owner sees it.' })
  @IsString()
  @Length(1, 80)
  @Matches(/\S/, { message: 'label must not be blank' })
  label!: string;

  @ApiPropertyOptional({ minLength: 8, maxLength: 128, description: 'Required to open the link.' })
  @Omittable()
  @IsString()
  @Length(8, 128)
  @AsTyped()
  password?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From this instant the link is not found.',
  })
  @IsOptional()
  @IsRFC3339()
  @MaxLength(40)
  expiresAt?: string | null;
}

/** A named link to a published profile. */
export class ShareLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  label!: string;

  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    description: 'null while the profile is not published; the link works again when it is.',
  })
  url!: string | null;

  @ApiProperty()
  hasPassword!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

/** The links of a profile that are not revoked, latest first. */
export class ShareLinkList {
  @ApiProperty({ type: [ShareLink] })
  links!: ShareLink[];
}
