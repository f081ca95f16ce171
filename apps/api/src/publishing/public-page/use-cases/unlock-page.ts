import { Injectable } from '@nestjs/common';
import { Passwords } from '../../../auth';
import { RateLimits } from '../../../platform/rate-limits/rate-limits';
import type { PageAddress } from '../../domain/page-path';
import type { PageAccess } from '../domain/page-access';
import { passwordWrong } from '../public-page.errors';
import { PageAccessGuard } from '../page-access-guard';

/**
 * Takes the password of a page from a visitor. Guesses are counted per page and address, per address, and per page: the
 * last one against those who guess from many addresses. It counts wrong ones only, and whoever has a pass is not asked.
 */
@Injectable()
export class UnlockPage {
  constructor(
    private readonly entrances: PageAccessGuard,
    private readonly passwords: Passwords,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @param from the visitor's address
   * @returns the entrance that is open to the visitor now, or where the page of an old slug stands
   * @throws {DomainError} `not-found`, `request.too-many`, `publication.password-wrong`
   */
  async run(address: PageAddress, password: string, from: string): Promise<PageAccess | { movedTo: string }> {
    const entrance = await this.entrances.find(address);
    if ('movedTo' in entrance || entrance.passwordHash === null) return entrance;
    await this.limits.consume('unlock.address', from);
    const page = entrance.linkId ?? entrance.profileId;
    await this.limits.consume('unlock.page-address', `${page} ${from}`);
    await this.limits.consume('unlock.page', page);
    if (!(await this.passwords.verify(password, entrance.passwordHash))) throw passwordWrong();
    await this.limits.giveBack('unlock.page', page);
    return entrance;
  }
}
