import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

/** Provides the health routes; other modules register what else must be reachable. */
@Global()
@Module({ controllers: [HealthController], providers: [Readiness], exports: [Readiness] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.readiness.register('database', () => this.unitOfWork.read('global', 'SELECT 1'));
  }
}
