import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const publicRoute = 'canar:public';

/** The extension of the contract that lists who may use a route: `public`, `optional`, `operator`, or roles in the tenant. */
export const requiredRole = 'x-required-role';

/** Marks a route that needs no sign-in; every other route does. */
export const Public = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(publicRoute, true), ApiExtension(requiredRole, ['public']));
