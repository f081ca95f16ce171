import { Injectable } from '@nestjs/common';
import { usableLocale } from '@canar/profile-document';
import { z } from 'zod';
import { Cache } from '../../../platform/cache/cache';
import { DomainError } from '../../../platform/errors/domain-error';
import { RateLimits } from '../../../platform/rate-limits/rate-limits';
import { FileStorage } from '../../../platform/storage/file-storage';
import { PdfRenderer, pdfFailed, photoKey, type RenderedPdf } from '../../../profiles';
import type { PageAccess } from '../domain/page-access';
import { visitorTurn } from '../visitor-turn';
import { ReadPublicProfile } from './read-public-profile';

const cacheSeconds = 3_600;
const rendered = z.object({
  pdf: z.string(),
  readability: z.number(),
  unread: z.array(z.string()),
  missingGlyphs: z.array(z.string()),
});
const outcome = z.union([rendered, z.object({ failed: z.literal(true) })]);

/** Renders the PDF of a publication once for each version; a failure is remembered as well. */
@Injectable()
export class RenderPublicPdf {
  constructor(
    private readonly readProfile: ReadPublicProfile,
    private readonly storage: FileStorage,
    private readonly cache: Cache,
    private readonly renderer: PdfRenderer,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @param visitor the visitor's address
   * @throws {DomainError} `not-found`, `pdf.failed`, `request.too-many`, `work.busy`
   */
  async execute(access: PageAccess, visitor: string): Promise<RenderedPdf> {
    await this.limits.consume('render.address', visitor);
    const { tenantId, profileId, version } = access;
    const key = `public-pdf:${tenantId}:${profileId}:${version}`;
    const found = await this.cache.getOrCompute(key, outcome, cacheSeconds, () => this.render(access, visitor));
    if ('failed' in found) throw pdfFailed();
    const { pdf, ...readable } = found;
    return { ...readable, bytes: Buffer.from(pdf, 'base64') };
  }

  private async render(access: PageAccess, visitor: string): Promise<z.infer<typeof outcome>> {
    const { published, visible } = await this.readProfile.execute(access);
    const largest = published.photo?.sizes[0];
    const photo = largest && (await this.storage.get(photoKey(published.tenantId, largest.hash, 'jpg')));
    try {
      const { bytes, readability, unread, missingGlyphs } = await this.renderer.render({
        document: visible,
        template: published.template,
        locale: usableLocale(visible.meta?.canar?.locale),
        photo: photo?.bytes ?? null,
        isDraft: false,
        turn: visitorTurn(visitor, access),
      });
      return { pdf: bytes.toString('base64'), readability, unread: [...unread], missingGlyphs: [...missingGlyphs] };
    } catch (error) {
      if (error instanceof DomainError && error.code === pdfFailed().code) return { failed: true };
      throw error;
    }
  }
}
