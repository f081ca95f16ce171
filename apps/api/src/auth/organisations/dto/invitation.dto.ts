import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { InvitedRole } from '../persistence/invitation.repository';
import { EmailAddress } from '../../dto/email-address.decorator';

const invitedRoles: readonly InvitedRole[] = ['viewer', 'editor', 'billing', 'admin'];

/** Whom to invite, as what. */
export class InvitationBody {
  @EmailAddress()
  email!: string;

  @ApiProperty({ enum: invitedRoles })
  @IsIn(invitedRoles)
  role!: InvitedRole;
}

/** An invitation that nobody has accepted yet. */
export class PendingInvitation {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: invitedRoles })
  role!: InvitedRole;

  @ApiProperty({ format: 'date-time' })
  invitedAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From then on its link is good no longer.' })
  expiresAt!: string;
}

/** The open invitations of the caller's tenant. */
export class PendingInvitations {
  @ApiProperty({ type: [PendingInvitation] })
  invitations!: PendingInvitation[];
}

/** What the reader of an invitation is invited to. */
export class ReceivedInvitation {
  @ApiProperty({ description: 'The name of the organisation.' })
  organisation!: string;

  @ApiProperty({ description: 'The address that was invited.' })
  email!: string;

  @ApiProperty({ enum: invitedRoles })
  role!: InvitedRole;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
