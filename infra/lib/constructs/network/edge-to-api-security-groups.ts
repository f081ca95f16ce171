import { Peer, Port, SecurityGroup, type IPeer, type Vpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';
import { ports } from '../../ports';

/**
 * AWS's list of the addresses from which CloudFront connects to origins in us-east-1 (`…cloudfront.origin-facing`). A
 * rule with it counts as 55 of the 60 rules of a group, so there is one, for ports 80 to 443. A rule for the listener's
 * port alone would be replaced when a stage gets a domain, and during the replacement there would be two.
 */
const CLOUDFRONT = Peer.prefixList('pl-3b927c52');

export interface EdgeToApiSecurityGroupsProps {
  readonly stage: Stage;
  readonly vpc: Vpc;
}

/**
 * Security groups of load balancer and API: inbound from CloudFront through the load balancer; outbound to data, AWS, payments
 * and mail.
 */
export class EdgeToApiSecurityGroups extends Construct {
  readonly loadBalancer: SecurityGroup;
  readonly api: SecurityGroup;

  constructor(scope: Construct, id: string, { stage, vpc }: EdgeToApiSecurityGroupsProps) {
    super(scope, id);

    this.loadBalancer = new SecurityGroup(this, 'LoadBalancer', {
      vpc,
      securityGroupName: nameIn(stage, 'cpm-alb-sg'),
      description: 'Load balancer: takes requests from CloudFront, passes them to the API',
      allowAllOutbound: false,
    });
    this.api = new SecurityGroup(this, 'Api', {
      vpc,
      securityGroupName: nameIn(stage, 'cpm-ecs-sg'),
      description: 'API tasks: take requests from the load balancer alone',
      allowAllOutbound: false,
    });

    this.allowInbound();
    this.allowOutbound(Peer.ipv4(vpc.vpcCidrBlock));
  }

  private allowInbound(): void {
    this.loadBalancer.addIngressRule(CLOUDFRONT, Port.tcpRange(ports.http, ports.https), 'CloudFront');
    this.loadBalancer.addEgressRule(this.api, Port.tcp(ports.api), 'Requests to the API');
    this.api.addIngressRule(this.loadBalancer, Port.tcp(ports.api), 'Requests from the load balancer');
  }

  private allowOutbound(insideTheVpc: IPeer): void {
    this.api.addEgressRule(insideTheVpc, Port.tcp(ports.postgres), 'Database');
    this.api.addEgressRule(insideTheVpc, Port.tcp(ports.redis), 'Cache');
    this.api.addEgressRule(Peer.anyIpv4(), Port.tcp(ports.https), 'AWS services and the payment provider');
    this.api.addEgressRule(Peer.anyIpv4(), Port.tcp(ports.smtp), 'Outgoing mail');
  }
}
