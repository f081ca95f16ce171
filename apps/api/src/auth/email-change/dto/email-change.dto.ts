import { ApiProperty } from '@nestjs/swagger';
import { EmailAddress } from '../../dto/email-address.decorator';

/** The address that an account shall have. */
export class EmailChangeBody {
  @EmailAddress()
  email!: string;
}

/** A change of the address that waits to be confirmed at the new one. */
export class PendingEmailChange {
  @ApiProperty()
  email!: string;

  @ApiProperty({ format: 'date-time', description: 'Until then it can be confirmed.' })
  expiresAt!: string;
}

/** Whether a change of the address waits to be confirmed. */
export class EmailChangeState {
  @ApiProperty({ type: PendingEmailChange, nullable: true })
  pending!: PendingEmailChange | null;
}
