import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { invalidRequest } from '../platform/errors/problem';
import { etagOf, matches, versionsIn } from '../platform/http/etag';
import { ProfileId } from '../platform/ids/ids';
import { Draft, DraftBody, DraftSaved } from './dto/revision.dto';
import { sendDraft } from './send-draft';
import { ReadDraft } from './use-cases/read-draft';
import { SaveDraft } from './use-cases/save-draft';

/** The draft of a profile: saved for free, never over a change that the client has not read. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles/:id/draft')
@Requires('read')
export class DraftsController {
  constructor(
    private readonly readDraft: ReadDraft,
    private readonly saveDraft: SaveDraft,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The draft, with its version as ETag' })
  @ApiResponse({ status: 200, type: Draft })
  async read(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draft = await this.readDraft.execute(tenantId, id);
    if (matches(ifNoneMatch, etagOf(draft.version))) {
      await reply.status(304).header('ETag', etagOf(draft.version)).send();
      return;
    }
    await sendDraft(reply, draft);
  }

  @Put()
  @Requires('write')
  @ApiOperation({ summary: 'Save the draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiBody({ type: DraftBody })
  @ApiResponse({ status: 200, type: DraftSaved })
  async save(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftSaved> {
    const { warnings, version } = await this.saveDraft.execute(tenantId, id, documentOf(body), versionsIn(ifMatch));
    void reply.header('ETag', etagOf(version));
    return { warnings };
  }
}

/** The one field of the body; the document has a schema of its own. */
function documentOf(body: unknown): unknown {
  const fields = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  if (fields.length === 1 && fields[0] === 'document') return (body as { document: unknown }).document;
  throw invalidRequest('The body is an object with the one field "document".');
}
