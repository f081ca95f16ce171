import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config';
import { Readiness } from '../health/readiness';
import { FileStorage } from './file-storage';
import { openStorage } from './open-storage';

/** Provides the store of files that STORAGE names. */
@Global()
@Module({
  providers: [{ provide: FileStorage, inject: [Config], useFactory: ({ env }: Config) => openStorage(env) }],
  exports: [FileStorage],
})
export class StorageModule implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly storage: FileStorage,
  ) {}

  onModuleInit(): void {
    this.readiness.register('storage', () => this.storage.reachable());
  }
}
