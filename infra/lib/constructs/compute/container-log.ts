import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** What the log needs. */
export interface ContainerLogProps {
  readonly stage: Stage;
}

/** What the containers say, encrypted with a key of its own and kept for as long as the stage wants. */
export class ContainerLog extends Construct {
  readonly api: LogGroup;
  readonly migrations: LogGroup;

  constructor(scope: Construct, id: string, { stage }: ContainerLogProps) {
    super(scope, id);
    const encryptionKey = new Key(this, 'Key', {
      alias: nameIn(stage, 'alias/cpm-logs'),
      description: 'Encrypts what the containers log',
      enableKeyRotation: true,
      removalPolicy: stage.protected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const group = (name: string, logGroupName: string) =>
      new LogGroup(this, name, {
        logGroupName,
        encryptionKey,
        retention: stage.compute.logDays,
        removalPolicy: RemovalPolicy.DESTROY,
      });
    encryptionKey.grantEncryptDecrypt(logsOf(Stack.of(this)));

    this.api = group('Api', nameIn(stage, '/ecs/cpm-backend'));
    this.migrations = group('Migrations', nameIn(stage, '/ecs/cpm-migrations'));
  }
}

/** CloudWatch Logs, speaking for the log groups of this account's containers and for nothing else. */
function logsOf({ region, account }: Stack) {
  return new ServicePrincipal(`logs.${region}.amazonaws.com`, {
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:/ecs/cpm-*` },
    },
  });
}
