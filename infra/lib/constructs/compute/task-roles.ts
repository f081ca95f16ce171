import { Stack, Validations } from 'aws-cdk-lib';
import { Secret as TaskSecret } from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { databaseUsers } from '../../postgres';
import { nameIn, senderOf, taskExecutionRoleName, type Stage, uploadsBucketName } from '../../stages';
import type { DatabaseIdentity } from '../data/database-identity';
import { configurationSetName } from '../mail/sending-domain';

/** Properties of `TaskRoles`. */
export interface TaskRolesProps {
  readonly stage: Stage;
  readonly database: DatabaseIdentity;
}

/** The IAM roles of the containers: one fetches image and secrets, one is the API's, one migrates. */
export class TaskRoles extends Construct {
  /** Fargate's role: used before a container runs, and never available to the container. */
  readonly execution: Role;
  readonly api: Role;
  readonly migrations: Role;

  constructor(scope: Construct, id: string, { stage, database }: TaskRolesProps) {
    super(scope, id);
    const bucket = uploadsBucketName(stage, Stack.of(this).account);
    const role = (name: string, roleName: string, description: string) =>
      new Role(this, name, { roleName, description, assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });

    this.execution = role('Execution', taskExecutionRoleName(stage), 'Fetches the image and the secrets of a task');
    this.api = role('Api', nameIn(stage, 'cpm-api-task'), 'The API: its files, and the database as canar_app');
    this.migrations = role('Migrations', nameIn(stage, 'cpm-migration-task'), 'The database as canar_owner');

    this.letSignIn(this.api, database, databaseUsers.app);
    this.letSignIn(this.migrations, database, databaseUsers.owner);
    letKeepFiles(this.api, bucket);
    if (stage.domain && stage.compute.mail === 'ses') this.letSendMail(stage, stage.domain.name);
    this.acknowledge(bucket);
  }

  /**
   * A secret of another stack, passed to a task when it starts. The role allows reading and decrypting: a grant would
   * write the role into the key's policy in the other stack, and make the stacks depend on each other.
   */
  secretOf(id: string, { secretArn, encryptionKey }: Pick<ISecret, 'secretArn' | 'encryptionKey'>): TaskSecret {
    if (encryptionKey) {
      const viaService = `secretsmanager.${Stack.of(this).region}.amazonaws.com`;
      this.execution.addToPolicy(
        new PolicyStatement({
          actions: ['kms:Decrypt'],
          resources: [encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': viaService } },
        }),
      );
    }
    return TaskSecret.fromSecretsManager(Secret.fromSecretCompleteArn(this, id, secretArn));
  }

  private letSignIn(role: Role, { resourceId }: DatabaseIdentity, user: string): void {
    const { region, account } = Stack.of(this);
    const resource = `arn:aws:rds-db:${region}:${account}:dbuser:${resourceId}/${user}`;
    role.addToPolicy(new PolicyStatement({ actions: ['rds-db:connect'], resources: [resource] }));
  }

  /** Mail of the stage's domain, from the one sender, with the set whose events come back. */
  private letSendMail(stage: Stage, domain: string): void {
    const { region, account } = Stack.of(this);
    const ses = (resource: string) => `arn:aws:ses:${region}:${account}:${resource}`;
    this.api.addToPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [ses(`identity/${domain}`), ses(`configuration-set/${configurationSetName(stage)}`)],
        conditions: { StringEquals: { 'ses:FromAddress': senderOf(domain) } },
      }),
    );
  }

  private acknowledge(bucket: string): void {
    Validations.of(this.execution).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'ecr:GetAuthorizationToken knows no resource; pulling is allowed from the one repository.',
    });
    Validations.of(this.api).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${filesIn(bucket)}]`,
      reason: 'The API keeps every file of the one bucket.',
    });
  }
}

/** The API reads, writes, deletes and lists files: without listing, S3 answers 403 for a missing file. */
function letKeepFiles(api: Role, bucket: string): void {
  const allow = (actions: string[], resource: string) =>
    api.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], filesIn(bucket));
  allow(['s3:ListBucket'], `arn:aws:s3:::${bucket}`);
}

function filesIn(bucket: string): string {
  return `arn:aws:s3:::${bucket}/*`;
}
