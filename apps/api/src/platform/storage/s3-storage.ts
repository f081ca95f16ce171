import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { OnApplicationShutdown } from '@nestjs/common';
import { FileStorage, type FileDescription, type StoredFile } from './file-storage';
import { isStorageKey, storageFolder, storageKey } from './storage-key';

/** Which bucket, and where it is when it is not Amazon's. */
export interface S3Location {
  bucket: string;
  region: string;
  /** The address of an S3-compatible server, which is asked by path, not by host name. */
  endpoint?: string;
}

/**
 * Files in an S3 bucket. Credentials come from the surroundings (task role, environment). The role needs
 * `s3:ListBucket` besides the object rights: without it a missing file looks like a refusal.
 */
export class S3Storage extends FileStorage implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, region, endpoint }: S3Location) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
      ...(endpoint === undefined
        ? {}
        : // Servers other than Amazon's may not know the newer checksums.
          { endpoint, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' as const }),
    });
  }

  async put(key: string, bytes: Uint8Array, { mediaType, cacheControl }: FileDescription): Promise<void> {
    await this.client.send(
      new PutObjectCommand({ ...this.at(key), Body: bytes, ContentType: mediaType, CacheControl: cacheControl }),
    );
  }

  async get(key: string): Promise<StoredFile | null> {
    try {
      const answer = await this.client.send(new GetObjectCommand(this.at(key)));
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      return {
        bytes,
        mediaType: answer.ContentType ?? 'application/octet-stream',
        length: bytes.length,
        ...(answer.CacheControl && { cacheControl: answer.CacheControl }),
        ...(answer.VersionId && { version: answer.VersionId }),
      };
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(key)));
  }

  async deleteFolder(folder: string): Promise<void> {
    const Prefix = storageFolder(folder);
    for (;;) {
      const { Contents = [] } = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix }));
      if (Contents.length === 0) return;
      const Objects = Contents.map(({ Key }) => ({ Key }));
      const { Errors = [] } = await this.client.send(
        new DeleteObjectsCommand({ Bucket: this.bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors[0]) throw new Error(`S3 did not delete ${Errors.length} files: ${Errors[0].Code}`);
    }
  }

  async *list(): AsyncGenerator<string> {
    let ContinuationToken: string | undefined;
    do {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, ContinuationToken }));
      for (const { Key } of page.Contents ?? []) if (Key !== undefined && isStorageKey(Key)) yield Key;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  async reachable(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: storageKey(key) };
  }
}
