import { Validations } from 'aws-cdk-lib';
import { GatewayVpcEndpointAwsService, IpAddresses, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `ProductNetwork`. */
export interface ProductNetworkProps {
  readonly stage: Stage;
}

/** Three kinds of subnets in every zone: public for the NAT gateway, private for the API, isolated for data. */
export class ProductNetwork extends Construct {
  readonly vpc: Vpc;

  constructor(scope: Construct, id: string, { stage }: ProductNetworkProps) {
    super(scope, id);

    this.vpc = new Vpc(this, 'Vpc', {
      vpcName: nameIn(stage, 'cpm-vpc'),
      ipAddresses: IpAddresses.cidr(stage.network.cidr),
      maxAzs: stage.network.zones,
      natGateways: stage.network.natGateways,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 22 },
        { name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
    });

    Validations.of(this.vpc).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'deploy.sh chooses the zones by id: VPC origins do not exist in every zone.',
    });
    this.vpc.addGatewayEndpoint('S3', {
      service: GatewayVpcEndpointAwsService.S3,
      subnets: [{ subnetType: SubnetType.PRIVATE_WITH_EGRESS }],
    });
  }
}
