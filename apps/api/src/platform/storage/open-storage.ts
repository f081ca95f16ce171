import type { StorageEnv } from '@canar/api-env';
import { DiskStorage } from './disk-storage';
import type { FileStorage } from './file-storage';

/**
 * The store of files that STORAGE names.
 * @throws {Error} when STORAGE=s3 and S3_BUCKET is missing
 */
export async function openStorage(env: StorageEnv): Promise<FileStorage> {
  if (env.STORAGE === 'disk') return new DiskStorage(env.STORAGE_DIR);
  if (env.S3_BUCKET === undefined) throw new Error('S3_BUCKET is required when STORAGE=s3.');
  const { S3Storage } = await import('./s3-storage');
  return new S3Storage({ bucket: env.S3_BUCKET, region: env.AWS_REGION, endpoint: env.S3_ENDPOINT });
}
