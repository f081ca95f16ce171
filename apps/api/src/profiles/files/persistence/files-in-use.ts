import type { Query } from '../../../platform/backup/database-address';
import type { TenantId } from '../../../platform/ids/ids';
import { cvKey, photoExtensions, photoKey } from './file.repository';

/** The storage keys of every file that a row references; needs a role that reads all tenants. */
export async function readFilesInUse(query: Query): Promise<string[]> {
  const files = await query<{ tenantId: TenantId; id: string; kind: 'photo' | 'cv'; hashes: string[] }>(
    `SELECT tenant_id AS "tenantId", id, kind,
            ARRAY(SELECT size->>'hash' FROM jsonb_array_elements(sizes) AS size) AS hashes
     FROM profiles.files`,
  );
  const keys = files.flatMap(({ tenantId, id, kind, hashes }) =>
    kind === 'cv'
      ? [cvKey(tenantId, id)]
      : hashes.flatMap((hash) => photoExtensions.map((extension) => photoKey(tenantId, hash, extension))),
  );
  return [...new Set(keys)];
}
