import { importJsonResume } from '@canar/profile-document';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { ExportQuery, Imported } from './dto/revision.dto';
import { sendFile, sendPaper } from './files.controller';
import { documentInvalid } from './profiles.errors';
import { type ExportedState, ExportProfile } from './use-cases/export-profile';
import { ListProfiles } from './use-cases/list-profiles';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Bringing a profile in from elsewhere, and taking it out. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles/:id')
export class ExchangeController {
  constructor(
    private readonly listProfiles: ListProfiles,
    private readonly exportProfile: ExportProfile,
  ) {}

  @Post('import')
  @Requires('write')
  @HttpCode(200)
  @ApiOperation({ summary: 'Convert a JSON Resume into a document for the draft; nothing is kept' })
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiResponse({ status: 200, type: Imported })
  async import(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() resume: unknown,
  ): Promise<Imported> {
    await this.listProfiles.one(tenantId, id);
    if (typeof resume !== 'object' || resume === null || Array.isArray(resume)) {
      throw documentInvalid('A JSON Resume is a JSON object.');
    }
    return importJsonResume(resume);
  }

  @Get('export/pdf')
  @ApiOperation({ summary: 'The profile on paper' })
  @ApiProduces('application/pdf')
  @ApiResponse({
    status: 200,
    headers: {
      'X-Canar-Readability': {
        description: 'Percent of the texts that a machine reads exactly.',
        schema: { type: 'integer' },
      },
      'X-Canar-Missing-Glyphs': { description: 'Characters no font draws, URL-encoded.', schema: { type: 'string' } },
    },
  })
  async pdf(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { revision, template }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, publication } = await this.listProfiles.one(tenantId, id);
    const look = template ?? publication?.template ?? 'classic';
    const paper = await this.exportProfile.pdf(tenantId, id, stateOf(revision), look);
    await sendPaper(reply, paper, `${title}.pdf`);
  }

  @Get('export/markdown')
  @ApiOperation({ summary: 'The profile as Markdown' })
  @ApiProduces('text/markdown')
  async markdown(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { revision }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title } = await this.listProfiles.one(tenantId, id);
    const bytes = await this.exportProfile.markdown(tenantId, id, stateOf(revision));
    await sendFile(reply, bytes, `${title}.md`, 'text/markdown; charset=utf-8');
  }

  @Get('export/docx')
  @ApiOperation({ summary: 'The profile as a Word file' })
  @ApiProduces(wordType)
  async word(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { revision }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title } = await this.listProfiles.one(tenantId, id);
    const bytes = await this.exportProfile.word(tenantId, id, stateOf(revision));
    await sendFile(reply, bytes, `${title}.docx`, wordType);
  }

  @Get('export/json')
  @ApiOperation({ summary: 'The profile as JSON Resume' })
  @ApiResponse({ status: 200, schema: { type: 'object', additionalProperties: true } })
  async json(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { revision }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title } = await this.listProfiles.one(tenantId, id);
    const document = await this.exportProfile.json(tenantId, id, stateOf(revision));
    await sendFile(reply, Buffer.from(JSON.stringify(document, null, 2)), `${title}.json`, 'application/json');
  }
}

function stateOf(revision: string | undefined): ExportedState {
  if (revision === undefined) return 'latest';
  return revision === 'draft' ? 'draft' : Number(revision);
}
