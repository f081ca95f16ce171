import { Injectable } from '@nestjs/common';
import type { FileEntity } from '../persistence/file.entity';
import { PhotoAddresses } from '../photo/photo-addresses';
import type { Cv, Photo } from './file.dto';
import type { TenantId } from '../../../platform/ids/ids';

type PhotoFields = Pick<FileEntity, 'id' | 'mediaType' | 'bytes' | 'sizes'>;
type CvFields = Pick<FileEntity, 'id' | 'mediaType' | 'bytes' | 'fileName'>;

/** Renders photos and CVs as the API returns them to their owner. */
@Injectable()
export class FilePresenter {
  constructor(private readonly addresses: PhotoAddresses) {}

  photo(tenantId: TenantId, { id, bytes, mediaType, sizes }: PhotoFields): Photo {
    const addressed = this.addresses.of(tenantId, sizes);
    return { id, url: addressed[0]?.url ?? '', bytes, mediaType, sizes: addressed };
  }

  cv(profileId: string, { id, bytes, mediaType, fileName }: CvFields): Cv {
    return { id, url: `/api/profiles/${profileId}/cv/file`, bytes, mediaType, fileName: fileName ?? 'cv.pdf' };
  }
}
