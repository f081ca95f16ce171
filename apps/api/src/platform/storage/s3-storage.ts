import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { OnApplicationShutdown } from '@nestjs/common';
import {
  type AllowedPut,
  FileStorage,
  type FileDescription,
  type ListedFile,
  type OpenedFile,
  type PutAddress,
  type StoredFile,
} from './file-storage';
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
  /** Signs only: a browser that puts a file sends no checksum of the SDK's. */
  private readonly signer: S3Client;
  private readonly bucket: string;

  constructor({ bucket, region, endpoint }: S3Location) {
    super();
    this.bucket = bucket;
    const plain = { requestChecksumCalculation: 'WHEN_REQUIRED' as const };
    const place = { region, ...(endpoint !== undefined && { endpoint, forcePathStyle: true }) };
    this.client = new S3Client({
      ...place,
      requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
      ...(endpoint !== undefined && plain), // Servers other than Amazon's may not know the newer checksums.
    });
    this.signer = new S3Client({ ...place, ...plain });
  }

  async put(key: string, bytes: Uint8Array, { mediaType, cacheControl }: FileDescription): Promise<void> {
    await this.client.send(
      new PutObjectCommand({ ...this.at(key), Body: bytes, ContentType: mediaType, CacheControl: cacheControl }),
    );
  }

  async putFile(key: string, path: string, { mediaType, cacheControl }: FileDescription): Promise<void> {
    const ContentLength = (await stat(path)).size;
    const described = { ContentType: mediaType, CacheControl: cacheControl, ContentLength };
    await this.client.send(new PutObjectCommand({ ...this.at(key), Body: createReadStream(path), ...described }));
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

  async open(key: string): Promise<OpenedFile | null> {
    try {
      const { Body, ContentLength = 0 } = await this.client.send(new GetObjectCommand(this.at(key)));
      return { contents: Body as Readable, length: ContentLength };
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

  /** Looks at the file's age right before it goes: S3 itself deletes under no such condition. */
  async deleteOlder(key: string, before: Date): Promise<boolean> {
    try {
      const { LastModified } = await this.client.send(new HeadObjectCommand(this.at(key)));
      if (!LastModified || LastModified >= before) return false;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
    await this.delete(key);
    return true;
  }

  async *listed(folder?: string): AsyncGenerator<ListedFile> {
    const where = { Bucket: this.bucket, Prefix: folder === undefined ? undefined : storageFolder(folder) };
    let ContinuationToken: string | undefined;
    do {
      const page = await this.client.send(new ListObjectsV2Command({ ...where, ContinuationToken }));
      for (const { Key: key, LastModified: storedAt } of page.Contents ?? []) {
        if (key !== undefined && storedAt && isStorageKey(key)) yield { key, storedAt };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  /** Length and type are signed, so that S3 rejects any other. */
  async putAddress(key: string, { mediaType, bytes, seconds }: AllowedPut): Promise<PutAddress> {
    const command = new PutObjectCommand({ ...this.at(key), ContentType: mediaType, ContentLength: bytes });
    const signed = new Set(['host', 'content-type', 'content-length']);
    const url = await getSignedUrl(this.signer, command, { expiresIn: seconds, signableHeaders: signed });
    return { url, headers: { 'content-type': mediaType } };
  }

  async reachable(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
  }

  onApplicationShutdown(): void {
    this.client.destroy();
    this.signer.destroy();
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: storageKey(key) };
  }
}
