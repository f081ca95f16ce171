import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { CfnReplicationGroup } from 'aws-cdk-lib/aws-elasticache';
import type { ApplicationLoadBalancer, ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { configurationSetName } from '../constructs/mail/sending-domain';
import { nameIn, type Stage } from '../stages';

/** The resources of other stacks that are monitored. */
export interface MonitoredResources {
  readonly loadBalancer: Pick<ApplicationLoadBalancer, 'loadBalancerFullName'>;
  readonly targetGroup: Pick<ApplicationTargetGroup, 'targetGroupFullName'>;
  readonly cache: { readonly replicationGroup: Pick<CfnReplicationGroup, 'replicationGroupId' | 'numCacheClusters'> };
  readonly distribution: Pick<Distribution, 'distributionId'>;
}

/** The names of monitored resources in CloudWatch. */
export interface Monitored {
  readonly service: string;
  readonly cluster: string;
  readonly database: string;
  readonly cacheNodes: readonly string[];
  readonly loadBalancer: string;
  readonly targetGroup: string;
  readonly distribution: string;
  readonly configurationSet: string;
}

/** The names of a stage's monitored resources. The nodes of a replication group are numbered from 001. */
export function monitoredIn(
  stage: Stage,
  { loadBalancer, targetGroup, cache, distribution }: MonitoredResources,
): Monitored {
  const { replicationGroupId = '', numCacheClusters = 1 } = cache.replicationGroup;
  const numbers = Array.from({ length: numCacheClusters }, (_, index) => String(index + 1).padStart(3, '0'));
  return {
    service: nameIn(stage, 'cpm-backend'),
    cluster: nameIn(stage, 'cpm-cluster'),
    database: nameIn(stage, 'cpm-db'),
    cacheNodes: numbers.map((number) => `${replicationGroupId}-${number}`),
    loadBalancer: loadBalancer.loadBalancerFullName,
    targetGroup: targetGroup.targetGroupFullName,
    distribution: distribution.distributionId,
    configurationSet: configurationSetName(stage),
  };
}
