import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import { Cluster, ContainerImage, ContainerInsights, type FargateService } from 'aws-cdk-lib/aws-ecs';
import type {
  ApplicationListener,
  ApplicationLoadBalancer,
  ApplicationTargetGroup,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ApiBalancer } from '../constructs/api-balancer';
import { type ApiGround, apiVariables, schemaVariables } from '../constructs/api-environment';
import { ApiSecrets } from '../constructs/api-secrets';
import { ApiService } from '../constructs/api-service';
import { ApiTask } from '../constructs/api-task';
import { ContainerLog } from '../constructs/container-log';
import { SchemaMigration } from '../constructs/schema-migration';
import { TaskRoles } from '../constructs/task-roles';
import { ports } from '../ports';
import { nameIn } from '../stages';

/** What the compute stack needs. */
export interface ComputeStackProps extends StackProps, Omit<ApiGround, 'secrets' | 'roles'> {
  readonly vpc: IVpc;
  readonly loadBalancerSecurityGroup: ISecurityGroup;
  readonly apiSecurityGroup: ISecurityGroup;
  readonly repository: IRepository;
  /** The release: the tag of its image. */
  readonly imageTag: string;
}

/** The API: its tasks, the door to them, and the migration that goes before each release. Holds nothing that is not elsewhere. */
export class ComputeStack extends Stack {
  readonly cluster: Cluster;
  readonly service: FargateService;
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly listener: ApplicationListener;
  readonly targetGroup: ApplicationTargetGroup;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: ComputeStackProps) {
    super(scope, id, props);
    const { stage, vpc, apiSecurityGroup: securityGroup } = props;

    const clusterName = nameIn(stage, 'cpm-cluster');
    this.cluster = new Cluster(this, 'Cluster', { clusterName, vpc, containerInsightsV2: ContainerInsights.ENABLED });
    const { loadBalancerSecurityGroup } = props;
    const balancer = new ApiBalancer(this, 'Balancer', { stage, vpc, securityGroup: loadBalancerSecurityGroup });
    const log = new ContainerLog(this, 'Log', { stage });
    const tasks = this.tasks(props, log);
    const { cluster } = this;
    const run = { container: 'migrations', logGroup: log.migrations.logGroupName, logStreamPrefix: 'release' };
    const migration = new SchemaMigration(this, 'Migration', {
      cluster,
      vpc,
      securityGroup,
      task: tasks.migrations,
      run,
    });
    const { targetGroup } = balancer;
    const api = new ApiService(this, 'Api', { stage, cluster, vpc, securityGroup, task: tasks.api, targetGroup });
    api.node.addDependency(migration);

    this.service = api.service;
    this.loadBalancer = balancer.loadBalancer;
    this.listener = balancer.listener;
    this.targetGroup = targetGroup;
    this.logGroup = log.api;
  }

  private tasks({ stage, repository, imageTag, ...ground }: ComputeStackProps, log: ContainerLog) {
    const secrets = new ApiSecrets(this, 'Secrets', { stage });
    const roles = new TaskRoles(this, 'Roles', { stage, ...ground });
    const common = {
      image: ContainerImage.fromEcrRepository(repository, imageTag),
      executionRole: roles.execution,
    };
    const api = new ApiTask(this, 'ApiTask', {
      ...common,
      family: nameIn(stage, 'cpm-backend'),
      containerName: 'api',
      port: ports.api,
      size: stage.compute,
      taskRole: roles.api,
      variables: apiVariables({ stage, secrets, roles, ...ground }),
      logGroup: log.api,
      logStreamPrefix: 'api',
      patience: Duration.seconds(60),
    });
    const migrations = new ApiTask(this, 'MigrationTask', {
      ...common,
      family: nameIn(stage, 'cpm-migrations'),
      containerName: 'migrations',
      command: ['sh', '-ec', 'node prepare-database.mjs && node migrate.mjs'],
      size: { cpu: 256, memory: 512 },
      taskRole: roles.migrations,
      variables: schemaVariables({ stage, roles, ...ground }),
      logGroup: log.migrations,
      logStreamPrefix: 'release',
      patience: Duration.seconds(120),
    });
    return { api: api.definition, migrations: migrations.definition };
  }
}
