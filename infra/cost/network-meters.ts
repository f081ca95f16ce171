import { lengthOf, type Meter, MONTH } from './resources';

/** The time and memory of one run at the edge: a new environment now and then, else a millisecond or two. */
const EDGE_LAMBDA_SECONDS = 0.02;
const EDGE_LAMBDA_GB = 0.125;

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
    { service: 'CloudFront', price: 'edgeTraffic', quantity: traffic.edgeGb * (1 - traffic.fromIndia) },
    { service: 'CloudFront', price: 'edgeTrafficIndia', quantity: traffic.edgeGb * traffic.fromIndia },
    { service: 'CloudFront', price: 'edgeRequests', quantity: traffic.millionEdgeRequests * (1 - traffic.fromIndia) },
    { service: 'CloudFront', price: 'edgeRequestsIndia', quantity: traffic.millionEdgeRequests * traffic.fromIndia },
  ],

  'AWS::CloudFront::Function': (_function, { traffic }) => [
    { service: 'CloudFront', price: 'edgeFunctions', quantity: traffic.millionEdgeRequests },
  ],

  /** A published version runs at the edge, for each response of an origin. */
  'AWS::Lambda::Version': (_version, { traffic }) => [
    { service: 'CloudFront', price: 'edgeLambdas', quantity: traffic.millionOriginAnswers },
    {
      service: 'CloudFront',
      price: 'edgeLambdaTime',
      quantity: traffic.millionOriginAnswers * 1e6 * EDGE_LAMBDA_SECONDS * EDGE_LAMBDA_GB,
    },
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
