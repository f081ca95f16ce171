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

/** What the service needs. */
export interface ApiServiceProps {
  readonly stage: Stage;
  readonly cluster: ICluster;
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly task: FargateTaskDefinition;
  readonly targetGroup: ApplicationTargetGroup;
}

/** Tasks of the API: as many as the work asks for, each replaced before it goes, and a release that does not start taken back. */
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
      maxHealthyPercent: 150,
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
