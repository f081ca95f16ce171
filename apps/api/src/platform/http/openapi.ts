import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { ApiEnv } from '@canar/api-env';
import { Problem } from './problem.dto';

/** The contract of an application: OpenAPI 3.1, from the controllers and their classes. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Canar')
    .setDescription(
      'Profiles that are edited, charged and shared. Errors are RFC 9457 problems; /api/problems lists their codes.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addGlobalResponse({
      status: 'default',
      description: 'An error.',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    })
    .build();
  return SwaggerModule.createDocument(app, description, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

/** The contract of a module, without connecting to anything. */
export async function describeApi(module: DynamicModule): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  return openApiOf(app);
}

/** Serves the contract at `/api/openapi.json`, and the page for people at `/api/docs` unless `API_DOCS` says no. */
export function serveContract(app: NestFastifyApplication, { API_DOCS, NODE_ENV }: ApiEnv): void {
  const ui = (API_DOCS ?? (NODE_ENV === 'production' ? 'off' : 'on')) === 'on';
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    ui,
  });
}
