import { DescribeTasksCommand, RunTaskCommand, type Task } from '@aws-sdk/client-ecs';
import { type Ecs, migrationEnded, startMigration } from './migration-run';

const TASK = 'arn:aws:ecs:us-east-1:123456789012:task/cpm-cluster/0123456789abcdef';

const event = {
  RequestType: 'Update',
  RequestId: 'a1b2',
  PhysicalResourceId: 'schema-migration',
  ResourceProperties: {
    ServiceToken: 'arn:of:the:provider',
    cluster: 'cpm-cluster',
    taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/cpm-migrations:7',
    container: 'migrations',
    subnets: ['subnet-1', 'subnet-2'],
    securityGroup: 'sg-1',
    logGroup: '/ecs/cpm-migrations',
    logStreamPrefix: 'release',
  },
};

/** An ECS client that returns the given responses and records its requests. */
function ecsAnswering(answer: object) {
  const asked: unknown[] = [];
  const send = (command: { input: unknown }) => {
    asked.push(command);
    return Promise.resolve(answer);
  };
  return { ecs: { send } as Ecs, asked };
}

const stopped = (task: Partial<Task>) => ecsAnswering({ tasks: [{ lastStatus: 'STOPPED', ...task }] }).ecs;
const ended = { ...event, Data: { task: TASK } };

describe('startMigration', () => {
  it('runs the revision of this release, without a public address', async () => {
    const { ecs, asked } = ecsAnswering({ tasks: [{ taskArn: TASK }] });
    await expect(startMigration(event, ecs)).resolves.toEqual({
      PhysicalResourceId: 'schema-migration',
      Data: { task: TASK },
    });
    expect(asked).toEqual([expect.any(RunTaskCommand)]);
    expect((asked[0] as RunTaskCommand).input).toMatchObject({
      taskDefinition: event.ResourceProperties.taskDefinition,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'], assignPublicIp: 'DISABLED' } },
    });
  });

  it('starts one task when CloudFormation asks twice, and another for another request', async () => {
    const { ecs, asked } = ecsAnswering({ tasks: [{ taskArn: TASK }] });
    for (const RequestId of ['a1b2', 'a1b2', 'c3d4']) await startMigration({ ...event, RequestId }, ecs);
    const tokens = (asked as RunTaskCommand[]).map(({ input }) => input.clientToken);
    expect(tokens[1]).toBe(tokens[0]);
    expect(tokens[2]).not.toBe(tokens[0]);
  });

  it('reports why ECS starts no task', async () => {
    const { ecs } = ecsAnswering({ tasks: [], failures: [{ reason: 'Capacity is unavailable' }] });
    await expect(startMigration(event, ecs)).rejects.toThrow('did not start: Capacity is unavailable');
  });

  it('leaves the database alone when the stack is deleted', async () => {
    const { ecs, asked } = ecsAnswering({});
    const answer = await startMigration({ ...event, RequestType: 'Delete' }, ecs);
    expect(asked).toEqual([]);
    await expect(migrationEnded({ ...event, RequestType: 'Delete', ...answer }, ecs)).resolves.toEqual({
      IsComplete: true,
    });
  });
});

describe('migrationEnded', () => {
  it('waits while the migration task runs', async () => {
    const { ecs, asked } = ecsAnswering({ tasks: [{ lastStatus: 'RUNNING' }] });
    await expect(migrationEnded(ended, ecs)).resolves.toEqual({ IsComplete: false });
    expect((asked as DescribeTasksCommand[])[0]?.input).toEqual({ cluster: 'cpm-cluster', tasks: [TASK] });
  });

  it('continues once the task has succeeded', async () => {
    const ecs = stopped({ containers: [{ name: 'migrations', exitCode: 0 }] });
    await expect(migrationEnded(ended, ecs)).resolves.toEqual({ IsComplete: true });
  });

  it('fails the deployment when the migration fails, with the address of its log', async () => {
    const ecs = stopped({ containers: [{ name: 'migrations', exitCode: 1 }] });
    await expect(migrationEnded(ended, ecs)).rejects.toThrow(
      'exit code 1. Its log: https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1' +
        '#logsV2:log-groups/log-group/$252Fecs$252Fcpm-migrations/log-events/release$252Fmigrations$252F0123456789abcdef',
    );
  });

  it('fails the deployment when the image cannot be fetched', async () => {
    const ecs = stopped({ containers: [{ name: 'migrations' }], stoppedReason: 'CannotPullContainerError' });
    await expect(migrationEnded(ended, ecs)).rejects.toThrow('CannotPullContainerError');
  });
});
