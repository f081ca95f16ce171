import type { Turn } from '../../platform/heavy-work/fair-queue';
import { networksOf } from '../../platform/rate-limits/networks-of';
import type { PageAccess } from './domain/page-access';

/** The turn of a visitor: one job at a time for each network, and for each profile that is shown. */
export function visitorTurn(visitor: string, { profileId }: Pick<PageAccess, 'profileId'>): Turn {
  return { queue: `address ${networksOf(visitor).network}`, exclusive: profileId };
}
