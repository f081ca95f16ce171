import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { UserId } from '../../platform/ids/ids';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { Members, RoleBody } from './dto/organisation.dto';
import { ChangeRole } from './use-cases/change-role';
import { ListMembers } from './use-cases/list-members';
import { RemoveMember } from './use-cases/remove-member';

/** The members of the caller's tenant. */
@ApiTags('organisations')
@ApiBearerAuth()
@Controller('api/members')
@Requires('manage-members')
export class MembersController {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly changeRole: ChangeRole,
    private readonly removeMember: RemoveMember,
  ) {}

  @Get()
  @Requires('read')
  @ApiOperation({ summary: 'The members of the tenant, the first to join first' })
  @ApiResponse({ status: 200, type: Members })
  async list(@CurrentCaller() { tenantId }: Caller): Promise<Members> {
    const members = await this.listMembers.execute(tenantId);
    return {
      members: members.map(({ userId, joinedAt, ...member }) => ({
        id: userId,
        joinedAt: joinedAt.toISOString(),
        ...member,
      })),
    };
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Give a member another role',
    description:
      'Only owners make owners, after they have confirmed to be themselves within ten minutes, and only owners take the role away. ' +
      '409 `member.last-owner` when nobody else would own the organisation.',
  })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { role }: RoleBody,
  ): Promise<void> {
    await this.changeRole.execute(caller, id, role);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a member; their sessions that act for the tenant end' })
  async remove(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: UserId): Promise<void> {
    await this.removeMember.execute(caller, id);
  }
}
