import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth';
import { EditingModule } from '../editing.module';
import { FilesModule } from '../files/files.module';
import { ProfilePersistenceModule } from '../persistence/profile-persistence.module';
import { AnonymousImportController } from './anonymous-import.controller';
import { ImportExportController } from './import-export.controller';
import { PdfRenderer } from './pdf/pdf-renderer';
import { TypstPdfRenderer } from './pdf/typst-pdf-renderer';
import { ExportFile } from './use-cases/export-file';
import { ExportPdf } from './use-cases/export-pdf';
import { ImportResume } from './use-cases/import-resume';

/** Converts résumés into documents, and profiles into files. */
@Module({
  imports: [AuthModule, ProfilePersistenceModule, EditingModule, FilesModule],
  controllers: [ImportExportController, AnonymousImportController],
  providers: [ImportResume, ExportPdf, ExportFile, { provide: PdfRenderer, useClass: TypstPdfRenderer }],
  exports: [PdfRenderer],
})
export class ImportExportModule {}
