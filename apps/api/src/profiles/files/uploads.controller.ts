import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type Caller, CurrentCaller, Requires } from '../../auth';
import { Accepts } from '../../platform/http/input/accepts.decorator';
import { Public } from '../../platform/http/public.decorator';
import { ProfileId } from '../../platform/ids/ids';
import { FilePresenter } from './dto/file-presenter';
import { CompletedUpload, CompletionBody, Upload, UploadBody } from './dto/upload.dto';
import { uploadExpired, uploadMismatch } from './files.errors';
import { readBody } from './read-upload';
import { CompleteUpload } from './use-cases/complete-upload';
import { CreateUpload } from './use-cases/create-upload';
import { StoreUpload } from './use-cases/store-upload';

/** Uploads in three steps: create, send the bytes to the returned address, complete. */
@ApiTags('files')
@Controller('api')
export class UploadsController {
  constructor(
    private readonly createUpload: CreateUpload,
    private readonly storeUpload: StoreUpload,
    private readonly completeUpload: CompleteUpload,
    private readonly presenter: FilePresenter,
  ) {}

  @Post('profiles/:id/uploads')
  @Requires('write')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Create an upload of a photo or CV, to be sent and completed within ten minutes' })
  @ApiResponse({ status: 201, type: Upload })
  async open(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Body() file: UploadBody,
  ): Promise<Upload> {
    const { token, expiresAt, url, headers } = await this.createUpload.execute(tenantId, id, { ...file });
    return { upload: token, method: 'PUT', url, headers, expiresAt: expiresAt.toISOString() };
  }

  @Post('profiles/:id/uploads/complete')
  @Requires('write')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Complete an upload: validate its bytes and make it the photo or CV' })
  @ApiResponse({ status: 200, type: CompletedUpload })
  async complete(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Body() { upload, crop }: CompletionBody,
  ): Promise<CompletedUpload> {
    const file = await this.completeUpload.execute(tenantId, id, upload, crop);
    return file.kind === 'photo'
      ? { photo: this.presenter.photo(tenantId, file), cv: null }
      : { photo: null, cv: this.presenter.cv(id, file) };
  }

  @Put('uploads')
  @Accepts('raw')
  @Public()
  @HttpCode(200)
  @ApiExcludeEndpoint()
  async receive(@Query('ticket') ticket: string | string[] | undefined, @Req() request: FastifyRequest): Promise<void> {
    if (typeof ticket !== 'string') throw uploadExpired();
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw uploadMismatch();
    await this.storeUpload.execute(ticket, headers['content-type'], () => readBody(body));
  }
}
