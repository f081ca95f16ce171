import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page-query.dto';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { AuditPage } from './dto/audit.dto';
import { toAuditEntry } from './dto/audit-presenter';
import { ListAudit } from './use-cases/list-audit';

/** What happened to the account of the caller. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/auth/audit')
@Requires('account')
export class AuditController {
  constructor(private readonly listAudit: ListAudit) {}

  @Get()
  @ApiOperation({
    summary: 'What happened to the account: sign-ins, failures, changes; the newest first',
    description: 'Kept for a year, failed sign-ins for 30 days.',
  })
  @ApiResponse({ status: 200, type: AuditPage })
  async list(@CurrentCaller() caller: Caller, @Query() { cursor, limit }: PageQuery): Promise<AuditPage> {
    const { entries, nextCursor } = await this.listAudit.execute(caller, cursor, limit);
    return { entries: entries.map(toAuditEntry), nextCursor };
  }
}
