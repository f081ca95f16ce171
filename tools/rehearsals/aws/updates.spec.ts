import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdUnchangeable, refusedUpdates } from './updates';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'canar-updates-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** An assembly of one stack with these resources. */
function assembly(name: string, Resources: object): string {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'Cdn.template.json'), JSON.stringify({ Resources }));
  return folder;
}

const origin = (Name: string) => ({ Type: 'AWS::CloudFront::VpcOrigin', Properties: { Name } });

describe('refusedUpdates', () => {
  it('rejects another protocol of a VPC origin, and accepts another origin', () => {
    const before = assembly('before', { Origin: origin('http') });
    expect(refusedUpdates(before, assembly('changed', { Origin: origin('https') }))).toEqual([
      'Origin cannot be updated: CloudFront updates no VPC origin that a distribution uses.',
    ]);
    expect(refusedUpdates(before, assembly('replaced', { Other: origin('https') }))).toEqual([]);
    expect(refusedUpdates(before, before)).toEqual([]);
  });
});

describe('holdUnchangeable', () => {
  it('keeps resources that moto does not update, and changes and adds others', () => {
    const role = (Path: string) => ({ Type: 'AWS::IAM::Role', Properties: { Path } });
    const group = (Port: number) => ({ Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port } });
    const before = assembly('before', { Role: role('/a'), Group: group(1), Gone: group(2) });
    const after = assembly('after', { Role: role('/b'), Group: group(3), New: group(4) });
    holdUnchangeable(before, after);
    const { Resources } = JSON.parse(readFileSync(join(after, 'Cdn.template.json'), 'utf8')) as { Resources: object };
    expect(Resources).toEqual({ Role: role('/b'), Group: group(1), New: group(4) });
  });
});
