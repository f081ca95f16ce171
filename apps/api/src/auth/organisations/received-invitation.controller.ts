import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { MailedLinkBody } from '../dto/auth.dto';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { ReceivedInvitation } from './dto/invitation.dto';
import { Tenant } from './dto/organisation.dto';
import { AcceptInvitation } from './use-cases/accept-invitation';
import { DescribeInvitation } from './use-cases/describe-invitation';

/** An invitation, for whom it was mailed to. */
@ApiTags('organisations')
@Controller('api/invitation')
export class ReceivedInvitationController {
  constructor(
    private readonly describeInvitation: DescribeInvitation,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'What one is invited to, by the token of the mailed link; the link stays good' })
  @ApiResponse({ status: 200, type: ReceivedInvitation })
  describe(@Body() { token }: MailedLinkBody, @Req() request: FastifyRequest): Promise<ReceivedInvitation> {
    return this.limited(request, async () => {
      const { organisation, email, role, expiresAt } = await this.describeInvitation.execute(token);
      return { organisation, email, role, expiresAt: expiresAt.toISOString() };
    });
  }

  @Post('accept')
  @Requires('account')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Become a member, by the token of the mailed link, once',
    description:
      'The account must have the invited address: 403 `invitation.other-address`. It must be confirmed (403 `email.unverified`), ' +
      'unless the account was made in this session: the link confirms it.',
  })
  @ApiResponse({ status: 200, type: Tenant })
  accept(
    @CurrentCaller() caller: Caller,
    @Body() { token }: MailedLinkBody,
    @Req() request: FastifyRequest,
  ): Promise<Tenant> {
    return this.limited(request, async () => {
      const { tenantId, name, role } = await this.acceptInvitation.execute(caller, token);
      return { id: tenantId, name, role, current: tenantId === caller.tenantId };
    });
  }

  /** Counts a rejected link against the limit of its address. */
  private limited<T>({ ip }: FastifyRequest, work: () => Promise<T>): Promise<T> {
    const refused = (kind: string) => this.events.record('sign-in.throttled', { kind });
    return this.limits.countFailures([['sign-in.address', ip]], work, refused);
  }
}
