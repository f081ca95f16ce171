import type { FastifyRequest } from 'fastify';
import { fileMissing, fileTooLarge } from './profiles.errors';

/** The largest photo or CV, in bytes. */
export const largestFile = 10 * 1024 * 1024;

/** An uploaded file; its name and media type are what the client says, and decide nothing. */
export interface Upload {
  bytes: Buffer;
  fileName: string;
}

/**
 * Reads the multipart field `file` of a request.
 * @throws {DomainError} `file.missing`, `file.too-large`
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw fileMissing();
  const part = await request.file({ limits: { fileSize: largestFile, files: 1, fields: 0, headerPairs: 20 } });
  if (!part || part.fieldname !== 'file') throw fileMissing();
  try {
    return { bytes: await part.toBuffer(), fileName: part.filename };
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw fileTooLarge();
    throw error;
  }
}
