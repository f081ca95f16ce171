import { Injectable } from '@nestjs/common';
import { exportJsonResume, type ProfileDocument } from '@canar/profile-document';
import { type CollectedFile, jsonContents } from '../../platform/account-data/collected-file';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { fileNameOf } from '../../platform/http/send-file';
import type { ProfileId, TenantId } from '../../platform/ids/ids';
import { FileStorage } from '../../platform/storage/file-storage';
import { cvKey, photoKey } from '../files/persistence/file.repository';

const maxTitle = 60;

interface ListedProfile {
  id: ProfileId;
  title: string;
  revisions: number[];
  files: { id: string; kind: 'photo' | 'cv'; sizes: { width: number; hash: string }[] }[];
}

/** The profiles of tenants as files of an export, those in the trash included. Documents and files are read one at a time. */
@Injectable()
export class CollectedProfiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: FileStorage,
  ) {}

  async collect(tenantIds: readonly TenantId[]): Promise<CollectedFile[]> {
    const files: CollectedFile[] = [];
    let position = 0;
    for (const tenantId of tenantIds) {
      for (const profile of await this.profilesOf(tenantId)) {
        const title = Array.from(fileNameOf(profile.title)).slice(0, maxTitle).join('');
        files.push(...this.filesOf(tenantId, profile, `profiles/${title} (${++position})`));
      }
    }
    return files;
  }

  private profilesOf(tenantId: TenantId): Promise<ListedProfile[]> {
    return this.unitOfWork.read(
      { tenant: tenantId },
      `SELECT p.id, p.title,
              ARRAY(SELECT r.number FROM profiles.revisions r
                    WHERE r.tenant_id = p.tenant_id AND r.profile_id = p.id ORDER BY r.number) AS revisions,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'sizes', f.sizes)), '[]')
               FROM profiles.files f WHERE f.tenant_id = p.tenant_id AND f.profile_id = p.id) AS files
       FROM profiles.profiles p WHERE p.tenant_id = $1 ORDER BY p.id`,
      [tenantId],
    );
  }

  private filesOf(tenantId: TenantId, { id, revisions, files }: ListedProfile, folder: string): CollectedFile[] {
    const draft = () => this.draft(tenantId, id);
    return [
      {
        path: `${folder}/profile.json`,
        about: 'Title, tags, times and the names of the files of a profile.',
        tables: ['profiles.profiles', 'profiles.files'],
        contents: () => jsonContents(() => this.facts(tenantId, id)),
      },
      {
        path: `${folder}/draft.json`,
        about: 'The profile as it is now, with everything that the editor knows.',
        tables: ['profiles.drafts'],
        contents: () => jsonContents(draft),
      },
      {
        path: `${folder}/resume.json`,
        about: 'The same as JSON Resume, which other programs read.',
        tables: ['profiles.drafts'],
        contents: () => jsonContents(async () => exportJsonResume((await draft()) ?? {})),
      },
      ...revisions.map((number) => ({
        path: `${folder}/saved edits/${number}.json`,
        about: 'A saved edit, by its number.',
        tables: ['profiles.revisions'],
        contents: () => jsonContents(() => this.revision(tenantId, id, number)),
      })),
      ...files.flatMap((file) => this.storedFiles(tenantId, file, folder)),
    ];
  }

  private storedFiles(tenantId: TenantId, file: ListedProfile['files'][number], folder: string): CollectedFile[] {
    if (file.kind === 'cv') {
      const contents = () => this.bytes(cvKey(tenantId, file.id));
      return [{ path: `${folder}/cv.pdf`, about: 'The CV that you uploaded.', tables: ['profiles.files'], contents }];
    }
    return file.sizes.map(({ width, hash }) => ({
      path: `${folder}/photo-${width}.jpg`,
      about: 'Your photo in one of its sizes.',
      tables: ['profiles.files', 'profiles.media'],
      contents: () => this.bytes(photoKey(tenantId, hash, 'jpg')),
    }));
  }

  /** Nothing when the person has deleted the file since the list was made. */
  private async *bytes(key: string): AsyncGenerator<Uint8Array> {
    const file = await this.storage.open(key);
    if (file) yield* file.contents as AsyncIterable<Uint8Array>;
  }

  private async facts(tenantId: TenantId, id: ProfileId): Promise<unknown> {
    return this.one(
      tenantId,
      `SELECT jsonb_build_object('id', p.id, 'title', p.title, 'tags', p.tags, 'createdAt', p.created_at, 'updatedAt', p.updated_at,
         'inTrashSince', p.deleted_at, 'files', (
           SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.file_name, 'bytes', f.bytes,
             'uploadedAt', f.created_at)), '[]')
           FROM profiles.files f WHERE f.tenant_id = p.tenant_id AND f.profile_id = p.id)) AS found
       FROM profiles.profiles p WHERE p.tenant_id = $1 AND p.id = $2`,
      [tenantId, id],
    );
  }

  private async draft(tenantId: TenantId, id: ProfileId): Promise<ProfileDocument | null> {
    return this.one(
      tenantId,
      'SELECT document AS found FROM profiles.drafts WHERE tenant_id = $1 AND profile_id = $2',
      [tenantId, id],
    );
  }

  private revision(tenantId: TenantId, id: ProfileId, number: number): Promise<unknown> {
    return this.one(
      tenantId,
      `SELECT jsonb_build_object('number', number, 'name', name, 'savedAt', created_at, 'undoneAt', undone_at,
         'document', document) AS found
       FROM profiles.revisions WHERE tenant_id = $1 AND profile_id = $2 AND number = $3`,
      [tenantId, id, number],
    );
  }

  /** null when the person has deleted it since the list was made. */
  private async one<T>(tenantId: TenantId, sql: string, parameters: unknown[]): Promise<T | null> {
    const [row] = await this.unitOfWork.read<{ found: T }>({ tenant: tenantId }, sql, parameters);
    return row?.found ?? null;
  }
}
