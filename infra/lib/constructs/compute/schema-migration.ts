import { type CfnResource, CustomResource, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { SubnetType, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { ICluster, TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { join } from 'node:path';
import type { EndingTask } from './release-tasks';
import type { MigrationProperties } from '../../schema-migration/migration-run';

/** Properties of `SchemaMigration`. */
export interface SchemaMigrationProps {
  readonly cluster: ICluster;
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly task: EndingTask;
}

/**
 * Migrates the database to the schema of this release during the deployment: dependent resources wait until the task
 * has succeeded, and a task that fails makes the deployment fail before the service has changed.
 */
export class SchemaMigration extends Construct {
  private readonly log: LogGroup;

  constructor(scope: Construct, id: string, { cluster, vpc, securityGroup, task }: SchemaMigrationProps) {
    super(scope, id);
    const retention = RetentionDays.ONE_MONTH;
    this.log = new LogGroup(this, 'Log', { retention, removalPolicy: RemovalPolicy.DESTROY });

    const { definition, container, logStreamPrefix } = task;
    const starting = this.handler('onEvent', startingOf(definition, cluster));
    const watching = this.handler('isComplete', [watchingOf(cluster)]);
    const provider = this.provider(starting, watching);
    const properties: MigrationProperties = {
      container,
      logStreamPrefix,
      logGroup: task.logGroup.logGroupName,
      cluster: cluster.clusterArn,
      taskDefinition: definition.taskDefinitionArn,
      subnets: vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_WITH_EGRESS }).subnetIds,
      securityGroup: securityGroup.securityGroupId,
    };
    const { serviceToken } = provider;
    const ran = new CustomResource(this, 'Run', { serviceToken, properties, resourceType: 'Custom::SchemaMigration' });
    ran.node.addDependency(starting, watching, definition.taskRole, definition.obtainExecutionRole());
    this.acknowledge(provider, [starting, watching], definition);
  }

  private provider(onEventHandler: Lambda, isCompleteHandler: Lambda): Provider {
    return new Provider(this, 'Provider', {
      onEventHandler,
      isCompleteHandler,
      queryInterval: Duration.seconds(5),
      totalTimeout: Duration.hours(1),
      logGroup: this.log,
      frameworkOnEventRole: this.role('AskingRole'),
      frameworkCompleteAndTimeoutRole: this.role('WaitingRole'),
    });
  }

  private handler(name: 'onEvent' | 'isComplete', allowed: PolicyStatement[]): Lambda {
    const role = this.role(`${name}Role`);
    for (const statement of allowed) role.addToPolicy(statement);
    return new NodejsFunction(this, name, {
      entry: join(__dirname, '../../schema-migration/schema-migration.lambda.ts'),
      handler: name,
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.seconds(30),
      logGroup: this.log,
      role,
      bundling: { minify: true, externalModules: ['@aws-sdk/*'], logLevel: LogLevel.WARNING },
    });
  }

  /** A function's role that may write only its own log; Lambda's managed policy would allow every log. */
  private role(id: string): Role {
    const role = new Role(this, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(role);
    return role;
  }

  private acknowledge(provider: Provider, handlers: Lambda[], task: TaskDefinition): void {
    const accept = (id: string, reason: string) =>
      Validations.of(this).acknowledge({ id: `AwsSolutions-${id}`, reason });
    const framework = ['isComplete', 'onTimeout'].map((name) => provider.node.findChild(`framework-${name}`) as Lambda);
    for (const called of [...handlers, ...framework]) {
      const { logicalId } = called.node.defaultChild as CfnResource;
      const name = Stack.of(this).resolve(logicalId) as string;
      accept(`IAM5[Resource::<${name}.Arn>:*]`, 'CDK lets its waiter call every version of this one function.');
    }
    accept(`IAM5[Resource::${familyOf(task)}:*]`, 'A release is a revision: the next one has another number.');
    accept('IAM5[Resource::*]', 'Tasks have random names; the condition on the cluster narrows what may be looked at.');
    accept('SF1', 'It does nothing but call two functions, which log.');
    accept('SF2', 'It waits for one task and has nothing to trace.');
  }
}

function startingOf(task: TaskDefinition, cluster: ICluster): PolicyStatement[] {
  const onThisCluster = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } };
  const toTasks = { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } };
  const roles = [task.taskRole.roleArn, task.obtainExecutionRole().roleArn];
  return [
    new PolicyStatement({ actions: ['ecs:RunTask'], resources: [`${familyOf(task)}:*`], conditions: onThisCluster }),
    new PolicyStatement({ actions: ['iam:PassRole'], resources: roles, conditions: toTasks }),
  ];
}

/** Tasks have random names, so their cluster is the narrowest possible condition. */
function watchingOf(cluster: ICluster): PolicyStatement {
  const onThisCluster = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } };
  return new PolicyStatement({ actions: ['ecs:DescribeTasks'], resources: ['*'], conditions: onThisCluster });
}

function familyOf(task: TaskDefinition): string {
  return Stack.of(task).formatArn({ service: 'ecs', resource: 'task-definition', resourceName: task.family });
}
