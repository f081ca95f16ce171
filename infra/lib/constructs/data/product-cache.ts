import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { SubnetType, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { CfnParameterGroup, CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ports } from '../../ports';
import { nameIn, type Stage } from '../../stages';

/** Properties of `ProductCache`. */
export interface ProductCacheProps {
  readonly stage: Stage;
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
  readonly key: IKey;
}

/** Redis `cpm-redis`: rendered pages and rate limits. Nothing in it is the only copy, so it is not backed up. */
export class ProductCache extends Construct {
  readonly replicationGroup: CfnReplicationGroup;
  /** The host name of the primary; after a failover it names the new one. */
  readonly endpoint: string;
  readonly port = ports.redis;
  /** The AUTH token: letters and digits, usable in a URL without escaping. */
  readonly authSecret: ISecret;

  constructor(scope: Construct, id: string, props: ProductCacheProps) {
    super(scope, id);

    this.authSecret = this.secret(props);
    this.replicationGroup = this.nodes(props, this.authSecret);
    this.endpoint = this.replicationGroup.attrPrimaryEndPointAddress;
  }

  private secret({ stage, key }: ProductCacheProps): Secret {
    const secret = new Secret(this, 'AuthToken', {
      secretName: nameIn(stage, 'cpm/redis-auth'),
      description: 'AUTH token of Redis',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Redis takes a new token only together with a deployment that gives it to the API; infra/README.md says how.',
    });
    return secret;
  }

  private nodes({ stage, securityGroup, key, ...props }: ProductCacheProps, authToken: ISecret): CfnReplicationGroup {
    const { multiAz, cacheNode } = stage.data;
    const group = new CfnReplicationGroup(this, 'ReplicationGroup', {
      replicationGroupId: nameIn(stage, 'cpm-redis'),
      replicationGroupDescription: 'Rendered pages and rate limits',
      engine: 'redis',
      engineVersion: '7.1',
      cacheNodeType: cacheNode,
      numCacheClusters: multiAz ? 2 : 1,
      multiAzEnabled: multiAz,
      automaticFailoverEnabled: multiAz,
      cacheSubnetGroupName: this.subnets({ stage, ...props }).ref,
      cacheParameterGroupName: this.parameters().ref,
      securityGroupIds: [securityGroup.securityGroupId],
      port: ports.redis,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      authToken: authToken.secretValue.unsafeUnwrap(),
      atRestEncryptionEnabled: true,
      kmsKeyId: key.keyId,
      snapshotRetentionLimit: 0,
      preferredMaintenanceWindow: 'sat:22:00-sat:23:00',
    });
    group.applyRemovalPolicy(RemovalPolicy.DESTROY);
    acknowledge(group, stage);
    return group;
  }

  private subnets({ stage, vpc }: Pick<ProductCacheProps, 'stage' | 'vpc'>): CfnSubnetGroup {
    return new CfnSubnetGroup(this, 'Subnets', {
      cacheSubnetGroupName: nameIn(stage, 'cpm-redis'),
      description: 'Isolated subnets',
      subnetIds: vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_ISOLATED }).subnetIds,
    });
  }

  /** A full cache evicts the least recently used entries, as Redis in docker-compose.yml does. */
  private parameters(): CfnParameterGroup {
    return new CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: 'redis7',
      description: 'Forgets what was used least lately',
      properties: { 'maxmemory-policy': 'allkeys-lru' },
    });
  }
}

function acknowledge(group: CfnReplicationGroup, stage: Stage): void {
  const accept = (id: string, reason: string) =>
    Validations.of(group).acknowledge({ id: `AwsSolutions-${id}`, reason });
  accept('AEC5', 'Another port hides nothing from who is inside the VPC; the security group admits the API alone.');
  if (!stage.data.multiAz) accept('AEC4', 'Nobody depends on this stage: it may be away while a zone is.');
}
