import { Duration } from 'aws-cdk-lib';
import { SubnetType, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  AvailabilityZoneRebalancing,
  FargatePlatformVersion,
  FargateService,
  type FargateTaskDefinition,
  type ICluster,
  PropagatedTagSource,
} from 'aws-cdk-lib/aws-ecs';
import type { ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `ApiService`. */
export interface ApiServiceProps {
  readonly stage: Stage;
  readonly cluster: ICluster;
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly task: FargateTaskDefinition;
  readonly targetGroup: ApplicationTargetGroup;
}

/**
 * The ECS service of the API: scales with the load, starts a new task before it stops the old one, and rolls back a release that
 * does not start.
 */
export class ApiService extends Construct {
  readonly service: FargateService;

  constructor(scope: Construct, id: string, { stage, cluster, securityGroup, task, targetGroup }: ApiServiceProps) {
    super(scope, id);

    this.service = new FargateService(this, 'Service', {
      serviceName: nameIn(stage, 'cpm-backend'),
      cluster,
      taskDefinition: task,
      platformVersion: FargatePlatformVersion.VERSION1_4,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [securityGroup],
      assignPublicIp: false,
      minHealthyPercent: 100,
      maxHealthyPercent: maxHealthyPercent(stage),
      circuitBreaker: { enable: true, rollback: true },
      availabilityZoneRebalancing: AvailabilityZoneRebalancing.ENABLED,
      healthCheckGracePeriod: Duration.seconds(60),
      enableExecuteCommand: false,
      enableECSManagedTags: true,
      propagateTags: PropagatedTagSource.SERVICE,
    });
    this.service.attachToApplicationTargetGroup(targetGroup);
    this.configureAutoScaling(stage, targetGroup);
  }

  private configureAutoScaling({ compute }: Stage, targetGroup: ApplicationTargetGroup): void {
    const { min: minCapacity, max: maxCapacity } = compute.tasks;
    const tasks = this.service.autoScaleTaskCount({ minCapacity, maxCapacity });
    const pace = { scaleOutCooldown: Duration.minutes(1), scaleInCooldown: Duration.minutes(5) };
    tasks.scaleOnCpuUtilization('Cpu', { ...pace, targetUtilizationPercent: 60 });
    tasks.scaleOnMemoryUtilization('Memory', { ...pace, targetUtilizationPercent: 75 });
    tasks.scaleOnRequestCount('Requests', { ...pace, requestsPerTarget: compute.requestsPerTask, targetGroup });
  }
}

/**
 * Percent of the wanted tasks that may run while a release replaces them. ECS rounds down, and must have room for one
 * more than there are at the least: with one task, 150 % would be one, and no release could ever begin.
 */
export function maxHealthyPercent({ compute }: Stage): number {
  const { min } = compute.tasks;
  return Math.max(150, Math.ceil((100 * (min + 1)) / min));
}
