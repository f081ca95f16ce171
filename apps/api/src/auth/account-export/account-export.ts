import { AccountExportController } from './account-export.controller';
import { ExportArchive } from './export-archive';
import { ExportLimit } from './export-limit';
import { ExportMails } from './export-mails';
import { ExportQueue } from './export-queue';
import { AccountExportRepository } from './persistence/account-export.repository';
import { StoredExports } from './stored-exports';
import { BuildExport } from './use-cases/build-export';
import { DeleteExports } from './use-cases/delete-exports';
import { DescribeExport } from './use-cases/describe-export';
import { OpenExport } from './use-cases/open-export';
import { RequestExport } from './use-cases/request-export';

/** The routes of exports. */
export const exportControllers = [AccountExportController];

/** What they need, and the jobs that build and delete exports. */
export const exportProviders = [
  AccountExportRepository,
  ExportArchive,
  ExportLimit,
  ExportMails,
  ExportQueue,
  StoredExports,
  BuildExport,
  DeleteExports,
  DescribeExport,
  OpenExport,
  RequestExport,
];
