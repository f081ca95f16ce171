import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { Statistics, StatisticsQuery } from './dto/statistics.dto';
import { ReadStatistics } from './use-cases/read-statistics';
import { ProfileId } from '../platform/ids/ids';

/** Views and downloads of a published profile. */
@ApiTags('publication')
@ApiBearerAuth()
@Controller('api/profiles/:id/statistics')
@Requires('read')
export class StatisticsController {
  constructor(private readonly readStatistics: ReadStatistics) {}

  @Get()
  @ApiOperation({ summary: 'Views and downloads by day, referrer, device, file and share link' })
  @ApiResponse({ status: 200, type: Statistics })
  show(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Query() query: StatisticsQuery,
  ): Promise<Statistics> {
    return this.readStatistics.execute(tenantId, id, query);
  }
}
