import { Validations } from 'aws-cdk-lib';
import {
  AclCidr,
  AclTraffic,
  NetworkAcl,
  SubnetType,
  TrafficDirection,
  type CommonNetworkAclEntryOptions,
  type Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ports } from '../../ports';
import { nameIn, type Stage } from '../../stages';

type Rule = Pick<CommonNetworkAclEntryOptions, 'cidr' | 'traffic'>;

export interface SubnetAclsProps {
  readonly stage: Stage;
  readonly vpc: Vpc;
}

const ANYWHERE = AclCidr.anyIpv4();
const RESPONSES = AclTraffic.tcpPortRange(ports.ephemeral.from, ports.ephemeral.to);
const tcp = (port: number) => AclTraffic.tcpPort(port);

/**
 * A network ACL for each kind of subnet, behind the security groups: it drops everything that it does not allow, also where a
 * security group is too permissive by mistake. Isolated subnets exchange traffic with the VPC's own addresses only. Private
 * subnets also send responses to CloudFront: the packets of a VPC origin have CloudFront's own addresses, and pass no inbound
 * ACL, but an outbound one.
 */
export class SubnetAcls extends Construct {
  constructor(scope: Construct, id: string, { stage, vpc }: SubnetAclsProps) {
    super(scope, id);
    const inside = AclCidr.ipv4(vpc.vpcCidrBlock);
    const internal: Rule = { cidr: inside, traffic: AclTraffic.allTraffic() };
    const responses: Rule = { cidr: ANYWHERE, traffic: RESPONSES };
    const requests: Rule[] = [ports.https, ports.smtp].map((port) => ({ cidr: ANYWHERE, traffic: tcp(port) }));

    const addAcl = (name: string, subnetType: SubnetType, ingress: Rule[], egress: Rule[]) => {
      const networkAclName = nameIn(stage, `cpm-${name}-acl`);
      const acl = new NetworkAcl(this, name, { vpc, networkAclName, subnetSelection: { subnetType } });
      open(acl, TrafficDirection.INGRESS, ingress);
      open(acl, TrafficDirection.EGRESS, egress);
    };
    addAcl('public', SubnetType.PUBLIC, [internal, responses], [internal, ...requests]);
    addAcl('private', SubnetType.PRIVATE_WITH_EGRESS, [internal, responses], [internal, ...requests, responses]);
    addAcl(
      'isolated',
      SubnetType.PRIVATE_ISOLATED,
      [{ cidr: inside, traffic: RESPONSES }],
      [{ cidr: inside, traffic: RESPONSES }],
    );

    Validations.of(this).acknowledge({
      id: 'AwsSolutions-VPC3',
      reason:
        'Network ACLs are wanted as a second wall: they keep data subnets closed when a security group is too open.',
    });
  }
}

function open(acl: NetworkAcl, direction: TrafficDirection, rules: Rule[]): void {
  rules.forEach((rule, index) => {
    const ruleNumber = (index + 1) * 100;
    acl.addEntry(`${TrafficDirection[direction]}${ruleNumber}`, { ...rule, direction, ruleNumber });
  });
}
