import { Duration, Validations } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  CfnRestoreTestingPlan,
  CfnRestoreTestingSelection,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { ProductDatabase } from './product-database';
import { nameIn, type Stage, removalIn } from '../../stages';

/** AWS's managed policies for AWS Backup, which list every call of a backup and a restore. */
const POLICIES = ['AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForRestores'];
const DAYS_KEPT = 35;

/** Properties of `Backups`. */
export interface BackupsProps {
  readonly stage: Stage;
  readonly database: ProductDatabase;
  readonly securityGroup: ISecurityGroup;
  readonly key: IKey;
}

/**
 * A daily copy of the database in a separate vault, which people who can delete the database cannot reach. Once a month
 * one copy is restored and deleted again, to test that restoring works.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, props: BackupsProps) {
    super(scope, id);

    const vault = this.vault(props);
    const role = this.role();
    this.plan(props, vault, role);
    this.restoreTests(props, vault, role);
  }

  private vault({ stage, key }: BackupsProps): BackupVault {
    return new BackupVault(this, 'Vault', {
      backupVaultName: nameIn(stage, 'cpm-backups'),
      encryptionKey: key,
      lockConfiguration: stage.protected
        ? { minRetention: Duration.days(7), maxRetention: Duration.days(366) }
        : undefined,
      removalPolicy: removalIn(stage),
    });
  }

  private role(): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: POLICIES.map((name) => ManagedPolicy.fromAwsManagedPolicyName(`service-role/${name}`)),
    });
    for (const name of POLICIES) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${name}]`,
        reason: 'AWS extends this policy when AWS Backup learns new calls; only AWS Backup can assume the role.',
      });
    }
    return role;
  }

  private plan({ stage, database }: BackupsProps, backupVault: BackupVault, role: Role): void {
    const plan = new BackupPlan(this, 'Plan', { backupPlanName: nameIn(stage, 'cpm-daily'), backupVault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'daily',
        scheduleExpression: Schedule.cron({ hour: '22', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(4),
        deleteAfter: Duration.days(DAYS_KEPT),
      }),
    );
    plan.addSelection('Database', { role, resources: [BackupResource.fromRdsDatabaseInstance(database.instance)] });
  }

  private restoreTests(props: BackupsProps, vault: BackupVault, role: Role): void {
    const name = nameIn(props.stage, 'cpm_monthly_restore').replaceAll('-', '_');
    const plan = new CfnRestoreTestingPlan(this, 'RestoreTests', {
      restoreTestingPlanName: name,
      scheduleExpression: 'cron(0 2 1 * ? *)',
      startWindowHours: 2,
      recoveryPointSelection: {
        algorithm: 'LATEST_WITHIN_WINDOW',
        includeVaults: [vault.backupVaultArn],
        recoveryPointTypes: ['SNAPSHOT'],
        selectionWindowDays: 7,
      },
    });
    new CfnRestoreTestingSelection(this, 'RestoredDatabase', {
      restoreTestingPlanName: plan.ref,
      restoreTestingSelectionName: 'database',
      protectedResourceType: 'RDS',
      protectedResourceArns: [props.database.instance.instanceArn],
      iamRoleArn: role.roleArn,
      validationWindowHours: 1,
      restoreMetadataOverrides: {
        dbSubnetGroupName: props.database.subnetGroup.subnetGroupName,
        vpcSecurityGroupIds: `["${props.securityGroup.securityGroupId}"]`,
        multiAz: 'false',
      },
    });
  }
}
