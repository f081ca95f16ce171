import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sendStream } from '../../platform/http/send-file';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { RequiresConfirmation } from '../second-factor/confirmation.guard';
import { AccountExport } from './dto/account-export.dto';
import { DescribeExport } from './use-cases/describe-export';
import { OpenExport } from './use-cases/open-export';
import { RequestExport } from './use-cases/request-export';

/** Everything that is stored of the caller, to take along. */
@ApiTags('account')
@ApiBearerAuth()
@Controller('api/account/export')
@Requires('account')
export class AccountExportController {
  constructor(
    private readonly describe: DescribeExport,
    private readonly requestExport: RequestExport,
    private readonly openExport: OpenExport,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The state of the export of everything that is stored of the caller' })
  @ApiResponse({ status: 200, type: AccountExport })
  async show(@CurrentCaller() { userId }: Caller): Promise<AccountExport> {
    const { state, stored } = await this.describe.execute(userId);
    return {
      state,
      requestedAt: stored?.requestedAt.toISOString() ?? null,
      expiresAt: stored?.expiresAt?.toISOString() ?? null,
      bytes: stored?.bytes ?? null,
    };
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for an export; a mail says when it is ready',
    description: 'It replaces the one before. 429 `account-export.too-many` after three within a day.',
  })
  @ApiResponse({ status: 202, type: AccountExport })
  async request(@CurrentCaller() caller: Caller): Promise<AccountExport> {
    await this.requestExport.execute(caller.userId, caller.sessionId);
    return this.show(caller);
  }

  @Get('archive')
  @RequiresConfirmation()
  @ApiOperation({
    summary: 'Download the export',
    description:
      '403 `confirmation.required` unless the caller has signed in or confirmed within ten minutes. ' +
      '404 `account-export.not-ready` when there is none to download.',
  })
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async archive(@CurrentCaller() { userId, sessionId }: Caller, @Res() reply: FastifyReply): Promise<void> {
    await sendStream(reply, await this.openExport.execute(userId, sessionId), 'canar-export.zip', 'application/zip');
  }
}
