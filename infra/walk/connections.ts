import { ports } from '../lib/ports';
import { nameIn, type Stage } from '../lib/stages';
import type { Connection, Filters, Place, Template } from './packet-walk';

/** CloudFront's origin-facing addresses are many: this is one of them. */
const CLOUDFRONT = { name: 'CloudFront', address: '120.52.22.97' } as const;
const INTERNET = { name: 'a service on the internet', address: '203.0.113.7' } as const;
const S3 = { name: 'S3 by the gateway endpoint', address: '52.216.0.1' } as const;

/** AWS's managed prefix list of CloudFront's origin-facing addresses in us-east-1, as far as the walk needs it. */
const PREFIX_LISTS = { 'pl-3b927c52': ['120.52.22.96/27'] };

/** Every connection that the product makes inside of its VPC, or over its border. */
export function connectionsOf(stage: Stage): Connection[] {
  const at = (subnet: NonNullable<Place['subnet']>, host: number) => {
    const [a, b] = stage.network.cidr.split('.');
    return { subnet, address: `${a}.${b}.${{ public: 0, private: 8, isolated: 32 }[subnet]}.${host}` };
  };
  const balancer = { name: 'load balancer', group: nameIn(stage, 'cpm-alb-sg'), ...at('private', 10) };
  const task = { name: 'task', group: nameIn(stage, 'cpm-ecs-sg'), ...at('private', 20) };
  const database = { name: 'database', group: nameIn(stage, 'cpm-db-sg'), ...at('isolated', 10) };
  const cache = { name: 'cache', group: nameIn(stage, 'cpm-redis-sg'), ...at('isolated', 20) };
  const nat = { name: 'NAT gateway', ...at('public', 10) };
  const listener = stage.domain ? ports.https : ports.http;
  return [
    { from: CLOUDFRONT, to: balancer, port: listener, isVpcOrigin: true },
    { from: balancer, to: task, port: ports.api },
    { from: task, to: database, port: ports.postgres },
    { from: task, to: cache, port: ports.redis },
    { from: task, to: S3, port: ports.https },
    ...[ports.https, ports.smtp].flatMap((port) => [
      { from: task, to: INTERNET, port },
      { from: { ...nat, name: 'NAT gateway, from the task' }, to: INTERNET, port },
      { from: { ...task, group: '' }, to: nat, port },
    ]),
  ];
}

/** What filters the packets of a stage. @param templates of its networking and data stacks */
export function filtersOf(stage: Stage, templates: readonly { Resources: Template }[]): Filters {
  const resources = Object.fromEntries(templates.flatMap(({ Resources }) => Object.entries(Resources)));
  return { resources, cidr: stage.network.cidr, prefixLists: PREFIX_LISTS };
}
