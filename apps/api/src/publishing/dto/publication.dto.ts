import { type HideableField, hideableFields } from '@canar/profile-document';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsRFC3339,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { AsTyped } from '../../platform/http/input/as-typed.decorator';
import { Omittable } from '../../platform/http/input/omittable.decorator';
import { visibilities, type Visibility } from '../domain/visibility';

/** The terms of a publication. */
export class PublicationBody {
  @ApiProperty({ minLength: 3, maxLength: 60, description: 'a to z, digits and single hyphens.' })
  @IsString()
  @MaxLength(120)
  slug!: string;

  @ApiProperty({
    enum: visibilities,
    description:
      'public may be listed by search engines; unlisted opens for everyone with the link; protected requires the password.',
  })
  @IsIn(visibilities)
  visibility!: Visibility;

  @ApiPropertyOptional({
    minLength: 8,
    maxLength: 128,
    description: 'For a protected page. If absent, the current one is not changed.',
  })
  @Omittable()
  @IsString()
  @Length(8, 128)
  @AsTyped()
  password?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'From this instant the page is not found. Absent or null: never.',
  })
  @IsOptional()
  @IsRFC3339()
  @MaxLength(40)
  expiresAt?: string | null;

  @ApiPropertyOptional({ enum: hideableFields, isArray: true, default: ['phone', 'address'] })
  @Omittable()
  @IsArray()
  @ArrayUnique()
  @IsIn(hideableFields, { each: true })
  hiddenFields?: HideableField[];

  @ApiPropertyOptional({ default: false })
  @Omittable()
  @IsBoolean()
  showCv?: boolean;

  @ApiPropertyOptional({
    default: true,
    description: 'Shows "Made with Canar" at the foot of the page. Hiding it needs a plan with the feature unbranded.',
  })
  @Omittable()
  @IsBoolean()
  branded?: boolean;
}

/** A publication. */
export class Publication {
  @ApiProperty()
  slug!: string;

  @ApiProperty({ format: 'uri' })
  url!: string;

  @ApiProperty({ enum: visibilities })
  visibility!: Visibility;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt!: string | null;

  @ApiProperty({ enum: hideableFields, isArray: true })
  hiddenFields!: string[];

  @ApiProperty()
  showCv!: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'The template in which the page is shown until the next saved edit, where its revision names another one; null for every page that is shown by its revision.',
  })
  legacyTemplate!: string | null;

  @ApiProperty()
  branded!: boolean;

  @ApiProperty({ format: 'date-time' })
  publishedAt!: string;
}

/** Whether a slug is free. */
export class SlugAnswer {
  @ApiProperty()
  available!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'A free slug that is equal or similar.' })
  suggestion!: string | null;
}
