import type { FastifyReply } from 'fastify';

/** A response as a controller renders it. */
export interface RenderedResponse {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** A response as it is stored, sent, and replayed byte for byte. */
export interface StoredResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** 200 with a body. */
export function ok(body: unknown): RenderedResponse {
  return { status: 200, body };
}

/** 201 with a body. @param location the address of what was created, when it has one */
export function created(body: unknown, location?: string): RenderedResponse {
  return { status: 201, headers: location === undefined ? {} : { Location: location }, body };
}

/** Sends a response exactly as it is stored. */
export async function sendStored(reply: FastifyReply, { status, headers, body }: StoredResponse): Promise<void> {
  await reply.status(status).headers(headers).type('application/json; charset=utf-8').send(body);
}
