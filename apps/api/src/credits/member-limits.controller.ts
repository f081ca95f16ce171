import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { UserId } from '../platform/ids/ids';
import { CreditLimitBody, MemberSpendings } from './dto/member-spending.dto';
import { LimitMember } from './use-cases/limit-member';
import { ReadMemberSpending } from './use-cases/read-member-spending';

/** How the members of a tenant share its credits. */
@ApiTags('credits')
@ApiBearerAuth()
@Controller('api')
@Requires('read-money')
export class MemberLimitsController {
  constructor(
    private readonly readSpending: ReadMemberSpending,
    private readonly limitMember: LimitMember,
  ) {}

  @Get('credits/members')
  @ApiOperation({ summary: 'What each member has spent in the running period' })
  @ApiResponse({ status: 200, type: MemberSpendings })
  async spending(@CurrentCaller() { tenantId }: Caller): Promise<MemberSpendings> {
    const members = await this.readSpending.execute(tenantId);
    return { members: members.map(({ userId, spent, limit }) => ({ id: userId, spent, limit })) };
  }

  @Put('members/:id/credit-limit')
  @HttpCode(204)
  @Requires('manage-members')
  @ApiOperation({
    summary: 'Limit what a member may spend in each period',
    description:
      'A save beyond the limit is refused with 403 `credits.member-limit`. Only owners limit owners (403 `role.insufficient`).',
  })
  async limit(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: UserId,
    @Body() { credits }: CreditLimitBody,
  ): Promise<void> {
    await this.limitMember.execute(caller, id, credits);
  }
}
