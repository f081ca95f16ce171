import { ApiProperty } from '@nestjs/swagger';

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
