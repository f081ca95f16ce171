import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth';
import { PageQuery } from '../platform/http/page-query.dto';
import { Credits, Entry, EntryPage } from './dto/credits.dto';
import { statementCsv } from './dto/statement-file';
import { ReadBalance } from './use-cases/read-balance';
import { type ExplainedLine, ReadStatement } from './use-cases/read-statement';

/** What a tenant may spend, and what became of every credit. */
@ApiTags('credits')
@ApiBearerAuth()
@Controller('api/credits')
export class CreditsController {
  constructor(
    private readonly readBalance: ReadBalance,
    private readonly readStatement: ReadStatement,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What can be spent now' })
  @ApiResponse({ status: 200, type: Credits })
  async credits(@CurrentCaller() { tenantId }: Caller): Promise<Credits> {
    const { balance, editCost, editsLeft, expiring } = await this.readBalance.run(tenantId);
    const dated = expiring.map(({ amount, expiresAt }) => ({ amount, expiresAt: expiresAt.toISOString() }));
    return { balance, editCost, editsLeft, expiring: dated };
  }

  @Get('entries')
  @ApiOperation({ summary: 'The statement, newest first' })
  @ApiResponse({ status: 200, type: EntryPage })
  async entries(@CurrentCaller() { tenantId }: Caller, @Query() { cursor, limit }: PageQuery): Promise<EntryPage> {
    const { lines, nextCursor } = await this.readStatement.page(tenantId, cursor, limit);
    return { entries: lines.map(toEntry), nextCursor };
  }

  @Get('entries.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="canar-credits.csv"')
  @ApiOperation({ summary: 'The whole statement as CSV' })
  @ApiProduces('text/csv')
  async csv(@CurrentCaller() { tenantId }: Caller): Promise<string> {
    return statementCsv(await this.whole(tenantId));
  }

  @Get('entries.json')
  @Header('Content-Disposition', 'attachment; filename="canar-credits.json"')
  @ApiOperation({ summary: 'The whole statement as JSON' })
  @ApiResponse({ status: 200, type: [Entry] })
  json(@CurrentCaller() { tenantId }: Caller): Promise<Entry[]> {
    return this.whole(tenantId);
  }

  private async whole(tenantId: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for await (const line of this.readStatement.all(tenantId)) entries.push(toEntry(line));
    return entries;
  }
}

function toEntry(line: ExplainedLine): Entry {
  const { id, kind, amount, balanceAfter, action, source, subject, effectiveAt, recordedAt } = line;
  return {
    id,
    kind,
    amount,
    balanceAfter,
    action,
    source,
    profile: subject && { id: subject.profileId, title: subject.profileTitle },
    revisionNumber: subject?.revisionNumber ?? null,
    effectiveAt: effectiveAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}
