import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiEnv } from '@canar/api-env';
import { Config } from '../config/config';
import { DomainError, type ErrorKind } from '../errors/domain-error';
import { problemTitle } from '../errors/problem';
import { etagOf } from './etag';
import { securityHeaders } from './security-headers';
import type { SiteNotFound } from './site';

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  'payment-required': 402,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'unsupported-media': 415,
  unprocessable: 422,
  'precondition-required': 428,
  'too-many': 429,
  unavailable: 503,
};

/** After how many seconds to try again, where the error does not say. */
const retryAfter: Record<number, number> = { 429: 60, 503: 5 };

const frameworkCodes: Record<number, string> = {
  400: 'request.invalid',
  404: 'not-found',
  405: 'request.method',
  408: 'request.timeout',
  413: 'request.too-large',
  415: 'request.media-type',
  429: 'request.too-many',
  431: 'request.headers-too-large',
};

/** An RFC 9457 problem document. */
interface Problem extends Record<string, unknown> {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
}

/** Answers every failure as an RFC 9457 problem; what is unexpected is logged whole and shown as nothing but its request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly config: Config,
    private readonly siteNotFound?: SiteNotFound,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.describe(error, request);
    if (problem.status === 404 && this.siteNotFound?.wants(request)) return this.siteNotFound.answer(reply);
    if (error instanceof DomainError && problem.status in retryAfter) {
      void reply.header('Retry-After', String(error.details.extras?.['retryAfter'] ?? retryAfter[problem.status]));
    }
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    await reply
      .status(problem.status)
      .header('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }

  private describe(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof DomainError) {
      const { errors, extras, current } = error.details;
      const base = this.problem(statusOf[error.kind], error.code, error.message, request);
      return { ...extras, ...(current && { current: withEtag(current) }), ...base, ...(errors && { errors }) };
    }
    const status = statusFromFramework(error);
    const code = frameworkCodes[status] ?? (status < 500 ? 'request.invalid' : 'internal');
    if (status >= 500) this.logger.error({ err: error, requestId: request.id }, 'A request failed unexpectedly');
    const detail = status < 500 ? clientMessage(status) : 'Something went wrong on our side. Nothing was changed.';
    return this.problem(status, code, detail, request);
  }

  private problem(status: number, code: string, detail: string, request: FastifyRequest): Problem {
    return problemOf(this.config.env, status, { code, detail, request });
  }
}

/** Answers an address that the router cannot read. It is rejected before any hook, so what hooks do for others is done here. */
export function answerUnreadable(env: ApiEnv): (error: unknown, request: FastifyRequest, reply: FastifyReply) => void {
  return (_error, request, reply) => {
    const problem = problemOf(env, 400, { code: 'request.invalid', detail: clientMessage(400), request });
    const headers = headersOutside(request.id);
    void reply.status(400).headers(headers).type('application/problem+json').send(JSON.stringify(problem));
  };
}

const parserProblems: Record<string, { status: number; detail: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers are larger than allowed.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request was not sent in time.' },
};

/** Answers what the HTTP parser rejects: there is no request yet, so the whole answer is written to the socket. */
export function answerUnparsable(env: ApiEnv): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return void socket.destroy();
    if (!socket.writable) return void socket.destroy(error);
    const { status, detail } = parserProblems[error.code ?? ''] ?? { status: 400, detail: clientMessage(400) };
    const request = { id: randomUUID() };
    const body = JSON.stringify(
      problemOf(env, status, { code: frameworkCodes[status] ?? 'request.invalid', detail, request }),
    );
    const headers = {
      ...headersOutside(request.id),
      'Content-Type': 'application/problem+json',
      'Content-Length': Buffer.byteLength(body),
      Connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  };
}

/** The headers of an answer that no hook sees. */
function headersOutside(requestId: string): Record<string, string> {
  return { ...securityHeaders, 'X-Request-Id': requestId, 'Cache-Control': 'no-store' };
}

interface ProblemInput {
  code: string;
  detail: string;
  request: Pick<FastifyRequest, 'id'>;
}

function problemOf(env: ApiEnv, status: number, { code, detail, request }: ProblemInput): Problem {
  const title = problemTitle(code) ?? STATUS_CODES[status] ?? 'Error';
  return { type: `${env.PUBLIC_URL}/api/problems#${code}`, title, status, detail, code, requestId: request.id };
}

function withEtag({ document, version }: { document: unknown; version: string }): { document: unknown; etag: string } {
  return { document, etag: etagOf(version) };
}

function statusFromFramework(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function clientMessage(status: number): string {
  if (status === 404) return 'Not found.';
  if (status === 413) return 'The request is larger than allowed here.';
  if (status === 415) return 'This content type is not supported.';
  if (status === 400) return 'The request could not be read.';
  return STATUS_CODES[status] ?? 'The request was refused.';
}
