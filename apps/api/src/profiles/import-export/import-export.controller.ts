import { Controller, Get, Param, ParseUUIDPipe, Post, Query, type RawBodyRequest, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../../auth';
import { notFound } from '../../platform/errors/problem';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { ImportBody } from './dto/import-body.decorator';
import type { Imported } from './dto/import.dto';
import { ExportQuery } from './dto/export.dto';
import { sendFile, sendPdf } from '../../platform/http/send-file';
import { ProfileId } from '../../platform/ids/ids';
import { readImportFile } from './read-import-file';
import { ExportFile, exportFormats } from './use-cases/export-file';
import { ExportPdf } from './use-cases/export-pdf';
import { ImportResume } from './use-cases/import-resume';
import type { StateSelector } from '../persistence/document-lookup';
import { ReadProfile } from '../use-cases/read-profile';
import { formats } from './formats/formats';

/** Import and export of a profile. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles/:id')
@Requires('read')
export class ImportExportController {
  constructor(
    private readonly readProfile: ReadProfile,
    private readonly importResume: ImportResume,
    private readonly exportPdf: ExportPdf,
    private readonly exportFile: ExportFile,
    private readonly limits: RateLimits,
  ) {}

  @Post('import')
  @Requires('write')
  @ImportBody()
  @ApiOperation({
    summary:
      'Convert a JSON Resume, a CV in PDF, Word or OpenDocument, plain text or a LinkedIn data export into a document; nothing is stored',
  })
  async import(
    @CurrentCaller() { tenantId, userId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Req() request: RawBodyRequest<FastifyRequest>,
  ): Promise<Imported> {
    await this.limits.consume('import.account', userId);
    await this.readProfile.execute(tenantId, id);
    const { bytes, mustBeJson } = await readImportFile(request);
    return this.importResume.execute(tenantId, bytes, mustBeJson);
  }

  @Get('export/pdf')
  @ApiOperation({ summary: 'The profile as a PDF' })
  @ApiProduces('application/pdf')
  @ApiResponse({
    status: 200,
    headers: {
      'X-Canar-Readability': {
        description: 'Percentage of the texts that pdf.js reads exactly.',
        schema: { type: 'integer' },
      },
      'X-Canar-Missing-Glyphs': {
        description: 'Characters without a glyph in any font, URL-encoded.',
        schema: { type: 'string' },
      },
    },
  })
  async pdf(
    @CurrentCaller() { tenantId, userId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Query() { revision, template }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.limits.consume('export.account', userId);
    const { title } = await this.readProfile.execute(tenantId, id);
    const rendered = await this.exportPdf.execute(tenantId, id, selectorOf(revision), template);
    await sendPdf(reply, rendered, `${title}.pdf`);
  }

  @Get('export/:form')
  @ApiOperation({ summary: 'The profile as JSON Resume, Markdown, a Word file or a vCard' })
  @ApiParam({ name: 'form', enum: exportFormats })
  @ApiProduces('application/json', ...Object.values(formats).map(({ mediaType }) => mediaType))
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentCaller() { tenantId, userId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Param('form') ending: string,
    @Query() { revision }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = exportFormats.find((known) => known === ending);
    if (form === undefined) throw notFound();
    await this.limits.consume('export.account', userId);
    const { title } = await this.readProfile.execute(tenantId, id);
    const { bytes, mediaType } = await this.exportFile.execute(tenantId, id, selectorOf(revision), form);
    await sendFile(reply, bytes, `${title}.${form}`, mediaType);
  }
}

function selectorOf(revision: string | undefined): StateSelector {
  if (revision === undefined) return 'latest';
  return revision === 'draft' ? 'draft' : Number(revision);
}
