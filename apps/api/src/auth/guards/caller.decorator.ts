import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { notSignedIn } from '../auth.errors';
import { type Permission, type Role, rolesWith } from '../domain/roles';
import type { SessionId, TenantId, UserId } from '../../platform/ids/ids';
import { requiredRole } from '../../platform/http/public.decorator';

/** Who sends a request: a person, in a session, acting for one tenant in a role. */
export interface Caller {
  userId: UserId;
  tenantId: TenantId;
  sessionId: SessionId;
  role: Role;
}

export type CallerRequest = FastifyRequest & { caller?: Caller };

/** The signed-in caller of a route. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CallerRequest>();
  if (!caller) throw notSignedIn();
  return caller;
});

/** The caller of a route where signing in is one of several keys; null when nobody is signed in. */
export const PossibleCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | null => {
  return context.switchToHttp().getRequest<CallerRequest>().caller ?? null;
});

export const signInOptionalKey = 'canar:sign-in-optional';
export const permissionKey = 'canar:permission';

/** Marks a route that has another key besides signing in, and looks after it itself. */
export const SignInOptional = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(signInOptionalKey, true),
    SetMetadata(permissionKey, 'account' satisfies Permission),
    ApiExtension(requiredRole, ['optional']),
  );

/** What the caller's role must allow; the contract lists the roles. A route that states nothing is closed to everybody. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(permissionKey, permission), ApiExtension(requiredRole, rolesWith(permission)));
