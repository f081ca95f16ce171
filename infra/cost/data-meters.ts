import { isPriced, type PriceName } from './prices';
import { type Meter, MONTH, numberOf, type Resource } from './resources';

/** Meters of storage: database, cache, buckets, images, backups, keys and secrets. */
export const dataMeters: Record<string, Meter> = {
  'AWS::RDS::DBInstance': (database) => {
    const { MultiAZ, AllocatedStorage, ManageMasterUserPassword } = database.properties;
    const copies = MultiAZ === true ? 2 : 1;
    return [
      { service: 'RDS PostgreSQL', price: sizeOf(database, 'DBInstanceClass'), quantity: MONTH * copies },
      { service: 'RDS PostgreSQL', price: 'databaseStorage', quantity: numberOf(AllocatedStorage, 0) * copies },
      { service: 'Keys and secrets', price: 'secret', quantity: ManageMasterUserPassword === true ? 1 : 0 },
    ];
  },

  'AWS::ElastiCache::ReplicationGroup': (cache) => [
    {
      service: 'ElastiCache Redis',
      price: sizeOf(cache, 'CacheNodeType'),
      quantity: MONTH * numberOf(cache.properties['NumCacheClusters'], 1),
    },
  ],

  'AWS::S3::Bucket': ({ id }, { traffic }) => {
    const forUploads = id.startsWith('Uploads');
    return [
      { service: 'S3', price: 'objects', quantity: forUploads ? traffic.uploadsGb : traffic.otherBucketGb },
      { service: 'S3', price: 'objectWrites', quantity: traffic.millionObjectWrites },
      { service: 'S3', price: 'objectReads', quantity: traffic.millionObjectReads },
    ];
  },

  'AWS::ECR::Repository': (_repository, { traffic }) => [
    { service: 'ECR', price: 'images', quantity: traffic.imagesGb },
  ],

  'AWS::Backup::BackupVault': (_vault, { traffic }) => [
    { service: 'AWS Backup', price: 'backups', quantity: traffic.backupsGb },
  ],

  'AWS::Backup::RestoreTestingSelection': (_selection, { resources, traffic }) => [
    { service: 'AWS Backup', price: 'restoreTest', quantity: 1 },
    ...resources
      .filter(({ type }) => type === 'AWS::RDS::DBInstance')
      .map((database) => ({
        service: 'AWS Backup' as const,
        price: sizeOf(database, 'DBInstanceClass'),
        quantity: traffic.restoreHours,
      })),
  ],

  'AWS::KMS::Key': () => [{ service: 'Keys and secrets', price: 'key', quantity: 1 }],
  'AWS::SecretsManager::Secret': () => [{ service: 'Keys and secrets', price: 'secret', quantity: 1 }],
};

/** The name of the price of a machine size. */
function sizeOf({ id, properties }: Resource, property: string): PriceName {
  const size = String(properties[property]);
  if (!isPriced(size)) throw new Error(`${id}: infra/cost/prices.ts has no price of ${size}`);
  return size;
}
