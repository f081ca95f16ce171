import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { fileMissing } from '../files/files.errors';
import { readBody, readUpload } from '../files/read-upload';

/** The bytes of an import request: a file, sent as the body or as a multipart field, or a JSON body. */
export async function readImportFile(
  request: RawBodyRequest<FastifyRequest>,
): Promise<{ bytes: Buffer; mustBeJson: boolean }> {
  if (request.isMultipart()) return { bytes: (await readUpload(request)).bytes, mustBeJson: false };
  if (request.body instanceof Readable) return { bytes: await readBody(request.body), mustBeJson: false };
  if (!request.rawBody || request.rawBody.length === 0) throw fileMissing('Send a résumé.');
  return { bytes: request.rawBody, mustBeJson: true };
}
