import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { Omittable } from '../../platform/http/input/omittable.decorator';
import { PageQuery } from '../../platform/http/page-query.dto';
import { type ProfileOrder, profileOrders } from '../domain/profile-order';
import { Cv, Photo } from '../files/dto/file.dto';
import type { PublicationSummary } from '../profile-publications';
import { trimmed } from '../../platform/http/input/trimmed';

/** What a profile is called. */
export class TitleBody {
  @ApiProperty({ minLength: 1, maxLength: 120 })
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title!: string;
}

/** What to change of a profile; what is absent stays as it is. */
export class ProfileChange {
  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @Omittable()
  @Transform(trimmed)
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title?: string;

  @ApiPropertyOptional({
    type: [String],
    maxItems: 10,
    description: 'All tags of the profile, each of at most 30 characters; none twice, in whatever case.',
  })
  @Omittable()
  @Transform(trimmed)
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique((tag: unknown) => (typeof tag === 'string' ? tag.toLowerCase() : tag))
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(30, { each: true })
  tags?: string[];
}

/** Which profiles, in which order, and which page of them. */
export class ProfileQuery extends PageQuery {
  @ApiPropertyOptional({ maxLength: 120, description: 'Text in the title or in a tag, in any case.' })
  @Omittable()
  @IsString()
  @MaxLength(120)
  search?: string;

  @ApiPropertyOptional({ maxLength: 30, description: 'Only profiles with this tag, in any case.' })
  @Omittable()
  @IsString()
  @MaxLength(30)
  tag?: string;

  @ApiPropertyOptional({
    enum: profileOrders,
    default: 'created',
    description: 'created: newest first; changed: last changed first; title: by title.',
  })
  @Omittable()
  @IsIn(profileOrders)
  sort?: ProfileOrder;
}

/** A tag with the number of profiles that have it. */
export class Tag {
  @ApiProperty()
  tag!: string;

  @ApiProperty({ type: 'integer' })
  profiles!: number;
}

/** The tags in use. */
export class TagList {
  @ApiProperty({ type: [Tag] })
  tags!: Tag[];
}

/** A profile as its owner sees it. */
export class Profile {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: [String] })
  tags!: string[];

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

/** A page of profiles. */
export class ProfileList {
  @ApiProperty({ type: [Profile] })
  profiles!: Profile[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
