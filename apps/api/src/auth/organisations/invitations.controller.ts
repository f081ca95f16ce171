import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import {
  InvitationBody,
  InvitationFileBody,
  InvitationReport,
  PendingInvitation,
  PendingInvitations,
} from './dto/invitation.dto';
import type { Invitation } from './persistence/invitation.repository';
import { Invite } from './use-cases/invite';
import { InviteMany } from './use-cases/invite-many';
import { ListInvitations } from './use-cases/list-invitations';
import { ResendInvitation } from './use-cases/resend-invitation';
import { RevokeInvitation } from './use-cases/revoke-invitation';

/** The invitations to the caller's tenant that nobody has accepted yet. */
@ApiTags('organisations')
@ApiBearerAuth()
@Controller('api/invitations')
@Requires('manage-members')
export class InvitationsController {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly invite: Invite,
    private readonly inviteMany: InviteMany,
    private readonly resendInvitation: ResendInvitation,
    private readonly revokeInvitation: RevokeInvitation,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The open invitations, the last one first' })
  @ApiResponse({ status: 200, type: PendingInvitations })
  async list(@CurrentCaller() { tenantId }: Caller): Promise<PendingInvitations> {
    return { invitations: (await this.listInvitations.execute(tenantId)).map(rendered) };
  }

  @Post()
  @ApiOperation({
    summary: 'Invite the reader of an address; a link is mailed that works once, within seven days',
    description:
      'Invited again, the address gets a new link and the former one is void. 403 `email.unverified` unless the caller’s own address is confirmed.',
  })
  @ApiResponse({ status: 201, type: PendingInvitation })
  async send(@CurrentCaller() caller: Caller, @Body() { email, role }: InvitationBody): Promise<PendingInvitation> {
    return rendered(await this.invite.execute(caller, email, role));
  }

  @Post('file')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Invite the addresses of a CSV file; the answer says what became of each line',
    description:
      '403 `email.unverified` unless the caller’s own address is confirmed; otherwise one line keeps back no other.',
  })
  @ApiResponse({ status: 200, type: InvitationReport })
  async sendMany(
    @CurrentCaller() caller: Caller,
    @Body() { csv, role }: InvitationFileBody,
  ): Promise<InvitationReport> {
    return { lines: await this.inviteMany.execute(caller, csv, role) };
  }

  @Post(':id/resend')
  @HttpCode(204)
  @ApiOperation({ summary: 'Mail a new link; the former one is void' })
  async resend(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.resendInvitation.execute(caller, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back; its link is void' })
  async revoke(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.revokeInvitation.execute(tenantId, id);
  }
}

function rendered({ id, email, role, invitedAt, expiresAt }: Invitation): PendingInvitation {
  return { id, email, role, invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
