import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IsPlainText } from '../../platform/http/plain-text';
import { Publication } from './publication.dto';

/** What a profile is called. */
export class TitleBody {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  @IsPlainText()
  title!: string;
}

/** One width of a photo. */
export class PhotoSizeAddress {
  @ApiProperty({ type: 'integer' })
  width!: number;

  @ApiProperty({ description: 'As WebP.' })
  url!: string;

  @ApiProperty({ description: 'As JPEG.' })
  jpegUrl!: string;
}

/** The photo of a profile. */
export class Photo {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'The largest size, for an <img> of the owner; good for a day at least.' })
  url!: string;

  @ApiProperty({ type: 'integer' })
  bytes!: number;

  @ApiProperty()
  mediaType!: string;

  @ApiProperty({ type: [PhotoSizeAddress] })
  sizes!: PhotoSizeAddress[];
}

/** The CV of a profile. */
export class Cv {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Where its owner reads it, signed in.' })
  url!: string;

  @ApiProperty({ type: 'integer' })
  bytes!: number;

  @ApiProperty({ enum: ['application/pdf'] })
  mediaType!: string;

  @ApiProperty()
  fileName!: string;
}

/** A profile as its owner sees it. */
export class Profile {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  @ApiProperty({ type: Number, nullable: true })
  latestRevision!: number | null;

  @ApiProperty({ description: 'The draft differs from the latest revision.' })
  hasUnsavedChanges!: boolean;

  @ApiProperty({ type: Photo, nullable: true })
  photo!: Photo | null;

  @ApiProperty({ type: Cv, nullable: true })
  cv!: Cv | null;

  @ApiProperty({ type: Publication, nullable: true })
  publication!: Publication | null;
}

/** A page of profiles, newest first. */
export class ProfileList {
  @ApiProperty({ type: [Profile] })
  profiles!: Profile[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
