import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Config } from '../../platform/config/config';
import { DomainError } from '../../platform/errors/domain-error';
import { publicRoute } from '../../platform/http/public';
import { notSignedIn, roleInsufficient, sessionEnded } from '../auth.errors';
import { may, type Permission } from '../domain/roles';
import type { AccessClaims } from '../tokens/access-tokens';
import { SessionCache } from '../tokens/session-cache';
import { SessionCookie } from '../tokens/session-cookie';
import { type Caller, type CallerRequest, permissionKey, signInOptionalKey } from './caller';

const Bearer = AuthGuard('jwt');

/** Reads the Bearer token through passport; a wrong one gives no claims. */
@Injectable()
class BearerGuard extends Bearer {
  override handleRequest<T>(_error: unknown, claims: T): T {
    return claims || (null as T);
  }
}

/** Lets nobody in who is not signed in, unless the route is public, and sets the caller for the route. */
@Injectable()
export class SignedInGuard implements CanActivate {
  private readonly bearer = new BearerGuard();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionCache,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(publicRoute, targets)) return true;
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const optional = this.reflector.getAllAndOverride<boolean>(signInOptionalKey, targets) ?? false;
    const caller = await this.identify(context, request).catch((error: unknown) => {
      if (optional && error instanceof DomainError && error.kind === 'unauthenticated') return null;
      throw error;
    });
    if (!caller) return true;
    const permission = this.reflector.getAllAndOverride<Permission>(permissionKey, targets) ?? 'read';
    if (!may(caller.role, permission)) throw roleInsufficient();
    request.caller = caller;
    return true;
  }

  private async identify(context: ExecutionContext, request: CallerRequest): Promise<Caller> {
    const strategy = this.config.env.AUTH_STRATEGY;
    const hasBearer = request.headers.authorization !== undefined;
    if (strategy === 'jwt' || (strategy === 'hybrid' && hasBearer)) return this.byBearer(context, request);
    return this.byCookie(request);
  }

  private async byBearer(context: ExecutionContext, request: CallerRequest): Promise<Caller> {
    await this.bearer.canActivate(context);
    const claims = (request as CallerRequest & { user?: AccessClaims | null }).user;
    if (!claims) throw notSignedIn();
    const session = await this.sessions.find(claims.sid);
    if (!session || session.userId !== claims.sub || session.tenantId !== claims.tid) throw sessionEnded();
    return { userId: session.userId, tenantId: session.tenantId, sessionId: claims.sid, role: session.role };
  }

  private async byCookie(request: CallerRequest): Promise<Caller> {
    const token = this.cookie.read(request);
    if (!token) throw notSignedIn();
    const session = await this.sessions.find(token.sessionId);
    // The cookie's session stays good while its token is the newest, or was until a moment ago (a rotation in another tab).
    const behind = session ? session.generation - token.generation : -1;
    if (!session || behind < -1 || behind > 1) throw sessionEnded();
    return { userId: session.userId, tenantId: session.tenantId, sessionId: token.sessionId, role: session.role };
  }
}
