import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import type { SessionId } from '../../platform/ids/ids';
import { notSignedIn, sessionEnded } from '../auth.errors';
import { judgeRefresh } from '../domain/refresh';
import type { LiveSession } from '../persistence/session.repository';
import type { AccessClaims } from '../tokens/access-tokens';
import { SessionCache } from '../tokens/session-cache';
import { SessionCookie } from '../tokens/session-cookie';
import type { Caller, CallerRequest } from './caller.decorator';

/** Reads the Bearer token through passport; a wrong one gives no claims. */
@Injectable()
class BearerGuard extends AuthGuard('jwt') {
  override handleRequest<T>(_error: unknown, claims: T): T {
    return claims || (null as T);
  }
}

/** Finds out who sends a request, by the Bearer token or the cookie as AUTH_STRATEGY says. */
@Injectable()
export class IdentifyCaller {
  private readonly bearer = new BearerGuard();

  constructor(
    private readonly sessions: SessionCache,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws {DomainError} `session.required`, `session.ended` */
  execute(context: ExecutionContext): Promise<Caller> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const strategy = this.config.env.AUTH_STRATEGY;
    const hasBearer = request.headers.authorization !== undefined;
    if (strategy === 'jwt' || (strategy === 'hybrid' && hasBearer)) return this.byBearer(context, request);
    return this.byCookie(request);
  }

  private async byBearer(context: ExecutionContext, request: CallerRequest): Promise<Caller> {
    await this.bearer.canActivate(context);
    const claims = (request as CallerRequest & { user?: AccessClaims | null }).user;
    if (!claims) throw notSignedIn();
    const session = await this.find(claims);
    if (!session || session.userId !== claims.sub || session.tenantId !== claims.tid) throw sessionEnded();
    await this.sessions.prove(claims.sid, session, claims.gen ?? 0);
    return callerOf(claims.sid, session);
  }

  /** The session of a token. What is remembered may be older than a switch of its tenant. */
  private async find({ sid, tid }: AccessClaims): Promise<LiveSession | null> {
    const known = await this.sessions.find(sid);
    if (!known || known.tenantId === tid) return known;
    this.sessions.forget(sid);
    return this.sessions.find(sid);
  }

  /** A cookie acts as a session for as long as it could be refreshed. */
  private async byCookie(request: CallerRequest): Promise<Caller> {
    const token = this.cookie.read(request);
    if (!token) throw notSignedIn();
    const session = await this.sessions.find(token.sessionId);
    if (!session) throw sessionEnded();
    // The cached session may be a rotation behind the token that another process has just given.
    const remembered = { ...session, generation: Math.max(session.generation, token.generation) };
    if (judgeRefresh(token.generation, remembered, this.clock.now()) === 'end-session') throw sessionEnded();
    await this.sessions.prove(token.sessionId, session, token.generation);
    return callerOf(token.sessionId, session);
  }
}

function callerOf(sessionId: SessionId, { userId, tenantId, role }: LiveSession): Caller {
  return { userId, tenantId, sessionId, role };
}
