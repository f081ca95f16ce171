import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  type ApiBodyOptions,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { Imported } from './dto/import.dto';
import { ExportQuery } from './dto/revision.dto';
import { sendFile, sendPaper } from './files.controller';
import { readImportFile } from './import/file-bodies';
import { type ExportedState, ExportProfile } from './use-cases/export-profile';
import { ImportResume } from './use-cases/import-resume';
import { ListProfiles } from './use-cases/list-profiles';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Bringing a profile in from elsewhere, and taking it out. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles/:id')
export class ExchangeController {
  constructor(
    private readonly listProfiles: ListProfiles,
    private readonly importResume: ImportResume,
    private readonly exportProfile: ExportProfile,
  ) {}

  @Post('import')
  @Requires('write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Convert a JSON Resume, a CV in PDF or a LinkedIn data export into a document; nothing is kept',
  })
  @ApiBody({
    description: 'The résumé itself, or a file of 10 MB at most: as the body, or as the multipart field "file".',
    required: true,
    content: {
      'application/json': { schema: { type: 'object', additionalProperties: true } },
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
      'application/zip': { schema: { type: 'string', format: 'binary' } },
      'multipart/form-data': {
        schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
      },
    },
  } as ApiBodyOptions)
  @ApiResponse({ status: 200, type: Imported })
  async import(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<Imported> {
    await this.listProfiles.one(tenantId, id);
    const file = await readImportFile(request);
    return file ? this.importResume.file(file) : this.importResume.json(request.body);
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
