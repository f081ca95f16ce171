import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { documentedProblems } from '../errors/problem';
import { Public } from './public.decorator';

/** Where the `type` of a problem leads: every code with its meaning. */
@ApiExcludeController()
@Controller('api/problems')
@Public()
export class ProblemsController {
  @Get()
  list(): { problems: ReturnType<typeof documentedProblems> } {
    return { problems: documentedProblems() };
  }
}
