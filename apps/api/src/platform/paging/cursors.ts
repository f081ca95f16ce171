import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z, type ZodType } from 'zod';
import { Config } from '../config/config';
import { deriveKey } from '../config/keys';
import { invalidRequest } from '../errors/problem';

const signatureBytes = 16;

/** Makes and reads the signed, opaque positions of lists; a position is good for the list and tenant it was made for. */
@Injectable()
export class Cursors {
  private readonly key;

  constructor(config: Config) {
    this.key = deriveKey(config.env.JWT_SECRET, 'cursor');
  }

  /** The cursor of a position in one list of one tenant. */
  write(list: string, tenant: string, position: unknown): string {
    const payload = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.sign(list, tenant, payload), payload]).toString('base64url');
  }

  /**
   * The position that a cursor holds.
   * @throws {DomainError} `request.invalid` when the cursor was not made here for this list and tenant
   */
  read<T>(list: string, tenant: string, cursor: string | undefined, schema: ZodType<T>): T | undefined {
    if (cursor === undefined) return undefined;
    const bytes = Buffer.from(cursor, 'base64url');
    const payload = bytes.subarray(signatureBytes);
    const signature = bytes.subarray(0, signatureBytes);
    if (signature.length === signatureBytes && timingSafeEqual(signature, this.sign(list, tenant, payload))) {
      return schema.parse(JSON.parse(payload.toString('utf8')));
    }
    throw invalidRequest('This cursor is not one of ours.', {
      errors: [{ pointer: '/cursor', code: 'cursor', message: 'Use the nextCursor of the previous page as it is.' }],
    });
  }

  private sign(list: string, tenant: string, payload: Buffer): Buffer {
    const signature = createHmac('sha256', this.key).update(`${list}\n${tenant}\n`).update(payload).digest();
    return signature.subarray(0, signatureBytes);
  }
}

/** A position in a list ordered by time, then id. */
export const timePosition = z.object({ at: z.string(), id: z.uuid() });
export type TimePosition = z.infer<typeof timePosition>;
