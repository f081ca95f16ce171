import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { versionsIn } from '../platform/http/etag';
import { PositiveIntPipe } from '../platform/http/input/positive-int.pipe';
import { Idempotency, type IdempotentRequest } from '../platform/idempotency/idempotency';
import { Idempotent } from '../platform/idempotency/idempotent-request.decorator';
import { created, ok, sendStored } from '../platform/idempotency/stored-response';
import { PageQuery } from '../platform/http/page-query.dto';
import { ProfileId } from '../platform/ids/ids';
import { CurrentDraft } from './current-draft';
import { presentRevision } from './dto/present-revision';
import {
  Draft,
  Revision,
  RevisionDocument,
  RevisionList,
  RevisionName,
  RevisionSaved,
  RevisionUndone,
} from './dto/revision.dto';
import { sendDraft } from './send-draft';
import { ListRevisions } from './use-cases/list-revisions';
import { NameRevision } from './use-cases/name-revision';
import { ReadRevision } from './use-cases/read-revision';
import { RestoreRevision } from './use-cases/restore-revision';
import { SaveRevision } from './use-cases/save-revision';
import { UndoRevision } from './use-cases/undo-revision';

/** The saved revisions of a profile; each is charged. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles/:id/revisions')
@Requires('read')
export class RevisionsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly currentDraft: CurrentDraft,
    private readonly saveRevision: SaveRevision,
    private readonly undoRevision: UndoRevision,
    private readonly listRevisions: ListRevisions,
    private readonly nameRevision: NameRevision,
    private readonly readRevision: ReadRevision,
    private readonly restoreRevision: RestoreRevision,
  ) {}

  @Post()
  @Requires('write')
  @ApiOperation({ summary: 'Save the draft as the next revision, for 5 credits; free when nothing has changed' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the draft.' })
  @ApiResponse({ status: 201, type: RevisionSaved })
  @ApiResponse({ status: 200, type: RevisionSaved, description: 'Nothing had changed.' })
  async save(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Headers('if-match') ifMatch: string | undefined,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const response = await this.idempotency.oncePrepared(
      caller,
      request,
      {
        prepare: () => this.currentDraft.lockWithLatest(caller.tenantId, id),
        execute: (found) => this.saveRevision.execute(caller, id, found, versionsIn(ifMatch)),
      },
      ({ revision, charge }) => {
        const body = { revision: presentRevision(revision), charge };
        return charge ? created(body, `/api/profiles/${id}/revisions/${revision.number}`) : ok(body);
      },
    );
    await sendStored(reply, response);
  }

  @Get()
  @ApiOperation({ summary: 'All revisions, newest first' })
  @ApiResponse({ status: 200, type: RevisionList })
  async list(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Query() { cursor, limit }: PageQuery,
  ): Promise<RevisionList> {
    const { revisions, nextCursor } = await this.listRevisions.execute(tenantId, id, cursor, limit);
    return { revisions: revisions.map((revision) => presentRevision(revision)), nextCursor };
  }

  @Get(':number')
  @ApiOperation({ summary: 'One revision with its document' })
  @ApiResponse({ status: 200, type: RevisionDocument })
  async one(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Param('number', PositiveIntPipe) number: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const revision = await this.readRevision.execute(tenantId, id, number);
    const rendered = JSON.stringify(presentRevision(revision));
    await reply
      .type('application/json; charset=utf-8')
      .send(`{"revision":${rendered},"document":${revision.document}}`);
  }

  @Patch(':number')
  @Requires('write')
  @ApiOperation({ summary: 'Give a revision a name, or take it away; free, and its document stays as it is' })
  @ApiResponse({ status: 200, type: Revision })
  async name(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Param('number', PositiveIntPipe) number: number,
    @Body() { name }: RevisionName,
  ): Promise<Revision> {
    return presentRevision(await this.nameRevision.execute(tenantId, id, number, name));
  }

  @Post(':number/undo')
  @Requires('write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo the latest revision within ten minutes; its credits are refunded' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiResponse({ status: 200, type: RevisionUndone })
  async undo(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Param('number', PositiveIntPipe) number: number,
    @Idempotent() request: IdempotentRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const response = await this.idempotency.once(
      caller,
      request,
      () => this.undoRevision.execute(caller.tenantId, id, number),
      ({ revision, reversal }) => ok({ revision: presentRevision(revision), reversal }),
    );
    await sendStored(reply, response);
  }

  @Post(':number/restore')
  @Requires('write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Restore the document of a revision into the draft' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiResponse({ status: 200, type: Draft })
  async restore(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Param('number', PositiveIntPipe) number: number,
    @Headers('if-match') ifMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDraft(reply, await this.restoreRevision.execute(tenantId, id, number, versionsIn(ifMatch)));
  }
}
