import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../../platform/errors/domain-error';
import { publicRoute } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { roleInsufficient } from '../auth.errors';
import { may, type Permission } from '../domain/roles';
import { type Caller, type CallerRequest, permissionKey, signInOptionalKey } from './caller.decorator';
import { IdentifyCaller } from './identify-caller';

/** Lets nobody in who is not signed in, unless the route is public, and sets the caller for the route. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identifyCaller: IdentifyCaller,
    private readonly limits: RateLimits,
    private readonly events: SecurityEvents,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(publicRoute, targets)) return true;
    const optional = this.reflector.getAllAndOverride<boolean>(signInOptionalKey, targets) ?? false;
    const caller = await this.identify(context, optional);
    if (!caller) return true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(permissionKey, targets);
    if (permission === undefined || !may(caller.role, permission)) {
      const { userId, sessionId } = caller;
      this.events.record('access.denied', { userId, sessionId, reason: permission ?? 'undeclared' });
      throw roleInsufficient();
    }
    context.switchToHttp().getRequest<CallerRequest>().caller = caller;
    return true;
  }

  private async identify(context: ExecutionContext, optional: boolean): Promise<Caller | null> {
    try {
      return await this.identifyCaller.execute(context);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'unauthenticated') throw error;
      const { ip, headers } = context.switchToHttp().getRequest<CallerRequest>();
      if (headers.authorization !== undefined) this.events.record('token.refused', { reason: error.code });
      if (optional) return null;
      // A refusal counts too, so that tokens cannot be tried without end.
      await this.limits.consume('anonymous.address', ip);
      throw error;
    }
  }
}
