import type { DatabaseInstance } from 'aws-cdk-lib/aws-rds';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { RestoredDatabase } from '../../release';

/** The address of the database, and how tasks authenticate to it. */
export interface DatabaseIdentity {
  readonly host: string;
  /** The resource id that IAM policies use; a restored database has another. */
  readonly resourceId: string;
  readonly masterSecret: Pick<ISecret, 'secretArn' | 'encryptionKey'>;
}

/**
 * The identity of the database that the data stack created. A restored database that has taken over its name has the
 * same address, but its own resource id and administrator's secret.
 * @throws {Error} when RDS stores no secret of its administrator
 */
export function identityOf(made: DatabaseInstance, restored: RestoredDatabase | undefined): DatabaseIdentity {
  const { dbInstanceEndpointAddress: host, instanceResourceId, secret } = made;
  if (restored) return { host, resourceId: restored.resourceId, masterSecret: { secretArn: restored.masterSecretArn } };
  if (!secret || !instanceResourceId) throw new Error('RDS keeps no secret for the administrator of the database.');
  return { host, resourceId: instanceResourceId, masterSecret: secret };
}
