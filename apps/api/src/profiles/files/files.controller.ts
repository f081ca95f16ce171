import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExcludeEndpoint,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller, Requires } from '../../auth';
import { notFound } from '../../platform/errors/problem';
import { Accepts } from '../../platform/http/input/accepts.decorator';
import { Public } from '../../platform/http/public.decorator';
import { sendFile } from '../../platform/http/send-file';
import { ProfileId, TenantId } from '../../platform/ids/ids';
import { CropQuery, cropIn } from './dto/crop.dto';
import { FilePresenter } from './dto/file-presenter';
import { Cv, Photo } from './dto/file.dto';
import { ReadCv } from './use-cases/read-cv';
import { ReadPhoto } from './use-cases/read-photo';
import { RemoveFile } from './use-cases/remove-file';
import { UploadCv } from './use-cases/upload-cv';
import { UploadPhoto } from './use-cases/upload-photo';
import { readUpload } from './read-upload';

const oneFile = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** The photo and the CV of a profile: replacing them is free. */
@ApiTags('files')
@Controller('api')
@Requires('read')
export class FilesController {
  constructor(
    private readonly uploadPhoto: UploadPhoto,
    private readonly uploadCv: UploadCv,
    private readonly removeFile: RemoveFile,
    private readonly readCv: ReadCv,
    private readonly readPhoto: ReadPhoto,
    private readonly presenter: FilePresenter,
  ) {}

  @Put('profiles/:id/photo')
  @Accepts('multipart')
  @Requires('write')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Set the photo: JPEG, PNG or WebP, at most 10 MB and 40 million pixels; cropped to a square',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(oneFile)
  @ApiResponse({ status: 200, type: Photo })
  async photo(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Query() crop: CropQuery,
    @Req() request: FastifyRequest,
  ): Promise<Photo> {
    const { bytes } = await readUpload(request);
    return this.presenter.photo(tenantId, await this.uploadPhoto.execute(tenantId, id, bytes, cropIn(crop)));
  }

  @Put('profiles/:id/cv')
  @Accepts('multipart')
  @Requires('write')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Set the CV: a PDF of at most 10 MB; private unless the publication shows it' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(oneFile)
  @ApiResponse({ status: 200, type: Cv })
  async cv(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Req() request: FastifyRequest,
  ): Promise<Cv> {
    const { bytes, fileName } = await readUpload(request);
    return this.presenter.cv(id, await this.uploadCv.execute(tenantId, id, bytes, fileName));
  }

  @Delete('profiles/:id/photo')
  @Requires('write')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Remove the photo' })
  async removePhoto(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<void> {
    await this.removeFile.execute(tenantId, id, 'photo');
  }

  @Delete('profiles/:id/cv')
  @Requires('write')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Remove the CV' })
  async removeCv(@CurrentCaller() { tenantId }: Caller, @Param('id', ParseUUIDPipe) id: ProfileId): Promise<void> {
    await this.removeFile.execute(tenantId, id, 'cv');
  }

  @Get('profiles/:id/cv/file')
  @ApiBearerAuth()
  @ApiOperation({ summary: "The owner's own CV" })
  async ownCv(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, fileName } = await this.readCv.execute(tenantId, id);
    await sendFile(reply, bytes, fileName, 'application/pdf');
  }

  @Get('photos/:tenant/:file')
  @Public()
  @ApiExcludeEndpoint()
  async ownPhoto(
    @Param('tenant', ParseUUIDPipe) tenant: TenantId,
    @Param('file') file: string,
    @Query('until', ParseIntPipe) until: number,
    @Query('signature') signature: string | string[] | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, hash, extension] = /^([0-9a-f]{64})\.(webp|jpg)$/.exec(file) ?? [];
    if (!hash || !extension || typeof signature !== 'string') throw notFound();
    const { bytes, mediaType } = await this.readPhoto.execute(tenant, { hash, extension }, until, signature);
    await reply.header('Cache-Control', 'private, max-age=86400').type(mediaType).send(Buffer.from(bytes));
  }
}
