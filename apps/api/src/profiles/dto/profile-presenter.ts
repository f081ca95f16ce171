import { Injectable } from '@nestjs/common';
import { FilePresenter } from '../files/dto/file-presenter';
import type { ListedProfile } from '../profile-publications';
import type { Profile } from './profile.dto';
import type { TenantId } from '../../platform/ids/ids';

/** Renders profiles as the API returns them. */
@Injectable()
export class ProfilePresenter {
  constructor(private readonly files: FilePresenter) {}

  profile(tenantId: TenantId, { files, createdAt, updatedAt, ...rest }: ListedProfile): Profile {
    const photo = files.find(({ kind }) => kind === 'photo');
    const cv = files.find(({ kind }) => kind === 'cv');
    return {
      ...rest,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      photo: photo ? this.files.photo(tenantId, photo) : null,
      cv: cv ? this.files.cv(rest.id, cv) : null,
    };
  }
}
