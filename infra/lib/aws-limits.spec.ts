import { maxHealthyPercent } from './constructs/compute/api-service';
import { production, stages, staging } from './stages';
import { resourcesIn, templatesOf, type Template, type TemplateResource } from './testing';

/** What AWS rejects during a deployment, and neither cfn-lint nor cdk-nag nor moto can see. */

/** Rules that a security group may have, and what a managed prefix list counts as (AWS's "prefix list weight"). */
const MAX_RULES = 60;
const WEIGHTS: Record<string, number> = { 'pl-3b927c52': 55 };

const templates = (stage = production, more: Record<string, unknown> = {}) => Object.values(templatesOf(stage, more));
const allOf = (type: string, stage = production, more: Record<string, unknown> = {}) =>
  templates(stage, more).flatMap((template) => resourcesIn(template, type));
const text = (value: unknown) => JSON.stringify(value);

describe.each(stages)('in $name', (stage) => {
  it('creates no security group with more rules than AWS allows', () => {
    const rules = ['Ingress', 'Egress'].flatMap((way) => allOf(`AWS::EC2::SecurityGroup${way}`, stage));
    const sums = new Map<string, number>();
    for (const [, { Type, Properties }] of rules) {
      const group = `${Type} ${text(Properties['GroupId'])}`;
      sums.set(group, (sums.get(group) ?? 0) + (WEIGHTS[String(Properties['SourcePrefixListId'])] ?? 1));
    }
    expect([...sums].filter(([, sum]) => sum > MAX_RULES)).toEqual([]);
    expect(Math.max(...sums.values())).toBe(55);
  });

  it('leaves a release room for one task more than there are at the least', () => {
    const [[, target] = []] = allOf('AWS::ApplicationAutoScaling::ScalableTarget', stage);
    const [[, service] = []] = allOf('AWS::ECS::Service', stage);
    const { MaximumPercent } = service?.Properties['DeploymentConfiguration'] as { MaximumPercent: number };
    const min = Number(target?.Properties['MinCapacity']);
    expect(Math.floor((min * MaximumPercent) / 100)).toBeGreaterThan(min);
  });

  it('checks the health of targets by the protocol that they speak', () => {
    for (const [, { Properties }] of allOf('AWS::ElasticLoadBalancingV2::TargetGroup', stage)) {
      expect(Properties['HealthCheckProtocol']).toBe(Properties['Protocol']);
    }
  });

  it('empties each bucket that is deleted with its stack', () => {
    const deleted = allOf('AWS::S3::Bucket', stage).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Delete');
    const full = deleted.filter(
      ([, { Properties }]) => !text(Properties['Tags'] ?? []).includes('auto-delete-objects'),
    );
    expect(full.map(([id]) => id)).toEqual([]);
    expect(deleted).toHaveLength(stage.protected ? 0 : 4);
  });

  it('keeps nothing with a name of its own when its creation is rolled back', () => {
    const retained = templates(stage).flatMap(({ Resources }) =>
      Object.entries(Resources).filter(
        ([, { DeletionPolicy, Properties }]) => DeletionPolicy === 'Retain' && nameOf(Properties) !== undefined,
      ),
    );
    expect(retained.map(([id]) => id)).toEqual([]);
  });

  it('keeps nothing that costs money when an unprotected stage goes', () => {
    const retained = templates(stage).flatMap(({ Resources }) =>
      Object.entries(Resources).filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith('Retain')),
    );
    const types = new Set(retained.map(([, { Type }]) => Type));
    if (!stage.protected) expect([...types]).toEqual(['AWS::Lambda::Function', 'AWS::Lambda::Version']);
  });
});

/** The name that a template writes out for a resource, whatever its property is called. */
function nameOf(properties: Record<string, unknown> = {}): unknown {
  const names = Object.entries(properties).filter(([key]) => /^\w*(Name|Identifier|GroupId)$/.test(key));
  return names.map(([, name]) => name).find((name) => typeof name === 'string');
}

