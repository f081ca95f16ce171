import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, LogStream } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameIn, type Stage, removalIn } from '../../stages';

/** Properties of `ContainerLog`. */
export interface ContainerLogProps {
  readonly stage: Stage;
}

/** The log of the containers, encrypted with its own key, with the stage's retention. */
export class ContainerLog extends Construct {
  readonly api: LogGroup;
  readonly migrations: LogGroup;

  constructor(scope: Construct, id: string, { stage }: ContainerLogProps) {
    super(scope, id);
    const encryptionKey = new Key(this, 'Key', {
      alias: nameIn(stage, 'alias/cpm-logs'),
      description: 'Encrypts what the containers log',
      enableKeyRotation: true,
      removalPolicy: removalIn(stage),
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
    // The handbook's commands read this stream; deploy.sh writes into it where the tasks write.
    new LogStream(this, 'Latest', {
      logGroup: this.api,
      logStreamName: 'latest',
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.migrations = group('Migrations', nameIn(stage, '/ecs/cpm-migrations'));
  }
}

/** CloudWatch Logs, limited to the log groups of this account's containers. */
function logsOf({ region, account }: Stack) {
  return new ServicePrincipal(`logs.${region}.amazonaws.com`, {
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:/ecs/cpm-*` },
    },
  });
}
