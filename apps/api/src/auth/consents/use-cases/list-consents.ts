import { Injectable } from '@nestjs/common';
import type { UserId } from '../../../platform/ids/ids';
import { ConsentRepository, type GivenConsent } from '../persistence/consent.repository';

/** Lists to which texts a person has agreed. */
@Injectable()
export class ListConsents {
  constructor(private readonly consents: ConsentRepository) {}

  execute(userId: UserId): Promise<GivenConsent[]> {
    return this.consents.list(userId);
  }
}
