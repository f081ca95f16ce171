import { Injectable } from '@nestjs/common';
import { exportJsonResume, type ProfileDocument, visibleDocument } from '@canar/profile-document';
import { Clock } from '../../../platform/clock/clock';
import { notFound } from '../../../platform/errors/problem';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import { FileStorage } from '../../../platform/storage/file-storage';
import type { PageAccess } from '../domain/page-access';
import { cvKey, exportTooLarge, photoKey, writeFormat } from '../../../profiles';
import { visitorTurn } from '../visitor-turn';
import { PublicProfileRepository, type PublishedProfile } from '../persistence/public-profile.repository';

/** A published profile with what a visitor may see of it. */
export interface VisibleProfile {
  published: PublishedProfile;
  visible: ProfileDocument;
}

/** The bytes of a picture. */
interface PictureFile {
  bytes: Uint8Array;
  mediaType: string;
}

/** Reads a published profile for visitors, as data and files: hidden fields are in none of them. */
@Injectable()
export class ReadPublicProfile {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly storage: FileStorage,
    private readonly heavyWork: HeavyWork,
    private readonly clock: Clock,
  ) {}

  /** The profile of an access. @throws {DomainError} `not-found` */
  async find(access: PageAccess): Promise<VisibleProfile> {
    const published = await this.profiles.find(access);
    if (!published) throw notFound();
    const { document, hiddenFields } = published;
    return { published, visible: visibleDocument(document, { hiddenFields }) };
  }

  /** The visible document as JSON Resume. */
  json({ visible }: VisibleProfile): ProfileDocument {
    return exportJsonResume(visible);
  }

  /**
   * The visible document as Markdown or vCard.
   * @param visitor the visitor's address
   * @throws {DomainError} `export.too-large`, `work.busy`
   */
  file({ published, visible }: VisibleProfile, format: 'md' | 'vcf', visitor: string): Promise<Uint8Array> {
    return this.heavyWork.run(
      writeFormat,
      { format, visible },
      {
        turn: visitorTurn(visitor, published),
        tooLarge: exportTooLarge,
        characters: JSON.stringify(visible).length,
      },
    );
  }

  /** The CV, where the publication shows it. @throws {DomainError} `not-found` */
  async cv({ published }: VisibleProfile): Promise<{ bytes: Uint8Array; fileName: string }> {
    const { cv, showCv, tenantId } = published;
    const file = showCv && cv ? await this.storage.get(cvKey(tenantId, cv.id)) : null;
    if (!file) throw notFound();
    return { bytes: file.bytes, fileName: cv?.fileName ?? 'cv.pdf' };
  }

  /** The photo below a page that is not public. @throws {DomainError} `not-found` */
  async photo({ published }: VisibleProfile, hash: string, extension: string): Promise<PictureFile> {
    const isShown = published.photo?.sizes.some((size) => size.hash === hash);
    const file = isShown ? await this.storage.get(photoKey(published.tenantId, hash, extension)) : null;
    if (!file) throw notFound();
    return file;
  }

  /** A photo by its hash, where a public page shows it. @throws {DomainError} `not-found` */
  async media(hash: string, extension: string): Promise<PictureFile> {
    const owner = await this.profiles.mediaOwner(hash, extension, this.clock.now());
    const file = owner ? await this.storage.get(photoKey(owner, hash, extension)) : null;
    if (!file) throw notFound();
    return file;
  }
}
