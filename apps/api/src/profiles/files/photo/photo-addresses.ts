import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import type { TenantId } from '../../../platform/ids/ids';
import { Signer } from '../../../platform/signing/signer';
import type { PhotoSize } from '../persistence/file.entity';

/** An address is good for one to two days, and the same for a whole day, so that browsers keep the picture. */
const dayMs = 86_400_000;

/** A photo size with the address under which its owner sees it. */
export interface AddressedSize {
  width: number;
  /** The WebP form. */
  url: string;
  /** The JPEG form. */
  jpegUrl: string;
}

/** Signs the addresses under which owners see photos that are not published: an `<img>` carries no Bearer token. */
@Injectable()
export class PhotoAddresses {
  private readonly signer: Signer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.signer = Signer.of(config, 'media');
  }

  /** The owner's addresses of a photo's sizes. */
  of(tenantId: TenantId, sizes: readonly PhotoSize[]): AddressedSize[] {
    const until = Math.floor(this.clock.now().getTime() / dayMs) + 2;
    return sizes.map(({ width, hash }) => {
      const photo = `/api/photos/${tenantId}/${hash}`;
      const proof = `until=${until}&signature=${this.signer.sign(contentOf(tenantId, hash, until))}`;
      return { width, url: `${photo}.webp?${proof}`, jpegUrl: `${photo}.jpg?${proof}` };
    });
  }

  /** True when we signed this address and its time is not over. */
  accepts(tenantId: TenantId, hash: string, until: number, signature: string): boolean {
    if (!Number.isSafeInteger(until) || until * dayMs <= this.clock.now().getTime()) return false;
    return this.signer.verify(contentOf(tenantId, hash, until), signature);
  }
}

function contentOf(tenantId: TenantId, hash: string, until: number): string {
  return `${tenantId}/${hash}/${until}`;
}
