import { Injectable } from '@nestjs/common';
import { Passwords } from '../../../auth';
import { RateLimits } from '../../../platform/rate-limits/rate-limits';
import type { PageAddress } from '../../domain/page-path';
import type { PageAccess } from '../domain/page-access';
import { passwordWrong } from '../public-page.errors';
import { PageAccessChecker } from '../page-access-checker';

/**
 * Checks the password of a page. Guesses are limited per page and address, per address, and per page: the last against
 * guessing from many addresses. Correct passwords and valid cookies do not count.
 */
@Injectable()
export class UnlockPage {
  constructor(
    private readonly accessChecker: PageAccessChecker,
    private readonly passwords: Passwords,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @param from the visitor's address
   * @returns the access that is granted now, or the path of the page of an old slug
   * @throws {DomainError} `not-found`, `request.too-many`, `publication.password-wrong`
   */
  async execute(address: PageAddress, password: string, from: string): Promise<PageAccess | { movedTo: string }> {
    const access = await this.accessChecker.find(address);
    if ('movedTo' in access || access.passwordHash === null) return access;
    await this.limits.consume('unlock.address', from);
    const page = access.linkId ?? access.profileId;
    await this.limits.consume('unlock.page-address', `${page} ${from}`);
    await this.limits.consume('unlock.page', page);
    if (!(await this.passwords.verify(password, access.passwordHash))) throw passwordWrong();
    await this.limits.giveBack('unlock.page', page);
    return access;
  }
}
