import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monthlyLimit } from '../lib/monthly-limit';
import { production, stages } from '../lib/stages';
import { synthesizedForTests } from '../lib/testing';
import { type Bill, billOf, costOf, UnknownResourceType } from './bill';
import { billsOf } from './bills';
import type { Resource } from './resources';
import { placeIn, seedRanges } from './seed-ranges';
import { resourcesOf } from './synthesized';
import { tableOf } from './table';
import { traffic } from './traffic';
import { refusalOf } from './verdict';

const resource = (type: string, properties: Record<string, unknown> = {}, id = type): Resource => ({
  id,
  type,
  properties,
});
const inProduction = (...resources: Resource[]): Bill => billOf({ resources, traffic: traffic.production });
const quiet = { ...traffic.production, scaledOut: 0, capacityUnits: 0 };

describe('a bill', () => {
  it('counts the tasks of a service by their size and number', () => {
    const resources = [
      resource('AWS::ECS::TaskDefinition', { Cpu: '1024', Memory: '2048' }, 'Task'),
      resource('AWS::ECS::Service', { DesiredCount: 2, TaskDefinition: { Ref: 'Task' } }),
    ];
    expect(billOf({ resources, traffic: quiet }).total).toBeCloseTo(2 * 730 * (0.04048 + 2 * 0.004445), 2);
  });

  it('counts the minimum of autoscaling when the service has no task count', () => {
    const resources = [
      resource('AWS::ECS::TaskDefinition', { Cpu: '1024', Memory: '2048' }, 'Task'),
      resource('AWS::ECS::Service', { TaskDefinition: { Ref: 'Task' } }),
      resource('AWS::ApplicationAutoScaling::ScalableTarget', { ServiceNamespace: 'ecs', MinCapacity: 3 }),
    ];
    expect(billOf({ resources, traffic: quiet }).total).toBeCloseTo(3 * 730 * (0.04048 + 2 * 0.004445), 2);
  });

  it('counts a database with a standby twice', () => {
    const database = { DBInstanceClass: 'db.t4g.micro', AllocatedStorage: '20' };
    const alone = inProduction(resource('AWS::RDS::DBInstance', database));
    const twins = inProduction(resource('AWS::RDS::DBInstance', { ...database, MultiAZ: true }));
    expect(alone.total).toBeCloseTo(730 * 0.016 + 20 * 0.115, 2);
    expect(twins.total).toBeCloseTo(2 * alone.total, 2);
  });

  it('counts addresses of a public load balancer and none of an internal one', () => {
    const seen = resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Scheme: 'internet-facing',
      Subnets: ['a', 'b'],
    });
    const hidden = resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Subnets: ['a', 'b'] });
    expect(costOf(inProduction(seen), 'NAT gateway and network')).toBeCloseTo(2 * 730 * 0.005, 2);
    expect(costOf(inProduction(hidden), 'NAT gateway and network')).toBe(0);
  });

  it('counts a hosted zone once for any number of records', () => {
    const records = [resource('AWS::Route53::RecordSet', {}, 'A'), resource('AWS::Route53::RecordSet', {}, 'AAAA')];
    expect(inProduction(...records).total).toBe(0.5);
  });

  it("counts India's views, bucket reads, time at the edge and the restore test", () => {
    const edge = inProduction(resource('AWS::CloudFront::Distribution'));
    expect(edge.total).toBeCloseTo(45 * 0.109 + 5 * 0.085 + 4.5 * 1.2 + 0.5 * 1, 5);
    const lambda = inProduction(resource('AWS::Lambda::Version'));
    expect(lambda.total).toBeCloseTo(0.6 + 1e6 * 0.02 * 0.125 * 0.00005001, 5);
    const bucket = inProduction(resource('AWS::S3::Bucket'));
    expect(bucket.total).toBeCloseTo(3 * 0.023 + 0.1 * 5 + 1 * 0.4, 5);
    expect(inProduction(resource('AWS::Backup::RestoreTestingSelection')).total).toBe(1.5);
  });

  it('counts each metric that an alarm reads', () => {
    const expression = { Expression: 'a / b' };
    const ratio = resource('AWS::CloudWatch::Alarm', { Metrics: [expression, { MetricStat: {} }, { MetricStat: {} }] });
    expect(inProduction(ratio, resource('AWS::CloudWatch::Alarm')).total).toBeCloseTo(0.3, 5);
  });

  it('rejects a resource without a price', () => {
    const bill = () => inProduction(resource('AWS::MSK::Cluster', {}, 'Events'));
    expect(bill).toThrow(UnknownResourceType);
    expect(bill).toThrow(/Events is an AWS::MSK::Cluster/);
  });

  it('rejects a machine size without a price', () => {
    const bill = () => inProduction(resource('AWS::RDS::DBInstance', { DBInstanceClass: 'db.r8g.large' }));
    expect(bill).toThrow(/no price of db\.r8g\.large/);
  });

  it('counts nothing for free resource types', () => {
    expect(inProduction(resource('AWS::IAM::Role'), resource('Custom::PublicAddress')).items).toEqual([]);
  });
});

const assembly = synthesizedForTests();

describe('what is synthesized', () => {
  it.each([...stages.map(({ name }) => name), 'Account'])('knows the price of every resource: %s', (name) => {
    const resources = resourcesOf(assembly, name);
    expect(resources.length).toBeGreaterThan(0);
    expect(billOf({ resources, traffic: traffic.production }).total).toBeGreaterThan(0);
  });

  it('costs in production at most what the deployment summary allows', () => {
    const bill = inProduction(...resourcesOf(assembly, production.name));
    expect(bill.total).toBeLessThanOrEqual(monthlyLimit.max);
  });
});

describe('infra/README.md', () => {
  it('shows the monthly cost of each stage as it is computed', () => {
    const page = readFileSync(join(__dirname, '../README.md'), 'utf8');
    expect(page).toContain(`\`\`\`\n${tableOf(billsOf(assembly), 'production')}\n\`\`\``);
  });
});

describe('the table', () => {
  it('lists every service with the expected range', () => {
    const cache = resource('AWS::ElastiCache::ReplicationGroup', {
      CacheNodeType: 'cache.t4g.micro',
      NumCacheClusters: 2,
    });
    const table = tableOf({ production: inProduction(cache) }, 'production');
    expect(table.split('\n')).toHaveLength(Object.keys(seedRanges).length + 2);
    expect(table).toMatch(/ElastiCache Redis +15–30 +23\.36 +inside/);
  });

  it.each([
    [29.99, 'below'],
    [30, 'inside'],
    [60.001, 'inside'],
    [60.01, 'above'],
  ])('reports %p as %s a range of 30 to 60', (usd, place) => {
    expect(placeIn([30, 60], usd)).toBe(place);
  });
});

describe('the verdict', () => {
  it.each([126, 200, 265])('accepts a monthly cost of %p USD', (usd) => expect(refusalOf(usd)).toBeUndefined());
  it.each([125.99, 265.01])('rejects a monthly cost of %p USD', (usd) => expect(refusalOf(usd)).toContain('126–265'));
});
