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
import { ports } from '../ports';
import { nameIn, type Stage } from '../stages';

type Rule = Pick<CommonNetworkAclEntryOptions, 'cidr' | 'traffic'>;

/** What the walls need. */
export interface SubnetWallsProps {
  readonly stage: Stage;
  readonly vpc: Vpc;
}

const ANYWHERE = AclCidr.anyIpv4();
const ANSWERS = AclTraffic.tcpPortRange(ports.ephemeral.from, ports.ephemeral.to);
const tcp = (port: number) => AclTraffic.tcpPort(port);

/**
 * A second wall behind the security groups, one for each kind of subnet: what it does not name is dropped, whatever a
 * security group was opened to by mistake. Data speaks with the VPC's own addresses and with nobody else.
 */
export class SubnetWalls extends Construct {
  constructor(scope: Construct, id: string, { stage, vpc }: SubnetWallsProps) {
    super(scope, id);
    const inside = AclCidr.ipv4(vpc.vpcCidrBlock);
    const neighbours: Rule = { cidr: inside, traffic: AclTraffic.allTraffic() };
    const answers: Rule = { cidr: ANYWHERE, traffic: ANSWERS };
    const requests: Rule[] = [ports.https, ports.smtp].map((port) => ({ cidr: ANYWHERE, traffic: tcp(port) }));

    const wall = (name: string, subnetType: SubnetType, ingress: Rule[], egress: Rule[]) => {
      const networkAclName = nameIn(stage, `cpm-${name}-acl`);
      const acl = new NetworkAcl(this, name, { vpc, networkAclName, subnetSelection: { subnetType } });
      open(acl, TrafficDirection.INGRESS, ingress);
      open(acl, TrafficDirection.EGRESS, egress);
    };
    wall('public', SubnetType.PUBLIC, [neighbours, answers], [neighbours, ...requests]);
    wall('private', SubnetType.PRIVATE_WITH_EGRESS, [neighbours, answers], [neighbours, ...requests]);
    wall(
      'isolated',
      SubnetType.PRIVATE_ISOLATED,
      [{ cidr: inside, traffic: ANSWERS }],
      [{ cidr: inside, traffic: ANSWERS }],
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
