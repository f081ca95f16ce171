import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/page-query.dto';
import { type Caller, CurrentCaller } from '../guards/caller.decorator';
import { toOperatorAct } from './dto/operator-presenter';
import { OperatorActPage } from './dto/operator.dto';
import { OperatorRoute } from './operator.guard';
import { ListOperatorActs } from './use-cases/list-operator-acts';

/** What operators did. */
@ApiTags('operator')
@ApiBearerAuth()
@Controller('api/operator/audit')
export class OperatorAuditController {
  constructor(private readonly listActs: ListOperatorActs) {}

  @Get()
  @OperatorRoute('read')
  @ApiOperation({ summary: 'What operators did, the newest first, with the reasons' })
  @ApiResponse({ status: 200, type: OperatorActPage })
  async list(@CurrentCaller() { tenantId }: Caller, @Query() { cursor, limit }: PageQuery): Promise<OperatorActPage> {
    const { acts, nextCursor } = await this.listActs.execute(tenantId, cursor, limit);
    return { acts: acts.map(toOperatorAct), nextCursor };
  }
}
