import { Controller, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/public.decorator';
import { networksOf } from '../../platform/rate-limits/networks-of';
import { RateLimits } from '../../platform/rate-limits/rate-limits';
import { ImportBody } from './dto/import-body.decorator';
import type { Imported } from './dto/import.dto';
import { readImportFile } from './read-import-file';
import { ImportResume } from './use-cases/import-resume';

/** Import before there is an account: the answer is the only copy of what was sent. */
@ApiTags('profiles')
@Controller('api/import')
export class AnonymousImportController {
  constructor(
    private readonly importResume: ImportResume,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  @Public()
  @ImportBody()
  @ApiOperation({
    summary: 'Convert a résumé before signing up; nothing of it is stored or logged',
    description: 'As POST /api/profiles/{id}/import, for anybody. Ten a minute for each network.',
  })
  async import(@Req() request: RawBodyRequest<FastifyRequest>): Promise<Imported> {
    await this.limits.consume('import.address', request.ip);
    const { bytes, mustBeJson } = await readImportFile(request);
    return this.importResume.execute(`address ${networksOf(request.ip).network}`, bytes, mustBeJson);
  }
}
