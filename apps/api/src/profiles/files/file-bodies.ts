import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const archives = ['application/zip', 'application/x-zip-compressed'];
const documents = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/markdown',
];
const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether a route accepts files of a media type as the whole body of a request. */
function accepts(route: string | undefined, mediaType: string): boolean {
  if (route?.endsWith('/import')) return !pictures.includes(mediaType);
  return route === '/api/uploads' && ![...archives, ...documents].includes(mediaType);
}

/** Lets the routes of import and upload, and no others, accept a file as the whole body of a request. */
@Injectable()
export class FileBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const mediaType of ['application/pdf', ...archives, ...documents, ...pictures]) {
      fastify.addContentTypeParser(mediaType, (request, payload, done) => {
        if (accepts(request.routeOptions.url, mediaType)) done(null, payload);
        else done(Object.assign(new Error('Unsupported media type'), { statusCode: 415 }));
      });
    }
  }
}
