import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import type { FileEntity } from '../persistence/file.entity';
import type { ProfileSummary } from '../persistence/profile.repository';
import type { PublicationEntity } from '../persistence/publication.entity';
import { PhotoAddresses } from '../photo/photo-addresses';
import type { DatedRevision } from '../use-cases/read-revisions';
import type { Cv, Photo, Profile } from './profile.dto';
import type { Publication } from './publication.dto';
import type { Revision } from './revision.dto';

type PhotoFields = Pick<FileEntity, 'id' | 'mediaType' | 'bytes' | 'sizes'>;
type CvFields = Pick<FileEntity, 'id' | 'mediaType' | 'bytes' | 'fileName'>;
type PublicationFields = Omit<PublicationEntity, 'tenantId' | 'profileId' | 'version' | 'publishedAt'>;

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
      publication: publication && this.publication({ ...publication, publishedAt: new Date(publication.publishedAt) }),
    };
  }

  photo(tenantId: string, { id, bytes, mediaType, sizes }: PhotoFields): Photo {
    const addressed = this.addresses.of(tenantId, sizes);
    return { id, url: addressed[0]?.url ?? '', bytes, mediaType, sizes: addressed };
  }

  cv(profileId: string, { id, bytes, mediaType, fileName }: CvFields): Cv {
    return { id, url: `/api/profiles/${profileId}/cv/file`, bytes, mediaType, fileName: fileName ?? 'cv.pdf' };
  }

  publication(publication: PublicationFields & { publishedAt: Date }): Publication {
    const { slug, visibility, hiddenFields, showCv, template, publishedAt } = publication;
    const url = `${this.config.env.PUBLIC_URL}/p/${slug}`;
    return { slug, url, visibility, hiddenFields, showCv, template, publishedAt: publishedAt.toISOString() };
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
