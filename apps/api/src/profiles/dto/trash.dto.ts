import { ApiProperty } from '@nestjs/swagger';

/** A profile in the trash. */
export class TrashedProfile {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ format: 'date-time' })
  deletedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it is deleted permanently, with its revisions and files.' })
  purgedAt!: string;
}

/** A page of the trash, latest first. */
export class TrashList {
  @ApiProperty({ type: [TrashedProfile] })
  profiles!: TrashedProfile[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
