import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { nameIn, type Stage, removalIn } from '../../stages';

/** Properties of `DataKey`. */
export interface DataKeyProps {
  readonly stage: Stage;
}

/** The key, rotated every year, of the database, its backups, its log, the cache and their secrets. Without it they cannot be read. */
export class DataKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, { stage }: DataKeyProps) {
    super(scope, id);

    this.key = new Key(this, 'Key', {
      alias: nameIn(stage, 'alias/cpm-data'),
      description: 'Encrypts what customers entrusted to us',
      enableKeyRotation: true,
      removalPolicy: removalIn(stage),
    });

    this.key.grantEncryptDecrypt(logsOf(Stack.of(this)));
  }
}

/** CloudWatch Logs, limited to this account's RDS log groups. */
function logsOf({ region, account }: Stack) {
  return new ServicePrincipal(`logs.${region}.amazonaws.com`, {
    conditions: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:/aws/rds/*` },
    },
  });
}
