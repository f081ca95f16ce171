import type { DatabaseInstance } from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { RestoredDatabase } from '../../release';

/** How tasks find the database, and prove to it who they are. */
export interface DatabaseIdentity {
  readonly host: string;
  /** What IAM calls the database by: a restored one has another. */
  readonly resourceId: string;
  readonly masterSecret: Pick<ISecret, 'secretArn' | 'encryptionKey'>;
}

/**
 * The identity of the database that the data stack made; a restored one that has taken its name has its address too,
 * but a number and an administrator's secret of its own.
 * @throws {Error} when RDS keeps no secret for its administrator
 */
export function identityOf(made: DatabaseInstance, restored: RestoredDatabase | undefined): DatabaseIdentity {
  const { dbInstanceEndpointAddress: host, instanceResourceId, secret } = made;
  if (restored) return { host, resourceId: restored.resourceId, masterSecret: { secretArn: restored.masterSecretArn } };
  if (!secret || !instanceResourceId) throw new Error('RDS keeps no secret for the administrator of the database.');
  return { host, resourceId: instanceResourceId, masterSecret: secret };
}
