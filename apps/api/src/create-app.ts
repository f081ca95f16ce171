import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { ApiEnv } from '@canar/api-env';
import { AppModule } from './app.module';
import { Config } from './platform/config/config';
import { Drain } from './platform/http/drain';
import { serveContract } from './platform/http/openapi';
import { rejectForeignOrigin } from './platform/http/origin';
import { readBodies } from './platform/http/input/read-bodies';
import { pathOfRequestLine, rejectSeveralHosts } from './platform/http/input/request-line';
import { UndeclaredBodyInterceptor } from './platform/http/input/undeclared-body.interceptor';
import { InputPipe } from './platform/http/input/validation.pipe';
import { answerUnparsable, answerUnreadable, ProblemFilter } from './platform/http/problem.filter';
import { type ServerLimits, endSlowBodies, serverLimits } from './platform/http/server-limits';
import { secureHeaders } from './platform/http/security-headers';
import { serveSite, SiteNotFound } from './platform/http/site';
import { selfSignedCertificate } from './platform/http/self-signed-certificate';
import { countVisits } from './statistics';
import { measureRequests } from './platform/observability/measure-requests';

const bodyLimit = 1024 * 1024;

const corsOptions = {
  credentials: true,
  maxAge: 600,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: ['ETag', 'Idempotency-Replayed', 'X-Canar-Readability', 'X-Canar-Missing-Glyphs'],
};

/** Builds the API from its environment; it does not listen yet. */
export async function createApp(env: ApiEnv): Promise<NestFastifyApplication> {
  const options = { bufferLogs: true, rawBody: true };
  return configureApp(await NestFactory.create<NestFastifyApplication>(AppModule.with(env), adapterFor(env), options));
}

/** The HTTP server of the API. A body that names `__proto__` is rejected whole. */
export function adapterFor(env: ApiEnv, limits: ServerLimits = serverLimits): FastifyAdapter {
  const { requestTimeout, keepAliveTimeout, headersTimeout, connectionsCheckingInterval } = limits;
  const server = { headersTimeout, connectionsCheckingInterval };
  const options = {
    bodyLimit,
    requestTimeout,
    keepAliveTimeout,
    trustProxy: (_address: string, hop: number) => hop < env.TRUST_PROXY,
    genReqId: () => randomUUID(),
    requestIdHeader: false as const,
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: 'error' as const,
    onConstructorPoisoning: 'error' as const,
    return503OnClosing: false,
    frameworkErrors: answerUnreadable(env),
    clientErrorHandler: answerUnparsable(env),
    rewriteUrl: pathOfRequestLine,
  };
  return env.TLS === 'self-signed'
    ? new FastifyAdapter({ ...options, https: { ...server, ...selfSignedCertificate() } })
    : new FastifyAdapter({ ...options, http: server });
}

/** Gives an application its edges: headers, cookies, origins, validation, problems, the site. */
export async function configureApp(
  app: NestFastifyApplication,
  limits: ServerLimits = serverLimits,
): Promise<NestFastifyApplication> {
  const config = app.get(Config);
  const { env } = config;
  const allowed = env.CORS_ORIGIN ?? [env.PUBLIC_URL];
  app.useLogger(app.get(Logger));
  secureHeaders(app);
  await app.register(cookie);
  await app.register(multipart);
  // Registered as it is: what Nest's enableCors() adds is a copy of its headers for middleware that answers by itself.
  await app.register(cors, { ...corsOptions, origin: allowed });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    done();
  });
  rejectSeveralHosts(fastify);
  endSlowBodies(fastify, limits);
  readBodies(app, bodyLimit);
  app.get(Drain).watch(fastify);
  fastify.addHook('preHandler', (request, _reply, done) => {
    rejectForeignOrigin(request, allowed);
    done();
  });
  measureRequests(app);
  countVisits(app);
  app.useGlobalPipes(new InputPipe());
  app.useGlobalInterceptors(new UndeclaredBodyInterceptor());
  app.useGlobalFilters(new ProblemFilter(config, env.SITE_DIR ? new SiteNotFound(env.SITE_DIR) : undefined));
  app.enableShutdownHooks();
  serveContract(app, env);
  if (env.SITE_DIR) await serveSite(app, env.SITE_DIR);
  return app;
}
