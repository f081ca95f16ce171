import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config';
import { Readiness } from '../health/readiness';
import { DiskStorage } from './disk-storage';
import { FileStorage } from './file-storage';
import { S3Storage } from './s3-storage';

/** Provides the store of files that STORAGE names. */
@Global()
@Module({
  providers: [{ provide: FileStorage, inject: [Config], useFactory: storageOf }],
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

function storageOf({ env }: Config): FileStorage {
  if (env.STORAGE === 'disk') return new DiskStorage(env.STORAGE_DIR);
  if (env.S3_BUCKET === undefined) throw new Error('S3_BUCKET is required when STORAGE=s3.');
  return new S3Storage({ bucket: env.S3_BUCKET, region: env.AWS_REGION, endpoint: env.S3_ENDPOINT });
}
