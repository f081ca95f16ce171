import { Match, Template } from 'aws-cdk-lib/assertions';
import { development, production, stages } from '../stages';
import { serviceIn } from '../testing';

interface Resource {
  readonly Properties: Record<string, unknown>;
}

const template = Template.fromStack(serviceIn(production).networking);
const found = (type: string, props: object = {}) =>
  Object.entries(template.findResources(type, { Properties: props })) as [string, Resource][];
const subnetsCalled = (name: string) =>
  found('AWS::EC2::Subnet', { Tags: Match.arrayWith([{ Key: 'aws-cdk:subnet-name', Value: name }]) });

describe('subnets', () => {
  it.each(['public', 'private', 'isolated'])('spreads production over three zones: %s', (name) => {
    const zones = subnetsCalled(name).map(([, { Properties }]) => Properties['AvailabilityZone']);
    expect(zones).toEqual(['us-east-1a', 'us-east-1b', 'us-east-1c']);
  });

  it('uses fewer zones outside of production', () => {
    const { networking } = serviceIn(development);
    Template.fromStack(networking).resourceCountIs('AWS::EC2::Subnet', 3 * development.network.zones);
  });

  it('gives data subnets no route out of the VPC', () => {
    const defaultRoutes = found('AWS::EC2::Route', { DestinationCidrBlock: '0.0.0.0/0' });
    const tables = defaultRoutes.map(([, { Properties }]) => JSON.stringify(Properties['RouteTableId']));
    expect(tables).toHaveLength(6);
    expect(tables.filter((table) => table.includes('isolated'))).toEqual([]);
  });

  it('assigns no public addresses in the subnets', () => {
    expect(found('AWS::EC2::Subnet', { MapPublicIpOnLaunch: true })).toEqual([]);
  });

  it('routes all private subnets through one NAT gateway', () => {
    template.resourceCountIs('AWS::EC2::NatGateway', 1);
  });

  it('reaches S3 without the NAT gateway', () => {
    const [endpoint] = found('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway' });
    expect(JSON.stringify(endpoint)).toContain('.s3');
    expect(endpoint?.[1].Properties['RouteTableIds']).toHaveLength(3);
  });
});

describe('the network ACL of the data subnets', () => {
  const [[acl] = ['none']] = found('AWS::EC2::NetworkAcl', {
    Tags: Match.arrayWith([{ Key: 'Name', Value: 'cpm-isolated-acl' }]),
  });

  it("allows only addresses of the VPC in the data subnets' ACL", () => {
    const entries = found('AWS::EC2::NetworkAclEntry', { NetworkAclId: { Ref: acl }, RuleAction: 'allow' });
    const peers = entries.map(([, { Properties }]) => Properties['CidrBlock']);
    expect(entries).toHaveLength(2);
    expect(peers).toEqual(peers.map(() => ({ 'Fn::GetAtt': [expect.stringContaining('Vpc'), 'CidrBlock'] })));
  });

  it('applies the ACL to every data subnet', () => {
    const covered = found('AWS::EC2::SubnetNetworkAclAssociation', { NetworkAclId: { Ref: acl } });
    expect(covered).toHaveLength(subnetsCalled('isolated').length);
  });
});

describe('the path of a request', () => {
  const rulesTo = (name: string) => found('AWS::EC2::SecurityGroupIngress', { GroupId: groupCalled(name) });
  const groupCalled = (name: string) => {
    const [[id] = ['none']] = found('AWS::EC2::SecurityGroup', { GroupName: name });
    return { 'Fn::GetAtt': [id, 'GroupId'] };
  };

  it("accepts CloudFront's addresses only at the load balancer", () => {
    const sources = rulesTo('cpm-alb-sg').map(([, { Properties }]) => Properties['SourcePrefixListId']);
    expect(sources).toEqual(['pl-3b927c52']);
  });

  it('accepts the load balancer only at the API', () => {
    const sources = rulesTo('cpm-ecs-sg').map(([, { Properties }]) => Properties['SourceSecurityGroupId']);
    expect(sources).toEqual([groupCalled('cpm-alb-sg')]);
  });

  it('opens no port to the whole internet', () => {
    expect(found('AWS::EC2::SecurityGroupIngress', { CidrIp: '0.0.0.0/0' })).toEqual([]);
    for (const [, { Properties }] of found('AWS::EC2::SecurityGroup')) {
      expect(Properties['SecurityGroupIngress']).toBeUndefined();
    }
  });
});

describe('rejected traffic', () => {
  it('retains rejected traffic for thirty days', () => {
    template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'REJECT', ResourceType: 'VPC' });
    template.hasResourceProperties('AWS::Logs::LogGroup', { LogGroupName: '/vpc/cpm-vpc', RetentionInDays: 30 });
  });
});

describe('the VPC', () => {
  it.each(stages)('pins the logical id of the VPC in $name', (stage) => {
    const vpcs = Template.fromStack(serviceIn(stage).networking).findResources('AWS::EC2::VPC');
    expect(Object.keys(vpcs)).toEqual(['NetworkVpc7FB7348F']);
  });
});
