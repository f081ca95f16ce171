import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** How long clients may take; all in milliseconds but the speed. */
export interface ServerLimits {
  /** Until the headers of a request are there. */
  headersTimeout: number;
  /** Until a whole request is there. */
  requestTimeout: number;
  /** Until an idle connection is closed; longer than a load balancer in front holds one. */
  keepAliveTimeout: number;
  /** How often the time of headers and requests is looked at. */
  connectionsCheckingInterval: number;
  /** How long a body may be slower than the minimum. */
  bodyGrace: number;
  /** What a body must bring on average after that, in bytes per second. */
  minBodySpeed: number;
}

/** 10 MB, the largest body, takes 80 s at 1 Mbit/s. */
export const serverLimits: ServerLimits = {
  headersTimeout: 20_000,
  requestTimeout: 180_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
  bodyGrace: 10_000,
  minBodySpeed: 4_096,
};

/** Ends requests whose bodies come slower than the minimum speed, as the server ends one that takes too long: with 408. */
export function endSlowBodies(fastify: FastifyInstance, { bodyGrace, minBodySpeed }: ServerLimits): void {
  fastify.addHook('onRequest', ({ raw }, reply, done) => {
    if (!raw.complete && hasBody(raw)) {
      const before = raw.socket.bytesRead;
      const began = Date.now();
      const check = setInterval(() => {
        const bytes = raw.socket.bytesRead - before;
        const enough = (minBodySpeed * (Date.now() - began)) / 1_000;
        if (raw.complete || raw.destroyed) clearInterval(check);
        else if (bytes < enough) end(raw);
      }, bodyGrace).unref();
      reply.raw.once('close', () => clearInterval(check));
    }
    done();
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function end({ socket }: IncomingMessage): void {
  const error = Object.assign(new Error('The body is too slow.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  const server = (socket as typeof socket & { server?: NodeJS.EventEmitter }).server;
  server?.emit('clientError', error, socket);
}
