import { Injectable } from '@nestjs/common';
import { HeavyWork } from '../../../platform/heavy-work/heavy-work';
import { exportTooLarge, writeFormat } from '../../../profiles';
import { visitorTurn } from '../visitor-turn';
import type { VisibleProfile } from './read-public-profile';

/** Exports what a visitor may see of a profile as Markdown or vCard. */
@Injectable()
export class ExportPublicProfile {
  constructor(private readonly heavyWork: HeavyWork) {}

  /**
   * @param visitor the visitor's address
   * @throws {DomainError} `export.too-large`, `work.busy`
   */
  execute({ published, visible }: VisibleProfile, format: 'md' | 'vcf', visitor: string): Promise<Uint8Array> {
    return this.heavyWork.run(
      writeFormat,
      { format, visible },
      {
        turn: visitorTurn(visitor, published),
        tooLarge: exportTooLarge,
        characters: JSON.stringify(visible).length,
      },
    );
  }
}
