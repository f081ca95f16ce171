import { Stack, type StackProps } from 'aws-cdk-lib';
import type { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { ProductNetwork } from '../constructs/network/product-network';
import { RejectedTraffic } from '../constructs/network/rejected-traffic';
import { SubnetAcls } from '../constructs/network/subnet-acls';
import { EdgeToApiSecurityGroups } from '../constructs/network/edge-to-api-security-groups';
import type { Stage } from '../stages';

/** Properties of `NetworkingStack`. */
export interface NetworkingStackProps extends StackProps {
  readonly stage: Stage;
  /** The names of its availability zones. */
  readonly zones: readonly string[];
}

/**
 * The network of all other stacks: subnets, network ACLs, and security groups for the only path of a request. Contains no data.
 */
export class NetworkingStack extends Stack {
  readonly vpc: Vpc;
  readonly loadBalancerSecurityGroup: SecurityGroup;
  readonly apiSecurityGroup: SecurityGroup;
  private readonly zones: readonly string[];

  constructor(scope: Construct, id: string, { stage, zones, ...props }: NetworkingStackProps) {
    super(scope, id, props);
    this.zones = zones;

    const { vpc } = new ProductNetwork(this, 'Network', { stage });
    const path = new EdgeToApiSecurityGroups(this, 'TrafficPath', { stage, vpc });
    new SubnetAcls(this, 'Walls', { stage, vpc });
    new RejectedTraffic(this, 'RejectedTraffic', { stage, vpc });

    this.vpc = vpc;
    this.loadBalancerSecurityGroup = path.loadBalancer;
    this.apiSecurityGroup = path.api;
  }

  /** The zones of the VPC; the CDK would ask AWS for those of the account. */
  override get availabilityZones(): string[] {
    return [...this.zones];
  }
}
