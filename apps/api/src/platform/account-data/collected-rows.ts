import { Injectable } from '@nestjs/common';
import { type Scope, UnitOfWork } from '../database/unit-of-work';
import type { TenantId } from '../ids/ids';
import { type CollectedFile, jsonArrayContents, numberedPath } from './collected-file';

const pageSize = 200;

/** Rows that become a file of the export. */
interface RowsFile extends Omit<CollectedFile, 'contents'> {
  scope: Scope;
  /** Selects `key`, a text by which the rows are ordered and each once, and `data`, a `jsonb`. */
  sql: string;
  parameters: readonly unknown[];
}

/** Rows of a tenant that become a file of the export; `$1` of their statement is the tenant. */
export type TenantRows = Omit<RowsFile, 'scope' | 'parameters'>;

/** Reads rows for the export of an account, page by page, so that none is in memory as a whole. */
@Injectable()
export class CollectedRows {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  file({ path, about, tables, ...rows }: RowsFile): CollectedFile {
    return { path, about, tables, contents: () => jsonArrayContents(this.pages(rows)) };
  }

  /** The files of each tenant, numbered from the second on. */
  ofTenants(tenantIds: readonly TenantId[], files: readonly TenantRows[]): CollectedFile[] {
    return tenantIds.flatMap((tenantId, index) =>
      files.map(({ path, ...rows }) =>
        this.file({ ...rows, path: numberedPath(path, index), scope: { tenant: tenantId }, parameters: [tenantId] }),
      ),
    );
  }

  private async *pages({ scope, sql, parameters }: Pick<RowsFile, 'scope' | 'sql' | 'parameters'>) {
    const after = `$${parameters.length + 1}::text`;
    const page = `SELECT r.key, r.data::text AS data FROM (${sql}) r
      WHERE ${after} IS NULL OR r.key > ${after} ORDER BY r.key LIMIT ${pageSize}`;
    let key: string | null = null;
    for (;;) {
      const rows: { key: string; data: string }[] = await this.unitOfWork.read(scope, page, [...parameters, key]);
      yield rows.map(({ data }) => data);
      key = rows.at(-1)?.key ?? null;
      if (rows.length < pageSize) return;
    }
  }
}
