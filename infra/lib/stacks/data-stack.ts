import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { DatabaseInstance } from 'aws-cdk-lib/aws-rds';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { Backups } from '../constructs/data/backups';
import { DataSecurityGroups } from '../constructs/data/data-security-groups';
import { DataKey } from '../constructs/data/data-key';
import { ProductCache } from '../constructs/data/product-cache';
import { ProductDatabase } from '../constructs/data/product-database';
import { Uploads } from '../constructs/data/uploads';
import type { Stage } from '../stages';

/** Properties of `DataStack`. */
export interface DataStackProps extends StackProps {
  readonly stage: Stage;
  readonly vpc: IVpc;
  readonly apiSecurityGroup: ISecurityGroup;
}

/** The data that must be preserved: database, files, their backups; and the cache. */
export class DataStack extends Stack {
  readonly database: DatabaseInstance;
  readonly databaseSecurityGroup: SecurityGroup;
  readonly cache: ProductCache;
  readonly uploads: Bucket;

  constructor(scope: Construct, id: string, { stage, vpc, apiSecurityGroup, ...props }: DataStackProps) {
    super(scope, id, props);

    const { key } = new DataKey(this, 'DataKey', { stage });
    const groups = new DataSecurityGroups(this, 'Doors', { stage, vpc, api: apiSecurityGroup });
    const place = { stage, vpc, key };
    const database = new ProductDatabase(this, 'Database', { ...place, securityGroup: groups.database });
    new Backups(this, 'Backups', { stage, key, database, securityGroup: groups.database });

    this.database = database.instance;
    this.databaseSecurityGroup = groups.database;
    this.cache = new ProductCache(this, 'Cache', { ...place, securityGroup: groups.cache });
    this.uploads = new Uploads(this, 'Uploads', { stage }).bucket;
  }
}
