import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { ProfileId, TenantId } from '../../platform/ids/ids';
import { Signer } from '../../platform/signing/signer';
import { uploadExpired } from './files.errors';

/** How long an upload may take until it is completed, in milliseconds. */
export const uploadLifetimeMs = 10 * 60_000;

const permit = z.object({
  id: z.uuid(),
  tenantId: z.uuid().transform(TenantId),
  profileId: z.uuid().transform(ProfileId),
  kind: z.enum(['photo', 'cv']),
  mediaType: z.string(),
  bytes: z.int(),
  fileName: z.string().optional(),
});

/** A permitted upload: the declared file and its profile. */
export type UploadPermit = Readonly<z.infer<typeof permit>>;

/** Signs permits for uploads, so that nothing has to be stored until their bytes are sent. */
@Injectable()
export class UploadTokens {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'upload');
  }

  /** @returns the token, for URLs and bodies, and its expiry */
  sign(upload: UploadPermit): { token: string; expiresAt: Date } {
    const expiresAt = new Date(this.clock.now().getTime() + uploadLifetimeMs);
    return { token: this.signer.seal(upload, { expiresAt }), expiresAt };
  }

  /** @throws {DomainError} `upload.expired` when the token has expired or is not valid */
  verify(token: string): UploadPermit {
    const upload = this.signer.open(token, permit, { now: this.clock.now() });
    if (!upload) throw uploadExpired();
    return upload;
  }
}
