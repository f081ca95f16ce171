import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { fileMissing, fileTooLarge, fileTypeRefused } from '../profiles.errors';
import { largestFile, readUpload } from '../upload';

const fileTypes = ['application/pdf', 'application/zip', 'application/x-zip-compressed'];

/** Lets the import route, and no other, take a PDF or an archive as the whole body of a request. */
@Injectable()
export class ImportBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser(fileTypes, (request, payload, done) => {
      if (request.routeOptions.url?.endsWith('/import')) done(null, payload);
      else done(Object.assign(new Error('Unsupported media type'), { statusCode: 415 }));
    });
  }
}

/** The file of an import request, sent as the body or as a multipart field; null when the body is JSON. */
export async function readImportFile(request: FastifyRequest): Promise<Buffer | null> {
  if (request.isMultipart()) return (await readUpload(request)).bytes;
  if (request.body instanceof Readable) return readBody(request.body);
  if (request.body === undefined || request.body === null) throw fileMissing('Send a résumé.');
  return null;
}

async function readBody(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestFile) throw fileTooLarge();
    chunks.push(chunk);
  }
  if (size === 0) throw fileTypeRefused('The file is empty.');
  return Buffer.concat(chunks);
}
