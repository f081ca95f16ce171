import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** A body beside JSON: an HTML form, a multipart upload, plain text, a file of plain text, or bytes that the handler reads from the request itself. */
export type BodyKind = 'form' | 'multipart' | 'text' | 'text-file' | 'raw';

interface AcceptingConfig {
  accepts?: readonly BodyKind[];
}

/** Lets a route accept bodies that no other route accepts. */
export function Accepts(...accepts: BodyKind[]): MethodDecorator {
  return RouteConfig({ accepts } satisfies AcceptingConfig);
}

/** Whether the route of a request accepts a kind of body. */
export function accepts(request: FastifyRequest, kind: BodyKind): boolean {
  return (request.routeOptions.config as AcceptingConfig).accepts?.includes(kind) ?? false;
}
