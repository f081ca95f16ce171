import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendLimit } from '../../platform/http/limit-headers';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import type { CallerRequest } from './caller.decorator';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
const unlimited = /^\/(p\/|api\/(auth\/health|health\/))/;

/** Counts every request against its caller's limit, or its address's when nobody is signed in. */
@Injectable()
export class RequestLimitGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    if (unlimited.test(request.url)) return true;
    const { caller } = request;
    const state = caller
      ? await this.limits.consume(reads.has(request.method) ? 'read.account' : 'write.account', caller.userId)
      : await this.limits.consume('anonymous.address', request.ip);
    sendLimit(context.switchToHttp().getResponse<FastifyReply>(), state);
    return true;
  }
}
