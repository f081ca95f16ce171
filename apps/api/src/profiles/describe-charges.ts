import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StatementSubjects } from '../credits';
import { RevisionRepository } from './persistence/revision.repository';
import { editAction } from './use-cases/save-revision';
import { RevisionId } from '../platform/ids/ids';

/** Describes on the statement which profile and revision a charge was for. */
@Injectable()
export class DescribeCharges implements OnModuleInit {
  constructor(
    private readonly subjects: StatementSubjects,
    private readonly revisions: RevisionRepository,
  ) {}

  onModuleInit(): void {
    this.subjects.register(editAction, async (tenantId, references) => {
      const rows = await this.revisions.subjects(tenantId, references.map(RevisionId));
      return new Map(rows.map(({ id, ...subject }) => [id, subject]));
    });
  }
}
