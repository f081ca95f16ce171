import { ChargedActs } from '../credits';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { readChargedRevisions } from './persistence/charged-revisions';
import { editAction } from './use-cases/save-revision';

/** What was charged for, read over a connection, for programs without the rest of the API. */
export function chargedActsOver(unitOfWork: UnitOfWork): ChargedActs {
  const acts = new ChargedActs();
  acts.register(editAction, (tenantId) => readChargedRevisions(unitOfWork, tenantId));
  return acts;
}
