import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../platform/config/config';
import { Public } from '../platform/http/public.decorator';
import { noSuchRoute } from './auth.errors';
import { ClientReader } from './client-reader';
import { CurrentUser, RefreshedToken } from './dto/auth.dto';
import { type Caller, type CallerRequest, CurrentCaller, Requires } from './guards/caller.decorator';
import { SessionPresenter } from './session-presenter';
import { SessionCookie } from './tokens/session-cookie';
import { EndSessions } from './use-cases/end-sessions';
import { FindMember } from './use-cases/find-member';
import { RefreshSession } from './use-cases/refresh-session';

/** The session of the caller, and who one is. */
@ApiTags('auth')
@Controller('api')
export class AuthController {
  constructor(
    private readonly findMember: FindMember,
    private readonly refreshSession: RefreshSession,
    private readonly endSessions: EndSessions,
    private readonly clients: ClientReader,
    private readonly presenter: SessionPresenter,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  @Post('logout')
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out: end the sessions of the Bearer token and the cookie' })
  async logout(@Req() request: CallerRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSessions.execute(this.clients.sessionsOf(request), 'signed-out');
    this.cookie.clear(reply);
  }

  @Post('auth/refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Exchange the refresh cookie for a new access token; the cookie rotates' })
  @ApiResponse({ status: 200, type: RefreshedToken })
  async refresh(
    @Req() request: CallerRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefreshedToken> {
    if (this.config.env.AUTH_STRATEGY === 'session') throw noSuchRoute();
    return this.presenter.refreshed(reply, await this.refreshSession.execute(this.cookie.read(request)));
  }

  @Get('user')
  @Requires('account')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'The signed-in user' })
  @ApiResponse({ status: 200, type: CurrentUser })
  async user(@CurrentCaller() caller: Caller): Promise<CurrentUser> {
    const { user, role, operator, eraseAt } = await this.findMember.execute(caller.userId, caller.tenantId);
    return {
      ...this.presenter.user(user, role, caller.tenantId),
      operator,
      eraseAt: eraseAt?.toISOString() ?? null,
    };
  }
}
