import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
  VpcOrigin,
  VpcOriginEndpoint,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { VpcOrigin as OriginInVpc } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { nameIn, originName, type Stage } from '../../stages';

/** Properties of `ApiBehaviors`. */
export interface ApiBehaviorsProps {
  readonly stage: Stage;
  readonly loadBalancer: ApplicationLoadBalancer;
}

/** How CloudFront passes requests to the load balancer inside the VPC. Nothing of the API's JSON is stored or compressed. */
export class ApiBehaviors extends Construct {
  /** For programs: a plain HTTP request is rejected, so that no client relies on it. */
  readonly calls: BehaviorOptions;
  /** For people: plain HTTP redirects to HTTPS. */
  readonly publicPages: BehaviorOptions;
  readonly media: BehaviorOptions;

  constructor(scope: Construct, id: string, { stage, loadBalancer }: ApiBehaviorsProps) {
    super(scope, id);
    const origin = this.originAt(stage, loadBalancer);
    this.calls = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      compress: false,
    };
    this.publicPages = { ...this.calls, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };
    this.media = {
      origin,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: this.mediaPolicy(stage),
      compress: false,
    };
  }

  /** Cached as long as the API says (`s-maxage`), at most as long as a removed photo may stay visible. */
  private mediaPolicy(stage: Stage): CachePolicy {
    return new CachePolicy(this, 'MediaPolicy', {
      cachePolicyName: nameIn(stage, 'cpm-media'),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(300),
    });
  }

  /**
   * HTTPS where the load balancer has a certificate, which is where the stage has a domain. CloudFront changes nothing of
   * a VPC origin that a distribution uses, so the protocol is part of its id: another protocol is another origin.
   */
  private originAt(stage: Stage, loadBalancer: ApplicationLoadBalancer): OriginInVpc {
    const { domain } = stage;
    const vpcOrigin = new VpcOrigin(this, domain ? 'HttpsOrigin' : 'HttpOrigin', {
      endpoint: VpcOriginEndpoint.applicationLoadBalancer(loadBalancer),
      vpcOriginName: nameIn(stage, domain ? 'cpm-api-https' : 'cpm-api-http'),
      protocolPolicy: domain ? OriginProtocolPolicy.HTTPS_ONLY : OriginProtocolPolicy.HTTP_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    });
    return OriginInVpc.withVpcOrigin(vpcOrigin, {
      domainName: domain && originName(domain),
      readTimeout: Duration.seconds(60),
      keepaliveTimeout: Duration.seconds(30),
    });
  }
}
