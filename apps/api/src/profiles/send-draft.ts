import type { FastifyReply } from 'fastify';
import { etagOf } from '../platform/http/etag';
import type { StoredDraft } from './persistence/draft.repository';

/** Sends a draft as the database stores it, unparsed. */
export async function sendDraft(reply: FastifyReply, { document, warnings, version }: StoredDraft): Promise<void> {
  await reply
    .header('ETag', etagOf(version))
    .type('application/json; charset=utf-8')
    .send(`{"document":${document},"warnings":${warnings}}`);
}
