import { ApiProperty } from '@nestjs/swagger';

/** A sign-in of the caller. */
export class Session {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Whether this request belongs to it.' })
  current!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'As the browser says itself, such as "Firefox".' })
  browser!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As the browser says itself, such as "Android".' })
  system!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time', description: 'To within five minutes.' })
  lastUsedAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

/** Where the caller is signed in. */
export class Sessions {
  @ApiProperty({ type: [Session] })
  sessions!: Session[];
}
