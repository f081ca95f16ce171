import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { type LineOutcome, lineOutcomes } from '../invitation-outcome';
import type { InvitedRole } from '../persistence/invitation.repository';
import { AsTyped } from '../../../platform/http/input/as-typed.decorator';
import { EmailAddress } from '../../dto/email-address.decorator';

/** Characters of a file of addresses. */
const maxInvitationFile = 32_768;

const invitedRoles: readonly InvitedRole[] = ['viewer', 'editor', 'billing', 'admin'];

/** Whom to invite, as what. */
export class InvitationBody {
  @EmailAddress()
  email!: string;

  @ApiProperty({ enum: invitedRoles })
  @IsIn(invitedRoles)
  role!: InvitedRole;
}

/** The text of a file of addresses. */
export class InvitationFileBody {
  @ApiProperty({
    maxLength: maxInvitationFile,
    description: 'CSV with an address in each line and, where it differs, a role; at most 200 lines.',
  })
  @AsTyped()
  @IsString()
  @MaxLength(maxInvitationFile)
  csv!: string;

  @ApiProperty({ enum: invitedRoles, description: 'The role of lines that name none.' })
  @IsIn(invitedRoles)
  role!: InvitedRole;
}

/** What became of a line of the file. */
export class InvitationLineReport {
  @ApiProperty({ type: 'integer', description: 'In the file, from 1.' })
  line!: number;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: lineOutcomes, description: 'An address with an open invitation is not mailed again.' })
  outcome!: LineOutcome;
}

/** What became of a file of addresses. */
export class InvitationReport {
  @ApiProperty({ type: [InvitationLineReport] })
  lines!: InvitationLineReport[];
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
