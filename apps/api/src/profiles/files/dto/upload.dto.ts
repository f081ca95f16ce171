import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { Omittable } from '../../../platform/http/input/omittable.decorator';
import { CropBody } from './crop.dto';
import { Cv, Photo } from './file.dto';

/** A file that a client wants to upload. */
export class UploadBody {
  @ApiProperty({ enum: ['photo', 'cv'] })
  @IsIn(['photo', 'cv'])
  kind!: 'photo' | 'cv';

  @ApiProperty({ example: 'image/jpeg' })
  @IsString()
  @MaxLength(100)
  mediaType!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The exact length in bytes; at most 10 MB.' })
  @IsInt()
  @Min(1)
  bytes!: number;

  @ApiPropertyOptional({ maxLength: 255, description: 'The file name of a CV.' })
  @Omittable()
  @IsString()
  @MaxLength(255)
  fileName?: string;
}

/** Where and how to send the bytes. */
export class Upload {
  @ApiProperty({ description: 'Identifies the upload when it is completed.' })
  upload!: string;

  @ApiProperty({ enum: ['PUT'] })
  method!: 'PUT';

  @ApiProperty({
    description: 'The address for the bytes, without a token; a path of this API if it begins with a slash.',
  })
  url!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'The headers to send.' })
  headers!: Record<string, string>;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

/** An upload whose bytes were sent. */
export class CompletionBody {
  @ApiProperty({ maxLength: 4000 })
  @IsString()
  @MaxLength(4_000)
  upload!: string;

  @ApiPropertyOptional({ type: CropBody, description: 'For a photo; default: the largest square in the middle.' })
  @Omittable()
  @ValidateNested()
  @Type(() => CropBody)
  crop?: CropBody;
}

/** The file that an upload became. */
export class CompletedUpload {
  @ApiProperty({ type: Photo, nullable: true })
  photo!: Photo | null;

  @ApiProperty({ type: Cv, nullable: true })
  cv!: Cv | null;
}
