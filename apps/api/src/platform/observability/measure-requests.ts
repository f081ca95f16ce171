import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from './metrics';
import { routeClassOf } from './route-class';

/** Measures every request that an application answers. */
export function measureRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeClassOf(request.method, request.routeOptions.url, request.url);
    if (route) metrics.answered(route, reply.statusCode, reply.elapsedTime);
    done();
  });
}
