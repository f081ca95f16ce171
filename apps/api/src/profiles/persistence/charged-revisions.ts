import type { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TenantId } from '../../platform/ids/ids';

/** The revisions of a tenant that its charges are compared with: each was charged, and given back when it was undone. */
export function readChargedRevisions(
  unitOfWork: UnitOfWork,
  tenantId: TenantId,
): Promise<{ reference: string; reversed: boolean }[]> {
  return unitOfWork.read(
    { tenant: tenantId },
    'SELECT id AS reference, undone_at IS NOT NULL AS reversed FROM profiles.revisions WHERE tenant_id = $1',
    [tenantId],
  );
}
