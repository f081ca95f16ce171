import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { invalidRequest } from '../../errors/problem';

/** The path of a request line in absolute form (RFC 9112, 3.2.2); every other one as it is. */
export function pathOfRequestLine({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  if (!/^https?:\/\//i.test(url)) return url;
  const rest = url.replace(/^https?:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Refuses a request with several Host headers, as RFC 9112, 3.2 demands; Node.js takes the first. */
export function rejectSeveralHosts(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw: { rawHeaders } }, _reply, done) => {
    let hosts = 0;
    for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === 'host') hosts += 1;
    if (hosts > 1) throw invalidRequest('The request names several hosts.');
    done();
  });
}
