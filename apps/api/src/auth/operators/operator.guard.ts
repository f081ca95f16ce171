import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock';
import { notFound } from '../../platform/errors/problem';
import { requiredRole } from '../../platform/http/public.decorator';
import { SecurityEvents } from '../../platform/observability/security-events';
import { confirmationRequired, operatorNeedsSecondFactor } from '../auth.errors';
import type { Permission } from '../domain/roles';
import { type CallerRequest, permissionKey } from '../guards/caller.decorator';
import { OperatorRepository } from './persistence/operator.repository';

const operatorKey = 'canar:operator';

/** Seconds for which a code of the second factor lets an operator change something. */
const recentSeconds = 600;

/**
 * Marks a route for operators alone; everybody else gets the answer of an unknown route.
 * @param access `read`: a code of the second factor was given in this session; `write`: within ten minutes
 */
export const OperatorRoute = (access: 'read' | 'write'): MethodDecorator =>
  applyDecorators(
    SetMetadata(operatorKey, access),
    SetMetadata(permissionKey, 'account' satisfies Permission),
    ApiExtension(requiredRole, ['operator']),
  );

/** Lets operators through, with their second factor, where a route is theirs. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly operators: OperatorRepository,
    private readonly clock: Clock,
    private readonly events: SecurityEvents,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<'read' | 'write' | undefined>(operatorKey, context.getHandler());
    if (access === undefined) return true;
    const { caller } = context.switchToHttp().getRequest<CallerRequest>();
    if (!caller) return false;
    const { userId, sessionId } = caller;
    const operator = await this.operators.access(userId, sessionId);
    if (!operator) {
      this.events.record('access.denied', { userId, sessionId, reason: 'operator' });
      throw notFound();
    }
    if (!operator.hasSecondFactor) throw operatorNeedsSecondFactor();
    const since = access === 'read' ? 0 : this.clock.now().getTime() - recentSeconds * 1000;
    if (operator.secondFactorAt && operator.secondFactorAt.getTime() > since) return true;
    throw confirmationRequired(undefined, { extras: { methods: ['code'] } });
  }
}
