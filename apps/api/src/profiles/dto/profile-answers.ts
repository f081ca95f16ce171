import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { baseOf } from '../domain/entrance';
import type { FileEntity } from '../persistence/file.entity';
import type { ProfileSummary } from '../persistence/profile.repository';
import type { PublicationEntity } from '../persistence/publication.entity';
import type { ShareLinkEntity } from '../persistence/share-link.entity';
import { PhotoAddresses } from '../photo/photo-addresses';
import type { DatedRevision } from '../use-cases/read-revisions';
import type { Cv, Photo, Profile } from './profile.dto';
import type { Publication } from './publication.dto';
import type { Revision } from './revision.dto';
import type { ShareLink } from './share-link.dto';

type PhotoFields = Pick<FileEntity, 'id' | 'mediaType' | 'bytes' | 'sizes'>;
type CvFields = Pick<FileEntity, 'id' | 'mediaType' | 'bytes' | 'fileName'>;
type PublicationFields = Omit<PublicationEntity, 'tenantId' | 'profileId' | 'version' | 'passwordHash'>;

/** Puts profiles into the words of the API. */
@Injectable()
export class ProfileAnswers {
  constructor(
    private readonly config: Config,
    private readonly addresses: PhotoAddresses,
  ) {}

  profile(tenantId: string, summary: ProfileSummary): Profile {
    const { files, publication, createdAt, updatedAt, ...rest } = summary;
    const photo = files.find(({ kind }) => kind === 'photo');
    const cv = files.find(({ kind }) => kind === 'cv');
    return {
      ...rest,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      photo: photo ? this.photo(tenantId, photo) : null,
      cv: cv ? this.cv(summary.id, cv) : null,
      publication: publication && this.publication({ ...publication, ...instantsOf(publication) }),
    };
  }

  photo(tenantId: string, { id, bytes, mediaType, sizes }: PhotoFields): Photo {
    const addressed = this.addresses.of(tenantId, sizes);
    return { id, url: addressed[0]?.url ?? '', bytes, mediaType, sizes: addressed };
  }

  cv(profileId: string, { id, bytes, mediaType, fileName }: CvFields): Cv {
    return { id, url: `/api/profiles/${profileId}/cv/file`, bytes, mediaType, fileName: fileName ?? 'cv.pdf' };
  }

  publication(publication: PublicationFields): Publication {
    const { publishedAt, expiresAt, slug, visibility, hiddenFields, showCv, template, branded } = publication;
    const url = `${this.config.env.PUBLIC_URL}/p/${slug}`;
    const instants = { publishedAt: publishedAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null };
    return { slug, url, visibility, hiddenFields, showCv, template, branded, ...instants };
  }

  /** @param slug null while the profile is not published */
  shareLink({ id, label, token, passwordHash, expiresAt, createdAt }: ShareLinkEntity, slug: string | null): ShareLink {
    return {
      id,
      label,
      url: slug === null ? null : `${this.config.env.PUBLIC_URL}${baseOf({ slug, token })}`,
      hasPassword: passwordHash !== null,
      expiresAt: expiresAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }

  revision({ id, number, createdAt, undone, undoableUntil }: DatedRevision): Revision {
    return {
      id,
      number,
      createdAt: createdAt.toISOString(),
      undone,
      undoableUntil: undoableUntil?.toISOString() ?? null,
    };
  }
}

/** The instants of a publication that came as JSON. */
function instantsOf(json: {
  publishedAt: string;
  expiresAt: string | null;
}): Pick<PublicationEntity, 'publishedAt' | 'expiresAt'> {
  return {
    publishedAt: new Date(json.publishedAt),
    expiresAt: json.expiresAt === null ? null : new Date(json.expiresAt),
  };
}
