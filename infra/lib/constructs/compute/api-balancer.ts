import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { SubnetType, type ISecurityGroup, type IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  type ApplicationListener,
  Protocol,
  SslPolicy,
  TargetGroupLoadBalancingAlgorithmType,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ports } from '../../ports';
import { nameIn, originName, type Stage } from '../../stages';

/** Retention of the access log, in days. */
const RECORD_DAYS = 30;

/** Properties of `ApiBalancer`. */
export interface ApiBalancerProps {
  readonly stage: Stage;
  readonly vpc: IVpc;
  readonly securityGroup: ISecurityGroup;
}

/**
 * The internal load balancer of the API, reached only by CloudFront. It uses HTTPS when the stage has a domain, and so a
 * certificate.
 */
export class ApiBalancer extends Construct {
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly listener: ApplicationListener;
  readonly targetGroup: ApplicationTargetGroup;

  constructor(scope: Construct, id: string, { stage, vpc, securityGroup }: ApiBalancerProps) {
    super(scope, id);

    this.loadBalancer = new ApplicationLoadBalancer(this, 'LoadBalancer', {
      loadBalancerName: nameIn(stage, 'cpm-alb'),
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      internetFacing: false,
      securityGroup,
      deletionProtection: stage.deletionProtection,
      dropInvalidHeaderFields: true,
    });
    this.loadBalancer.logAccessLogs(this.record(stage));
    this.targetGroup = this.targets(vpc);
    this.listener = this.loadBalancer.addListener('Requests', {
      ...this.encryption(stage),
      open: false,
      defaultTargetGroups: [this.targetGroup],
    });
  }

  /** Tasks become healthy after ten seconds and unhealthy after thirty; a task that is deregistered finishes its requests. */
  private targets(vpc: IVpc): ApplicationTargetGroup {
    return new ApplicationTargetGroup(this, 'Api', {
      vpc,
      targetType: TargetType.IP,
      protocol: ApplicationProtocol.HTTPS,
      port: ports.api,
      loadBalancingAlgorithmType: TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
      deregistrationDelay: Duration.seconds(30),
      healthCheck: {
        protocol: Protocol.HTTPS,
        path: '/api/auth/health',
        healthyHttpCodes: '200',
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 3,
      },
    });
  }

  private encryption({ domain }: Stage) {
    if (!domain) return { port: ports.http, protocol: ApplicationProtocol.HTTP };
    const { name: zoneName, hostedZoneId } = domain;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { zoneName, hostedZoneId });
    const validation = CertificateValidation.fromDns(zone);
    const certificate = new Certificate(this, 'Certificate', { domainName: originName(domain), validation });
    const target = RecordTarget.fromAlias(new LoadBalancerTarget(this.loadBalancer));
    new ARecord(this, 'OriginRecord', { zone, recordName: `${originName(domain)}.`, target });
    return {
      port: ports.https,
      protocol: ApplicationProtocol.HTTPS,
      sslPolicy: SslPolicy.RECOMMENDED_TLS,
      certificates: [certificate],
    };
  }

  /** Without a name of its own: the load balancer writes to it at once, so a creation that is rolled back leaves it behind. */
  private record(stage: Stage): Bucket {
    const bucket = new Bucket(this, 'Record', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ id: 'old', expiration: Duration.days(RECORD_DAYS) }],
      removalPolicy: stage.protected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !stage.protected,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It is itself a record of access; a record of who reads the record would need one in turn.',
    });
    return bucket;
  }
}
