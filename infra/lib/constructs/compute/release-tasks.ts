import { Duration } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import { ContainerImage, type FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ports } from '../../ports';
import { nameIn } from '../../stages';
import { type ApiEnvironmentProps, apiVariables, schemaVariables } from './api-environment';
import { ApiSecrets } from './api-secrets';
import { ApiTask } from './api-task';
import { ContainerLog } from './container-log';
import { TaskRoles } from './task-roles';

/** Properties of `ReleaseTasks`. */
export interface ReleaseTasksProps extends Omit<ApiEnvironmentProps, 'secrets' | 'roles'> {
  readonly repository: IRepository;
  readonly imageTag: string;
}

/** A task that runs once: the container whose exit code counts, and its log. */
export interface EndingTask {
  readonly definition: FargateTaskDefinition;
  readonly container: string;
  readonly logGroup: ILogGroup;
  readonly logStreamPrefix: string;
}

/** The tasks of one image: the API, and the task that prepares the database for it. */
export class ReleaseTasks extends Construct {
  readonly api: FargateTaskDefinition;
  readonly migration: EndingTask;
  readonly log: ContainerLog;

  constructor(scope: Construct, id: string, { repository, imageTag, ...ground }: ReleaseTasksProps) {
    super(scope, id);
    const { stage } = ground;
    const secrets = new ApiSecrets(this, 'Secrets', { stage });
    const roles = new TaskRoles(this, 'Roles', ground);
    const image = ContainerImage.fromEcrRepository(repository, imageTag);
    const common = { image, executionRole: roles.execution };
    this.log = new ContainerLog(this, 'Log', { stage });

    this.api = new ApiTask(this, 'Api', {
      ...common,
      family: nameIn(stage, 'cpm-backend'),
      containerName: 'api',
      port: ports.api,
      size: stage.compute,
      taskRole: roles.api,
      variables: apiVariables({ ...ground, secrets, roles }),
      logGroup: this.log.api,
      logStreamPrefix: 'api',
      patience: Duration.seconds(60),
    }).definition;
    this.migration = this.migrating(common, ground, roles);
  }

  private migrating(
    common: { image: ContainerImage; executionRole: TaskRoles['execution'] },
    ground: Omit<ApiEnvironmentProps, 'secrets' | 'roles'>,
    roles: TaskRoles,
  ): EndingTask {
    const [container, logStreamPrefix, logGroup] = ['migrations', 'release', this.log.migrations];
    const { definition } = new ApiTask(this, 'Migration', {
      ...common,
      family: nameIn(ground.stage, 'cpm-migrations'),
      containerName: container,
      command: ['sh', '-ec', 'node prepare-database.mjs && node migrate.mjs'],
      size: { cpu: 256, memory: 512 },
      taskRole: roles.migrations,
      variables: schemaVariables({ ...ground, roles }),
      logGroup,
      logStreamPrefix,
      patience: Duration.seconds(120),
    });
    return { definition, container, logGroup, logStreamPrefix };
  }
}
