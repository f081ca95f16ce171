import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../auth';
import { Comparison, ComparisonQuery } from './dto/comparison.dto';
import { CompareStates, type ProfileState } from './use-cases/compare-states';
import { ProfileId } from '../platform/ids/ids';

/** What differs between two states of a profile. */
@ApiTags('profiles')
@ApiBearerAuth()
@Controller('api/profiles/:id/comparison')
@Requires('read')
export class ComparisonController {
  constructor(private readonly compareStates: CompareStates) {}

  @Get()
  @ApiOperation({ summary: 'Compare two revisions, or a revision and the draft, field by field' })
  @ApiResponse({ status: 200, type: Comparison })
  async compare(
    @CurrentCaller() { tenantId }: Caller,
    @Param('id', ParseUUIDPipe) id: ProfileId,
    @Query() { from, to }: ComparisonQuery,
  ): Promise<Comparison> {
    return { changes: await this.compareStates.execute(tenantId, id, stateOf(from), stateOf(to)) };
  }
}

function stateOf(text: string): ProfileState {
  return text === 'draft' ? 'draft' : Number(text);
}
