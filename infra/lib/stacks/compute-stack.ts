import { CfnOutput, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerInsights, type FargateService } from 'aws-cdk-lib/aws-ecs';
import type {
  ApplicationListener,
  ApplicationLoadBalancer,
  ApplicationTargetGroup,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { DatabaseInstance } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { ApiBalancer } from '../constructs/compute/api-balancer';
import { ApiService } from '../constructs/compute/api-service';
import { identityOf } from '../constructs/data/database-identity';
import { ReleaseTasks, type ReleaseTasksProps } from '../constructs/compute/release-tasks';
import { SchemaMigration } from '../constructs/compute/schema-migration';
import { SendingDomain } from '../constructs/mail/sending-domain';
import type { RestoredDatabase } from '../release';
import { nameIn } from '../stages';

/** Properties of `ComputeStack`. */
export interface ComputeStackProps extends StackProps, Omit<ReleaseTasksProps, 'database'> {
  readonly database: DatabaseInstance;
  /** The restored database that has replaced the original one, if any. */
  readonly restored?: RestoredDatabase | undefined;
  readonly vpc: IVpc;
  readonly loadBalancerSecurityGroup: ISecurityGroup;
  readonly apiSecurityGroup: ISecurityGroup;
}

/** The API: its tasks, its load balancer, and the migration that runs before each release. Contains no data. */
export class ComputeStack extends Stack {
  readonly cluster: Cluster;
  readonly service: FargateService;
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly listener: ApplicationListener;
  readonly targetGroup: ApplicationTargetGroup;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: ComputeStackProps) {
    super(scope, id, props);
    const { stage, vpc, repository, imageTag, cache, uploads, apiSecurityGroup, loadBalancerSecurityGroup } = props;
    const clusterName = nameIn(stage, 'cpm-cluster');
    const cluster = new Cluster(this, 'Cluster', { clusterName, vpc, containerInsightsV2: ContainerInsights.DISABLED });
    Validations.of(cluster).acknowledge({
      id: 'AwsSolutions-ECS4',
      reason: 'AWS/ECS reports the CPU and memory that alarms and dashboard read, without charge.',
    });
    const balancer = new ApiBalancer(this, 'Balancer', { stage, vpc, securityGroup: loadBalancerSecurityGroup });
    const database = identityOf(props.database, props.restored);
    const tasks = new ReleaseTasks(this, 'Tasks', { stage, repository, imageTag, database, cache, uploads });

    const place = { cluster, vpc, securityGroup: apiSecurityGroup };
    const migration = new SchemaMigration(this, 'Migration', { ...place, task: tasks.migration });
    const { targetGroup } = balancer;
    const api = new ApiService(this, 'Api', { stage, ...place, task: tasks.api, targetGroup });
    api.node.addDependency(migration);
    const { domain } = stage;
    if (domain && stage.compute.mail === 'ses') new SendingDomain(this, 'Mail', { stage, domain });
    new CfnOutput(this, 'ImageTag', { description: 'The release that runs', value: imageTag });

    this.cluster = cluster;
    this.service = api.service;
    this.loadBalancer = balancer.loadBalancer;
    this.listener = balancer.listener;
    this.targetGroup = targetGroup;
    this.logGroup = tasks.log.api;
  }
}
