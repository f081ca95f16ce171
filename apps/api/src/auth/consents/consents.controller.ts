import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '../guards/caller.decorator';
import { ConsentList, ConsentsBody } from './dto/consent.dto';
import { ListConsents } from './use-cases/list-consents';
import { RecordConsents } from './use-cases/record-consents';

/** To which texts the caller has agreed. */
@ApiTags('auth')
@ApiBearerAuth()
@Controller('api/user/consents')
@Requires('account')
export class ConsentsController {
  constructor(
    private readonly listConsents: ListConsents,
    private readonly recordConsents: RecordConsents,
  ) {}

  @Get()
  @ApiOperation({ summary: 'To which texts one has agreed' })
  @ApiResponse({ status: 200, type: ConsentList })
  async list(@CurrentCaller() { userId }: Caller): Promise<ConsentList> {
    return { consents: await this.listConsents.execute(userId) };
  }

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Agree to texts' })
  async record(@CurrentCaller() { userId }: Caller, @Body() { consents }: ConsentsBody): Promise<void> {
    await this.recordConsents.execute(userId, consents);
  }
}
