import { Injectable } from '@nestjs/common';
import type { ImportedResume } from '@canar/profile-import';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import { convertResume } from '../convert-resume';
import { importTooLarge } from '../import-export.errors';

/** Converts résumés of other formats into documents for the draft; stores nothing. */
@Injectable()
export class ImportResume {
  constructor(private readonly heavyWork: HeavyWork) {}

  /**
   * @param queue whose turn it takes: jobs of one queue run one after the other
   * @param mustBeJson whether the bytes were sent as JSON; otherwise their content decides what they are
   * @throws {DomainError} `work.busy`, `import.too-large`, and those of `convertResume`
   */
  execute(queue: string, bytes: Uint8Array, mustBeJson: boolean): Promise<ImportedResume> {
    return this.heavyWork.run(convertResume, { bytes, mustBeJson }, { turn: { queue }, tooLarge: importTooLarge });
  }
}
