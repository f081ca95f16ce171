import { parse } from 'node:querystring';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, mediaTypeRefused } from '../../errors/problem';
import { accepts } from './accepts.decorator';
import { jsonFault } from './json-fault';

type Done = (error: Error | null, body?: unknown) => void;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads bodies: JSON for every route, forms and multipart where a route accepts them. Whatever else a route takes, its module
 * adds; any other type is refused before its body is read.
 */
export function readBodies(app: NestFastifyApplication, bodyLimit: number): void {
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.removeContentTypeParser('text/plain');
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit }, (request: FastifyRequest, body: Buffer, done: Done) => {
    const text = decoded(body);
    if (text === null) return done(invalidRequest('The body is not UTF-8.'));
    void parseJson(request, text, (error, value) => {
      const fault = error ? null : jsonFault(text);
      done(fault === null ? error : invalidRequest(fault), value);
    });
  });
  app.useBodyParser(
    'application/x-www-form-urlencoded',
    { bodyLimit },
    (_request: FastifyRequest, body: Buffer, done: Done) => {
      const text = decoded(body);
      if (text === null) return done(invalidRequest('The body is not UTF-8.'));
      const form = { ...parse(text) };
      done(Object.hasOwn(form, '__proto__') ? invalidRequest('The form has a field __proto__.') : null, form);
    },
  );
  fastify.addHook('onRequest', (request, _reply, done) => {
    const type = (request.headers['content-type'] ?? '').toLowerCase();
    const refused =
      (type.startsWith('multipart/') && !accepts(request, 'multipart')) ||
      (type.startsWith('application/x-www-form-urlencoded') && !accepts(request, 'form'));
    if (refused && !request.is404) throw mediaTypeRefused();
    done();
  });
}

function decoded(body: Buffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}
