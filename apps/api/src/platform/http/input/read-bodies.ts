import { parse } from 'node:querystring';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, mediaTypeRejected } from '../../errors/problem';
import { accepts } from './accepts.decorator';
import { jsonFault } from './json-fault';
import { decodeUtf8 } from './parse-json';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * Reads bodies: JSON for every route but those that read the bytes themselves; forms, multipart and plain text, which is left
 * to the handler, where a route accepts them.
 * Whatever else a route takes, its module adds; any other type is rejected before its body is read.
 */
export function readBodies(app: NestFastifyApplication, bodyLimit: number): void {
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.removeContentTypeParser('text/plain');
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit }, (request: FastifyRequest, body: Buffer, done: Done) => {
    if (accepts(request, 'raw')) return done(null);
    const text = textOf(body, done);
    if (text === null) return;
    void parseJson(request, text, (error, value) => {
      const fault = error ? null : jsonFault(text);
      done(fault === null ? error : invalidRequest(fault), value);
    });
  });
  app.useBodyParser(
    'application/x-www-form-urlencoded',
    { bodyLimit },
    (_request: FastifyRequest, body: Buffer, done: Done) => {
      const text = textOf(body, done);
      if (text === null) return;
      const form = { ...parse(text) };
      done(Object.hasOwn(form, '__proto__') ? invalidRequest('The form has a field __proto__.') : null, form);
    },
  );
  // Who takes a file reads it as a stream, whatever its type.
  app.useBodyParser('text/plain', { bodyLimit }, (request: FastifyRequest, body: Buffer, done: Done) =>
    done(null, accepts(request, 'text-file') ? Readable.from([body]) : undefined),
  );
  fastify.addHook('onRequest', (request, _reply, done) => {
    const type = (request.headers['content-type'] ?? '').toLowerCase();
    const refused =
      (type.startsWith('multipart/') && !accepts(request, 'multipart')) ||
      (type.startsWith('text/plain') && !accepts(request, 'text') && !accepts(request, 'text-file')) ||
      (type.startsWith('application/x-www-form-urlencoded') && !accepts(request, 'form'));
    if (refused && !request.is404) throw mediaTypeRejected();
    done();
  });
}

/** The text of a body, or null when its bytes are not UTF-8, which ends the request. */
function textOf(body: Buffer, done: Done): string | null {
  try {
    return decodeUtf8(body);
  } catch (error) {
    done(error as Error);
    return null;
  }
}
