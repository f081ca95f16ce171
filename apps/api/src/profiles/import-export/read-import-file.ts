import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { fileMissing } from '../files/files.errors';
import { readBody, readUpload } from '../files/read-upload';

/** The file of an import request, sent as the body or as a multipart field; null when the body is JSON. */
export async function readImportFile(request: FastifyRequest): Promise<Buffer | null> {
  if (request.isMultipart()) return (await readUpload(request)).bytes;
  if (request.body instanceof Readable) return readBody(request.body);
  if (request.body === undefined || request.body === null) throw fileMissing('Send a résumé.');
  return null;
}