describe('the way from CloudFront to the load balancer', () => {
  const originOf = ({ Resources }: Template) => {
    const [[, distribution] = ['', undefined]] = Object.entries(Resources).filter(
      ([, { Type }]) => Type === 'AWS::CloudFront::Distribution',
    );
    const { Origins } = distribution?.Properties['DistributionConfig'] as {
      Origins: { DomainName: unknown; VpcOriginConfig?: object }[];
    };
    return Origins.find(({ VpcOriginConfig }) => VpcOriginConfig);
  };

  it.each([production, staging])('in $name has a certificate that covers its name, and a record', (stage) => {
    const { Compute, Cdn } = templatesOf(stage);
    const [[, listener] = ['', undefined]] = resourcesIn(Compute, 'AWS::ElasticLoadBalancingV2::Listener');
    const certificates = resourcesIn(Compute, 'AWS::CertificateManager::Certificate').filter(([id]) =>
      text(listener?.Properties['Certificates']).includes(id),
    );
    const names = certificates.flatMap(([, { Properties }]) => [
      Properties['DomainName'],
      ...((Properties['SubjectAlternativeNames'] as string[] | undefined) ?? []),
    ]);
    const name = originOf(Cdn)?.DomainName;
    expect(names).toContain(name);
    const records = resourcesIn(Compute, 'AWS::Route53::RecordSet').map(([, { Properties }]) => Properties['Name']);
    expect(records).toContain(`${String(name)}.`);
  });

  it('changes into another origin when a stage gets a domain: CloudFront updates none', () => {
    const before = allOf('AWS::CloudFront::VpcOrigin', production, { 'production-domain': 'none' });
    const after = allOf('AWS::CloudFront::VpcOrigin');
    const [[id, origin] = []] = before;
    const [[newId, newOrigin] = []] = after;
    expect(newId).not.toBe(id);
    expect(nameIn(newOrigin)).not.toBe(nameIn(origin));
    expect([origin, newOrigin].filter((one) => one?.Properties['Tags'])).toEqual([]);
  });

  it('keeps its rule when a stage gets a domain: for a moment two would be too many', () => {
    const rule = (more: object) =>
      allOf('AWS::EC2::SecurityGroupIngress', production, { ...more }).filter(([, { Properties }]) =>
        Object.hasOwn(Properties, 'SourcePrefixListId'),
      );
    expect(rule({ 'production-domain': 'none' })).toEqual(rule({}));
  });

  const nameIn = (origin: TemplateResource | undefined) =>
    (origin?.Properties['VpcOriginEndpointConfig'] as { Name: string } | undefined)?.Name;
});

describe('a first deployment', () => {
  it('adds deletion protection last, so that a failed first deployment can be deleted', () => {
    const protections = (more: Record<string, unknown>) =>
      text(templates(production, more)).match(/"DeletionProtection":true|deletion_protection.enabled","Value":"true"/g);
    expect(protections({ protection: 'off' })).toBeNull();
    expect(protections({})).toHaveLength(2);
  });

  it('changes nothing but protections when they come', () => {
    const calm = (more: Record<string, unknown>) =>
      text(templates(production, more))
        .replaceAll('"DeletionProtection":true', '"DeletionProtection":false')
        .replaceAll('"deletion_protection.enabled","Value":"true"', '"deletion_protection.enabled","Value":"false"');
    expect(calm({ protection: 'off' })).toBe(calm({}));
  });
});

describe('alarms and bills', () => {
  it('reach the address of the deployment: each of their topics has a subscriber', () => {
    const context = { alertAddress: 'operator@example.com' };
    const { Observability } = templatesOf(production, context);
    const heard = resourcesIn(Observability, 'AWS::SNS::Subscription').map(([, { Properties }]) => text(Properties));
    for (const type of ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm', 'AWS::Budgets::Budget']) {
      for (const [, { Properties }] of resourcesIn(Observability, type)) {
        const topics = text(Properties).match(/AlarmTopic\w+/g) ?? [];
        expect(topics.filter((topic) => !heard.some((subscription) => subscription.includes(topic)))).toEqual([]);
      }
    }
    expect(heard).toEqual([expect.stringContaining('operator@example.com')]);
  });
});

describe('maxHealthyPercent', () => {
  it.each([
    [1, 200],
    [2, 150],
    [3, 150],
  ])('limits a service of at least %d tasks to %d percent during a deployment', (min, percent) => {
    const compute = { ...production.compute, tasks: { min, max: 10 } };
    expect(maxHealthyPercent({ ...production, compute })).toBe(percent);
  });
});
