import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Cv, Photo } from '../files/dto/file.dto';
import type { PublicationSummary } from '../profile-publications';

/** What a profile is called. */
export class TitleBody {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title!: string;
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

  @ApiProperty({ allOf: [{ $ref: '#/components/schemas/Publication' }], nullable: true })
  publication!: PublicationSummary | null;
}

/** A page of profiles, newest first. */
export class ProfileList {
  @ApiProperty({ type: [Profile] })
  profiles!: Profile[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
