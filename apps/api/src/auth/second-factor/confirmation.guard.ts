import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { CallerRequest } from '../guards/caller.decorator';
import { Confirmations } from './confirmations';

const confirmationKey = 'canar:confirmation';

/** Marks a route for which the caller must have signed in, or confirmed to be themselves, within ten minutes. */
export const RequiresConfirmation = (): MethodDecorator => SetMetadata(confirmationKey, true);

/** Rejects a caller who has not lately proved to be themselves, where a route asks for it. */
@Injectable()
export class ConfirmationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly confirmations: Confirmations,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!this.reflector.get<boolean>(confirmationKey, context.getHandler())) return true;
    const { caller } = context.switchToHttp().getRequest<CallerRequest>();
    if (!caller) return false;
    await this.confirmations.require(caller.userId, caller.sessionId);
    return true;
  }
}
