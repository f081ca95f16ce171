import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChargedActs, StatementSubjects } from '../credits';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { readChargedRevisions } from './persistence/charged-revisions';
import { RevisionRepository } from './persistence/revision.repository';
import { editAction } from './use-cases/save-revision';
import { RevisionId } from '../platform/ids/ids';

/** Tells credits which profile and revision a charge was for, and which revisions there are. */
@Injectable()
export class DescribeCharges implements OnModuleInit {
  constructor(
    private readonly subjects: StatementSubjects,
    private readonly acts: ChargedActs,
    private readonly revisions: RevisionRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.acts.register(editAction, (tenantId) => readChargedRevisions(this.unitOfWork, tenantId));
    this.subjects.register(editAction, async (tenantId, references) => {
      const rows = await this.revisions.subjects(tenantId, references.map(RevisionId));
      return new Map(rows.map(({ id, ...subject }) => [id, subject]));
    });
  }
}
