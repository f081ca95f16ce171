import { asRecord } from '../schema/pointer';
import { scan } from '../parse/scan';
import type { ProfileDocument } from '../schema/schema';
import { keepReadable } from './keep-readable';
import { ResumeRepair } from './repair-resume';
import { ImportReport, type Repair, type Unplaced } from './report';

export type { Repair, Unplaced };

/** A document made of a foreign résumé, with a report of every change. */
export interface ImportedDocument {
  document: ProfileDocument;
  unplaced: Unplaced[];
  repaired: Repair[];
}

/**
 * Makes a draft document of a JSON Resume of any version, or of something near to one. A valid JSON Resume 1.x comes back as it is.
 * Older field names, bare domains, typed dates and wrong shapes are repaired and listed in `repaired`; what does not fit into any field
 * is listed in `unplaced`; unknown fields stay in the document. The result always passes `parseDocument`; the value is not changed.
 * Never throws.
 * @param foreign whether texts are another program's, with markup; by default, when `meta.canar` does not say that they are ours
 */
export function importJsonResume(value: unknown, foreign?: boolean): ImportedDocument {
  const report = new ImportReport();
  const record = asRecord(value);
  if (!record) {
    report.leaveOut([], value, 'document.not-an-object');
    return { document: {}, unplaced: report.unplaced, repaired: report.repaired };
  }
  const resume = new ResumeRepair(keepReadable(record, report), report, foreign).run();
  const [error] = scan(resume);
  if (!error) return { document: resume as ProfileDocument, unplaced: report.unplaced, repaired: report.repaired };
  report.leaveOut([], resume, error.code);
  return { document: {}, unplaced: report.unplaced, repaired: [] };
}
