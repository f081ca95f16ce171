import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { invalidRequest } from '../../errors/problem';
import { accepts } from './accepts.decorator';

/** Refuses the fields of a body that its route does not read: a client that sends them means something by them. */
@Injectable()
export class UndeclaredBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { body } = request;
    const isEmpty = body === undefined || body === null || (isObject(body) && Object.keys(body).length === 0);
    if (isEmpty || accepts(request, 'raw') || readsBody(context)) return next.handle();
    const unknown = isObject(body) && !Array.isArray(body) ? Object.keys(body) : [''];
    const errors = unknown.map((field) => ({
      pointer: field && `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'unknown',
      message: 'Unknown field.',
    }));
    throw invalidRequest('This request has no body.', { errors });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether the handler has a parameter for the body. */
function readsBody(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ?? {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}
