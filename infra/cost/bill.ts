import { computeMeters } from './compute-meters';
import { dataMeters } from './data-meters';
import { isFree } from './free-types';
import { networkMeters } from './network-meters';
import { prices } from './prices';
import type { Meter, Resource, Service, Surroundings, Usage } from './resources';
import { watchingMeters } from './watching-meters';

/** One line of a bill, with its amount per month. */
interface Item extends Usage {
  readonly usd: number;
}

/** The monthly bill of a stage. */
export interface Bill {
  readonly items: readonly Item[];
  readonly total: number;
}

/** A template contains a resource type for which this folder has no meter. */
export class UnknownResourceType extends Error {
  override readonly name = 'UnknownResourceType';

  constructor({ id, type }: Resource) {
    super(`${id} is an ${type}: give it a meter in infra/cost, or name it in infra/cost/free-types.ts`);
  }
}

const meters: Record<string, Meter> = { ...computeMeters, ...dataMeters, ...networkMeters, ...watchingMeters };

/**
 * The monthly cost of a stage's resources, in USD.
 * @throws {UnknownResourceType} when one of them is neither metered nor known to be free
 */
export function billOf(surroundings: Surroundings): Bill {
  const usages = surroundings.resources.flatMap((resource) => meterOf(resource)(resource, surroundings));
  const items = usages.filter(({ quantity }) => quantity > 0).map(priced);
  return { items, total: sum(items) };
}

/** The monthly cost of one service, in USD. */
export function costOf({ items }: Bill, service: Service): number {
  return sum(items.filter((item) => item.service === service));
}

function meterOf(resource: Resource): Meter {
  const meter = meters[resource.type];
  if (meter) return meter;
  if (isFree(resource.type)) return () => [];
  throw new UnknownResourceType(resource);
}

function priced(usage: Usage): Item {
  return { ...usage, usd: usage.quantity * prices[usage.price].usd };
}

function sum(items: readonly Item[]): number {
  return items.reduce((total, { usd }) => total + usd, 0);
}
