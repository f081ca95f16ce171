import { ApiProperty } from '@nestjs/swagger';

/** One width of a photo. */
export class PhotoSizeAddress {
  @ApiProperty({ type: 'integer' })
  width!: number;

  @ApiProperty({ description: 'Address of the WebP.' })
  url!: string;

  @ApiProperty({ description: 'Address of the JPEG.' })
  jpegUrl!: string;
}

/** The photo of a profile. */
export class Photo {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Address of the largest size for the owner; valid for at least a day.' })
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

  @ApiProperty({ description: 'Address for its signed-in owner.' })
  url!: string;

  @ApiProperty({ type: 'integer' })
  bytes!: number;

  @ApiProperty({ enum: ['application/pdf'] })
  mediaType!: string;

  @ApiProperty()
  fileName!: string;
}
