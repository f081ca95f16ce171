import type { LedgerHead } from '../../platform/backup/backup-folder';
import type { Query } from '../../platform/backup/database-address';
import type { TenantId } from '../../platform/ids/ids';

/** The end of every account's chain, by tenant; asked as a role that sees all accounts. */
export async function readLedgerHeads(query: Query): Promise<LedgerHead[]> {
  const rows = await query<{ tenantId: TenantId; sequence: string; balance: string; hash: string }>(
    `SELECT tenant_id AS "tenantId", last_sequence AS sequence, balance, encode(last_hash, 'hex') AS hash
     FROM credits.accounts ORDER BY tenant_id`,
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence), balance: Number(row.balance) }));
}
