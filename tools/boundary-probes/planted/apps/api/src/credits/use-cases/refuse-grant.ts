// breaks: house/no-http-in-rules
import { ForbiddenException } from '@nestjs/common';

export function refuseGrant(): never {
  throw new ForbiddenException();
}
