import { lengthOf, type Meter, MONTH } from './resources';

/** Meters of the network: the VPC and the edge. */
export const networkMeters: Record<string, Meter> = {
  'AWS::EC2::VPC': (_vpc, { traffic }) => [network('betweenZones', traffic.betweenZonesGb)],

  'AWS::EC2::NatGateway': (_gateway, { resources, traffic }) => {
    const gateways = resources.filter(({ type }) => type === 'AWS::EC2::NatGateway').length;
    return [network('natGateway', MONTH), network('natTraffic', traffic.natGb / gateways)];
  },

  'AWS::EC2::EIP': () => [network('publicAddress', MONTH)],

  'AWS::EC2::VPCEndpoint': ({ properties }) =>
    properties['VpcEndpointType'] === 'Interface'
      ? [network('interfaceEndpoint', MONTH * lengthOf(properties['SubnetIds']))]
      : [],

  'AWS::CloudFront::Distribution': (_distribution, { traffic }) => [
    { service: 'CloudFront', price: 'edgeTraffic', quantity: traffic.edgeGb },
    { service: 'CloudFront', price: 'edgeRequests', quantity: traffic.millionEdgeRequests },
  ],

  'AWS::CloudFront::Function': (_function, { traffic }) => [
    { service: 'CloudFront', price: 'edgeFunctions', quantity: traffic.millionEdgeRequests },
  ],

  /** A published version runs at the edge: a few milliseconds for each response of an origin, which cost almost nothing. */
  'AWS::Lambda::Version': (_version, { traffic }) => [
    { service: 'CloudFront', price: 'edgeLambdas', quantity: traffic.millionOriginAnswers },
  ],

  'AWS::WAFv2::WebACL': ({ properties }, { traffic }) => [
    { service: 'WAF', price: 'firewall', quantity: 1 },
    { service: 'WAF', price: 'firewallRule', quantity: lengthOf(properties['Rules']) },
    { service: 'WAF', price: 'firewallRequests', quantity: traffic.millionEdgeRequests },
  ],

  'AWS::SES::EmailIdentity': (_identity, { traffic }) => [
    { service: 'SES', price: 'mails', quantity: traffic.thousandMails },
  ],

  'AWS::Route53::HostedZone': () => [{ service: 'Route 53', price: 'hostedZone', quantity: 1 }],
  'AWS::Route53::HealthCheck': () => [{ service: 'Route 53', price: 'healthCheck', quantity: 1 }],

  /** The zone is older than the stack and in no template, so its first record is billed for it. */
  'AWS::Route53::RecordSet': (record, { resources }) => {
    const ofZones = resources.find(({ type }) => type === 'AWS::Route53::HostedZone');
    const first = resources.find(({ type }) => type === record.type);
    return ofZones || first !== record ? [] : [{ service: 'Route 53', price: 'hostedZone', quantity: 1 }];
  },
};

function network(
  price: 'betweenZones' | 'natGateway' | 'natTraffic' | 'publicAddress' | 'interfaceEndpoint',
  quantity: number,
) {
  return { service: 'NAT gateway and network', price, quantity } as const;
}
