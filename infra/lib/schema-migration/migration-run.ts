import { createHash } from 'node:crypto';
import { DescribeTasksCommand, type ECSClient, RunTaskCommand, type Task } from '@aws-sdk/client-ecs';
import { z } from 'zod';

const properties = z.object({
  cluster: z.string(),
  /** The revision to run; a new revision is a new migration. */
  taskDefinition: z.string(),
  container: z.string(),
  subnets: z.array(z.string()),
  securityGroup: z.string(),
  logGroup: z.string(),
  logStreamPrefix: z.string(),
});

const request = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  RequestId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: properties,
});

const question = request.extend({ Data: z.object({ task: z.string() }).optional() });

/** The ECS client. */
export type Ecs = Pick<ECSClient, 'send'>;

/** The properties of the migration in the template: which task to run, where, and its log. */
export type MigrationProperties = z.input<typeof properties>;

/**
 * Starts the migration that CloudFormation requests; nothing has to be undone when the stack is deleted.
 * CloudFormation may repeat a request: ECS starts one task for it.
 * @throws {Error} with ECS's reason when the task cannot be started
 */
export async function startMigration(event: unknown, ecs: Ecs): Promise<{ PhysicalResourceId: string; Data?: object }> {
  const { RequestType, RequestId, PhysicalResourceId, ResourceProperties: run } = request.parse(event);
  const id = { PhysicalResourceId: PhysicalResourceId ?? 'schema-migration' };
  if (RequestType === 'Delete') return id;
  const { tasks = [], failures = [] } = await ecs.send(
    new RunTaskCommand({
      cluster: run.cluster,
      taskDefinition: run.taskDefinition,
      launchType: 'FARGATE',
      startedBy: 'cloudformation',
      clientToken: createHash('sha256').update(RequestId).digest('hex'),
      networkConfiguration: {
        awsvpcConfiguration: { subnets: run.subnets, securityGroups: [run.securityGroup], assignPublicIp: 'DISABLED' },
      },
    }),
  );
  const task = tasks[0]?.taskArn;
  if (!task) throw new Error(`The migration did not start: ${failures[0]?.reason ?? 'ECS gave no reason'}.`);
  return { ...id, Data: { task } };
}

/**
 * Whether the migration has succeeded.
 * @throws {Error} with the address of its log when it has failed
 */
export async function migrationEnded(event: unknown, ecs: Ecs): Promise<{ IsComplete: boolean }> {
  const { Data, ResourceProperties: run } = question.parse(event);
  if (!Data) return { IsComplete: true };
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: run.cluster, tasks: [Data.task] }));
  const [task] = tasks;
  if (!task || task.lastStatus !== 'STOPPED') return { IsComplete: false };
  const container = task.containers?.find(({ name }) => name === run.container);
  if (container?.exitCode === 0) return { IsComplete: true };
  throw new Error(
    `The migration failed, and the service was left as it was: ${reasonOf(task, run.container)}. ${logOf(Data.task, run)}`,
  );
}

function reasonOf(task: Task, container: string): string {
  const { exitCode, reason } = task.containers?.find(({ name }) => name === container) ?? {};
  if (exitCode !== undefined) return `it ended with exit code ${exitCode}`;
  return reason ?? task.stoppedReason ?? 'ECS gave no reason';
}

/** The address of the console is escaped twice, with `$` for `%`. */
function logOf(task: string, { logGroup, logStreamPrefix, container }: z.output<typeof properties>): string {
  const region = task.split(':')[3] ?? '';
  const stream = `${logStreamPrefix}/${container}/${task.split('/').at(-1) ?? ''}`;
  const escaped = (name: string) => encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
  const console = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
  return `Its log: ${console}#logsV2:log-groups/log-group/${escaped(logGroup)}/log-events/${escaped(stream)}`;
}
