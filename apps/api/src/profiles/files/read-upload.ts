import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { fileMissing, fileTooLarge, fileTypeRejected } from './files.errors';

/** The maximum size of a photo or CV, in bytes. */
export const maxFileBytes = 10 * 1024 * 1024;

/** An uploaded file; its name is declared by the client and decides nothing. */
export interface UploadedFile {
  bytes: Buffer;
  fileName: string;
}

/**
 * Reads the multipart field `file` of a request.
 * @throws {DomainError} `file.missing`, `file.too-large`
 */
export async function readUpload(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw fileMissing();
  try {
    const part = await request.file({ limits: { fileSize: maxFileBytes, files: 1, fields: 0, headerPairs: 20 } });
    if (part?.fieldname === 'file') return { bytes: await part.toBuffer(), fileName: part.filename };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw fileTooLarge();
    // Only the reader of the body throws here: it is cut short, has no boundary, or holds more than one file.
    throw fileMissing('The multipart body could not be read. Send one file as its field "file".');
  }
  throw fileMissing();
}

/**
 * Reads the whole body of a request that is a file.
 * @throws {DomainError} `file.too-large`, `file.type` when it is empty
 */
export async function readBody(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxFileBytes) throw fileTooLarge();
    chunks.push(chunk);
  }
  if (size === 0) throw fileTypeRejected('The file is empty.');
  return Buffer.concat(chunks);
}
