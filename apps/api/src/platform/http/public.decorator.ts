import { SetMetadata } from '@nestjs/common';

export const publicRoute = 'canar:public';

/** Marks a route that needs no sign-in; every other route does. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(publicRoute, true);
