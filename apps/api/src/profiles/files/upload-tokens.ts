import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { deriveKey } from '../../platform/config/keys';
import { uploadExpired } from './files.errors';

/** The milliseconds within which an upload is put and completed. */
export const uploadLifetimeMs = 10 * 60_000;

const ticket = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  profileId: z.uuid(),
  kind: z.enum(['photo', 'cv']),
  mediaType: z.string(),
  bytes: z.int(),
  fileName: z.string().optional(),
  until: z.int(),
});

/** What an upload may bring, and to which profile. */
export type UploadPermit = Readonly<z.infer<typeof ticket>>;

/** Seals uploads that were allowed, so that nothing of them has to be kept until they arrive. */
@Injectable()
export class UploadTokens {
  private readonly key;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(config.env.JWT_SECRET, 'upload');
  }

  /** @returns the ticket as a word for addresses and bodies, and when it ends */
  seal(allowed: Omit<UploadPermit, 'until'>): { word: string; until: Date } {
    const until = this.clock.now().getTime() + uploadLifetimeMs;
    const content = Buffer.from(JSON.stringify({ ...allowed, until })).toString('base64url');
    return { word: `${content}.${this.sign(content)}`, until: new Date(until) };
  }

  /** @throws {DomainError} `upload.expired` when its time is over, and when we never sealed it */
  open(word: string): UploadPermit {
    const [content = '', signature = ''] = word.split('.');
    const [expected, presented] = [Buffer.from(this.sign(content)), Buffer.from(signature)];
    if (presented.length !== expected.length || !timingSafeEqual(presented, expected)) throw uploadExpired();
    const opened = ticket.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
    if (opened.until <= this.clock.now().getTime()) throw uploadExpired();
    return opened;
  }

  private sign(content: string): string {
    return createHmac('sha256', this.key).update(content).digest('base64url');
  }
}
