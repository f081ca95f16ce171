import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Signer } from '../../platform/signing/signer';
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
});

/** What an upload may bring, and to which profile. */
export type UploadPermit = Readonly<z.infer<typeof ticket>>;

/** Seals uploads that were allowed, so that nothing of them has to be kept until they arrive. */
@Injectable()
export class UploadTokens {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'upload');
  }

  /** @returns the ticket as a word for addresses and bodies, and when it ends */
  seal(allowed: UploadPermit): { word: string; until: Date } {
    const until = new Date(this.clock.now().getTime() + uploadLifetimeMs);
    return { word: this.signer.seal(allowed, { expiresAt: until }), until };
  }

  /** @throws {DomainError} `upload.expired` when its time is over, and when we never sealed it */
  open(word: string): UploadPermit {
    const opened = this.signer.open(word, ticket, { now: this.clock.now() });
    if (!opened) throw uploadExpired();
    return opened;
  }
}
