import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** A body beside JSON: an HTML form, a multipart upload, plain text, a file of plain text, or bytes that the handler reads from the request itself. */
export type BodyKind = 'form' | 'multipart' | 'text' | 'text-file' | 'raw';

interface AcceptingConfig {
  accepts?: readonly BodyKind[];
  fromOtherSites?: boolean;
}

/** Lets a route accept bodies that no other route accepts. */
export function Accepts(...accepts: BodyKind[]): MethodDecorator {
  return RouteConfig({ accepts } satisfies AcceptingConfig);
}

/** The same for bodies that another site makes a browser send. For routes that change nothing, whatever they are sent. */
export function AcceptsFromOtherSites(...accepts: BodyKind[]): MethodDecorator {
  return RouteConfig({ accepts, fromOtherSites: true } satisfies AcceptingConfig);
}

/** Whether other sites may make a browser send a request to its route. */
export function acceptsFromOtherSites(request: FastifyRequest): boolean {
  return (request.routeOptions.config as AcceptingConfig).fromOtherSites ?? false;
}

/** Whether the route of a request accepts a kind of body. */
export function accepts(request: FastifyRequest, kind: BodyKind): boolean {
  return (request.routeOptions.config as AcceptingConfig).accepts?.includes(kind) ?? false;
}
