import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** What the data key needs. */
export interface DataKeyProps {
  readonly stage: Stage;
}

/** One key, turned every year, over the database, its backups, its log, the cache and their secrets. Without it they cannot be read. */
export class DataKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { stage }: DataKeyProps) {
    super(scope, id);

    this.key = new Key(this, 'Key', {
      alias: nameIn(stage, 'alias/cpm-data'),
      description: 'Encrypts what customers entrusted to us',
      enableKeyRotation: true,
      removalPolicy: stage.protected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });

    this.key.grantEncryptDecrypt(logsOf(Stack.of(this)));
  }
}

/** CloudWatch Logs, speaking for this account's RDS log groups and for nothing else. */
function logsOf({ region, account }: Stack) {
  return new ServicePrincipal(`logs.${region}.amazonaws.com`, {
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:/aws/rds/*` },
    },
  });
}
