import type { FastifyReply } from 'fastify';
import type { OpenedFile } from '../storage/file-storage';

/** A PDF with what a machine reads of it. */
export interface ReadablePdf {
  bytes: Uint8Array;
  /** Percent of its texts that a machine reads exactly and in order. */
  readability: number;
  /** Characters that no font draws. */
  missingGlyphs: readonly string[];
}

const maxReportedGlyphs = 20;

/** Sends a file as a download under a name (RFC 6266, RFC 8187). */
export async function sendFile(reply: FastifyReply, bytes: Uint8Array, name: string, mediaType: string): Promise<void> {
  await asDownload(reply, name, mediaType).send(Buffer.from(bytes));
}

/** Sends a file of the storage as a download, piece by piece. */
export async function sendStream(
  reply: FastifyReply,
  { contents, length }: OpenedFile,
  name: string,
  mediaType: string,
): Promise<void> {
  await asDownload(reply, name, mediaType).header('Content-Length', length).send(contents);
}

function asDownload(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  const safe = fileNameOf(name);
  const plain = safe.replace(/[^\x20-\x7e]/g, '_');
  return reply
    .header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(safe)}`)
    .type(mediaType);
}

/** Sends a PDF as a download; headers report its readability and the characters that no font draws. */
export async function sendPdf(reply: FastifyReply, pdf: ReadablePdf, name: string): Promise<void> {
  void reply.header('X-Canar-Readability', String(pdf.readability));
  const missing = pdf.missingGlyphs.slice(0, maxReportedGlyphs).join('');
  if (missing !== '') void reply.header('X-Canar-Missing-Glyphs', encodeURIComponent(missing));
  await sendFile(reply, pdf.bytes, name, 'application/pdf');
}

/** A name without what a file system or a browser reads as a path, a device or a command: it names a file and nothing else. */
export function fileNameOf(name: string): string {
  return name.replace(/[\p{Cc}\p{Cs}"*/:<>?\\|]/gu, '_').replace(/^[.\s]+/, '_');
}
