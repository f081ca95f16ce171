import { ApiProperty } from '@nestjs/swagger';

/** The space that a tenant uses. */
export class Storage {
  @ApiProperty({ type: 'integer', description: 'Bytes of files and drafts, including the trash.' })
  usedBytes!: number;

  @ApiProperty({ type: 'integer' })
  maxBytes!: number;
}
