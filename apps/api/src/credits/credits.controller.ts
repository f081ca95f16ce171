import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { PageQuery } from '../platform/http/page-query.dto';
import { Credits, EntryPage } from './dto/credits.dto';
import { toCredits } from './dto/credits-presenter';
import { Statement, toEntry, toStatement } from './dto/statement.dto';
import { statementCsv } from './dto/statement-file';
import { ExportStatement } from './use-cases/export-statement';
import { ListEntries } from './use-cases/list-entries';
import { ReadBalance } from './use-cases/read-balance';
import { ReadOwnLimit } from './use-cases/read-own-limit';

/** The balance of a tenant and its statement. */
@ApiTags('credits')
@ApiBearerAuth()
@Controller('api/credits')
@Requires('read')
export class CreditsController {
  constructor(
    private readonly readBalance: ReadBalance,
    private readonly readOwnLimit: ReadOwnLimit,
    private readonly listEntries: ListEntries,
    private readonly exportStatement: ExportStatement,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The balance that can be spent' })
  @ApiResponse({ status: 200, type: Credits })
  async credits(@CurrentCaller() { tenantId, userId }: Caller): Promise<Credits> {
    const [balance, ownLimit] = await Promise.all([
      this.readBalance.execute(tenantId),
      this.readOwnLimit.execute(tenantId, userId),
    ]);
    return toCredits(balance, ownLimit);
  }

  @Get('entries')
  @ApiOperation({ summary: 'The statement, newest first' })
  @ApiResponse({ status: 200, type: EntryPage })
  async entries(@CurrentCaller() { tenantId }: Caller, @Query() { cursor, limit }: PageQuery): Promise<EntryPage> {
    const { lines, nextCursor } = await this.listEntries.execute(tenantId, cursor, limit);
    return { entries: lines.map(toEntry), nextCursor };
  }

  @Get('entries.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="canar-credits.csv"')
  @ApiOperation({ summary: 'The whole statement as CSV' })
  @ApiProduces('text/csv')
  async csv(@CurrentCaller() { tenantId }: Caller): Promise<string> {
    return statementCsv((await this.exportStatement.execute(tenantId)).map(toEntry));
  }

  @Get('entries.json')
  @Header('Content-Disposition', 'attachment; filename="canar-credits.json"')
  @ApiOperation({ summary: 'The whole statement as JSON, with hashes for an offline check' })
  @ApiResponse({ status: 200, type: Statement })
  async json(@CurrentCaller() { tenantId }: Caller): Promise<Statement> {
    return toStatement(tenantId, await this.exportStatement.execute(tenantId));
  }
}
