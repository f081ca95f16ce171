import { Injectable } from '@nestjs/common';
import { exportJsonResume, type ProfileDocument, usableLocale, visibleDocument } from '@canar/profile-document';
import { notFound } from '../../platform/errors/problem';
import { FileStorage } from '../../platform/storage/file-storage';
import { Paper, type PrintedPaper } from '../paper/paper';
import { cvKey, photoKey } from '../persistence/file.repository';
import { PublicProfileRepository, type PublishedProfile } from '../persistence/public-profile.repository';

/** A published profile with what a visitor may see of it. */
export interface ShownProfile {
  published: PublishedProfile;
  visible: ProfileDocument;
}

/** Gives visitors a published profile as data, paper and files: nothing that is hidden is in any of them. */
@Injectable()
export class ShowPublicProfile {
  constructor(
    private readonly profiles: PublicProfileRepository,
    private readonly storage: FileStorage,
    private readonly paper: Paper,
  ) {}

  /** @returns the profile, or the slug to which an old one leads. @throws {DomainError} `not-found` */
  async find(slug: string): Promise<ShownProfile | { movedTo: string }> {
    const target = await this.profiles.target(slug);
    if (!target) throw notFound();
    if (target.slug !== slug) return { movedTo: target.slug };
    const published = await this.profiles.find(target);
    if (!published) throw notFound();
    const { document, hiddenFields } = published;
    return { published, visible: visibleDocument(document, { hiddenFields }) };
  }

  /** The visible document as JSON Resume. */
  json({ visible }: ShownProfile): ProfileDocument {
    return exportJsonResume(visible);
  }

  /** The visible document on paper. @throws {DomainError} `pdf.failed`, `pdf.busy` */
  async pdf({ published, visible }: ShownProfile): Promise<PrintedPaper> {
    const largest = published.photo?.sizes[0];
    const photo = largest && (await this.storage.get(photoKey(published.tenantId, largest.hash, 'jpg')));
    return this.paper.print({
      document: visible,
      template: published.template,
      locale: usableLocale(visible.meta?.canar?.locale),
      photo: photo?.bytes ?? null,
    });
  }

  /** The CV, where the publication shows it. @throws {DomainError} `not-found` */
  async cv({ published }: ShownProfile): Promise<{ bytes: Uint8Array; fileName: string }> {
    const { cv, showCv, tenantId } = published;
    const file = showCv && cv ? await this.storage.get(cvKey(tenantId, cv.id)) : null;
    if (!file) throw notFound();
    return { bytes: file.bytes, fileName: cv?.fileName ?? 'cv.pdf' };
  }

  /** A published photo by its address. @throws {DomainError} `not-found` */
  async media(hash: string, extension: string): Promise<{ bytes: Uint8Array; mediaType: string }> {
    const owner = await this.profiles.mediaOwner(hash, extension);
    const file = owner ? await this.storage.get(photoKey(owner, hash, extension)) : null;
    if (!file) throw notFound();
    return file;
  }
}
