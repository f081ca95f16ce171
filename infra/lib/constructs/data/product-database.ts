import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { InstanceType, SubnetType, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Credentials,
  DatabaseInsightsMode,
  DatabaseInstance,
  DatabaseInstanceEngine,
  ParameterGroup,
  PerformanceInsightRetention,
  StorageType,
  SubnetGroup,
} from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { ports } from '../../ports';
import { DATABASE_NAME, databaseUsers, POSTGRES } from '../../postgres';
import { nameIn, type Stage, removalIn } from '../../stages';

/** Slower statements are logged, in milliseconds: the required limit for a query is 50. */
const SLOW = 250;

/** Properties of `ProductDatabase`. */
export interface ProductDatabaseProps {
  readonly stage: Stage;
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly key: IKey;
}

/** PostgreSQL `cpm-db`: all data of customers. */
export class ProductDatabase extends Construct {
  readonly instance: DatabaseInstance;
  /** The isolated subnets, under the name that a restore uses. */
  readonly subnetGroup: SubnetGroup;

  constructor(scope: Construct, id: string, { stage, vpc, securityGroup, key }: ProductDatabaseProps) {
    super(scope, id);
    const engine = DatabaseInstanceEngine.postgres({ version: POSTGRES });

    this.subnetGroup = this.subnets(stage, vpc);
    this.instance = new DatabaseInstance(this, 'Instance', {
      engine,
      instanceIdentifier: nameIn(stage, 'cpm-db'),
      databaseName: DATABASE_NAME,
      port: ports.postgres,
      instanceType: new InstanceType(stage.data.databaseInstance),
      parameterGroup: this.parameters(stage, engine),
      vpc,
      subnetGroup: this.subnetGroup,
      securityGroups: [securityGroup],
      publiclyAccessible: false,
      ...storageOf(stage, key),
      ...safetyOf(stage),
      ...performanceInsights(key),
      credentials: Credentials.fromUsername(databaseUsers.admin, { encryptionKey: key }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
    });
    this.instance.node.addDependency(this.log(stage, key));
    acknowledge(this.instance, stage);
  }

  private subnets(stage: Stage, vpc: IVpc): SubnetGroup {
    return new SubnetGroup(this, 'Subnets', {
      subnetGroupName: nameIn(stage, 'cpm-db'),
      description: 'Isolated subnets',
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      removalPolicy: removalIn(stage),
    });
  }

  private parameters(stage: Stage, engine: ReturnType<typeof DatabaseInstanceEngine.postgres>): ParameterGroup {
    return new ParameterGroup(this, 'Parameters', {
      engine,
      description: 'TLS only, slow statements logged without the values in them',
      parameters: {
        'rds.force_ssl': '1',
        max_connections: String(stage.data.maxConnections),
        log_min_duration_statement: String(SLOW),
        log_parameter_max_length: '0',
        log_lock_waits: '1',
        idle_in_transaction_session_timeout: '60000',
      },
    });
  }

  /** Created before the database, which would create it without encryption and without an expiry. */
  private log(stage: Stage, encryptionKey: IKey): LogGroup {
    return new LogGroup(this, 'Log', {
      logGroupName: `/aws/rds/instance/${nameIn(stage, 'cpm-db')}/postgresql`,
      retention: RetentionDays.ONE_MONTH,
      encryptionKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

function storageOf({ data }: Stage, storageEncryptionKey: IKey) {
  return {
    storageType: StorageType.GP3,
    allocatedStorage: data.storage.initial,
    maxAllocatedStorage: data.storage.max,
    storageEncrypted: true,
    storageEncryptionKey,
  };
}

/** Hours are UTC: the night in India, where the customers are. */
function safetyOf(stage: Stage) {
  return {
    multiAz: stage.data.multiAz,
    backupRetention: Duration.days(stage.data.backupDays),
    preferredBackupWindow: '20:00-20:30',
    preferredMaintenanceWindow: 'Sat:21:00-Sat:22:00',
    autoMinorVersionUpgrade: true,
    allowMajorVersionUpgrade: false,
    copyTagsToSnapshot: true,
    deletionProtection: stage.deletionProtection,
    deleteAutomatedBackups: !stage.protected,
    removalPolicy: removalIn(stage),
  };
}

function performanceInsights(performanceInsightEncryptionKey: IKey) {
  return {
    enablePerformanceInsights: true,
    performanceInsightRetention: PerformanceInsightRetention.DEFAULT,
    performanceInsightEncryptionKey,
    databaseInsightsMode: DatabaseInsightsMode.STANDARD,
    cloudwatchLogsExports: ['postgresql'],
  };
}

function acknowledge(database: DatabaseInstance, stage: Stage): void {
  const accept = (id: string, reason: string) =>
    Validations.of(database).acknowledge({ id: `AwsSolutions-${id}`, reason });
  accept('RDS11', 'Another port hides nothing from who is inside the VPC; the security group admits the API alone.');
  if (!stage.deletionProtection)
    accept('RDS10', 'Nobody depends on this stage, or not yet: its first deployment may fail.');
  if (stage.protected) return;
  accept('RDS3', 'Nobody depends on this stage: it may be away while a zone is.');
}
