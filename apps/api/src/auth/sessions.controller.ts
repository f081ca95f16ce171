import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SessionId } from '../platform/ids/ids';
import { deviceName } from './tokens/device-name';
import { Session, Sessions } from './dto/session.dto';
import { type Caller, CurrentCaller, Requires } from './guards/caller.decorator';
import type { SessionEntity } from './persistence/session.entity';
import { SessionCookie } from './tokens/session-cookie';
import { ListSessions } from './use-cases/list-sessions';
import { RevokeSession } from './use-cases/revoke-session';
import { SignOutEverywhere } from './use-cases/sign-out-everywhere';

/** Where the caller is signed in. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/auth/sessions')
@Requires('account')
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly revokeSession: RevokeSession,
    private readonly signOutEverywhere: SignOutEverywhere,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where the caller is signed in, the last used session first; at most a hundred' })
  @ApiResponse({ status: 200, type: Sessions })
  async list(@CurrentCaller() { userId, sessionId }: Caller): Promise<Sessions> {
    const sessions = await this.listSessions.execute(userId);
    return { sessions: sessions.map((session) => rendered(session, sessionId)) };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere, here too, and forget the devices' })
  async endAll(@CurrentCaller() { userId }: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOutEverywhere.execute(userId, 'signed-out-everywhere');
    this.cookie.clear(reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one session of the caller' })
  async end(@CurrentCaller() { userId }: Caller, @Param('id', ParseUUIDPipe) id: SessionId): Promise<void> {
    await this.revokeSession.execute(userId, id);
  }
}

function rendered(session: SessionEntity, current: SessionId): Session {
  const { id, userAgent, createdAt, lastUsedAt, expiresAt } = session;
  return {
    id,
    current: id === current,
    ...deviceName(userAgent),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
