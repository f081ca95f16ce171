import { Duration, Validations } from 'aws-cdk-lib';
import { Distribution, HttpVersion, SecurityPolicyProtocol, type ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Stage } from '../../stages';
import { ApiBehaviors } from './api-behaviors';
import { SiteBehaviors } from './site-behaviors';
import type { SiteDomain } from './site-domain';

/** Properties of `EdgeDistribution`. */
export interface EdgeDistributionProps {
  readonly stage: Stage;
  readonly siteBucket: Bucket;
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly webAcl: CfnWebACL;
  readonly domain: SiteDomain | undefined;
}

/** Errors that CloudFront would cache for ten seconds and send to other callers. */
const CACHED_BY_CLOUDFRONT = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** One address for the whole product: the site's files from S3, dynamic responses from the API. */
export class EdgeDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: EdgeDistributionProps) {
    super(scope, id);
    const { stage, siteBucket, loadBalancer, webAcl, domain } = props;
    const site = new SiteBehaviors(this, 'Site', { stage, bucket: siteBucket });
    const api = new ApiBehaviors(this, 'Api', { stage, loadBalancer });

    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Canar, ${stage.name}`,
      defaultBehavior: site.pages,
      additionalBehaviors: {
        '/_next/static/*': site.hashedFiles,
        '/api/*': api.calls,
        '/p/media/*': api.media,
        '/p/*': api.publicPages,
        '/robots.txt': api.publicPages,
      },
      errorResponses: CACHED_BY_CLOUDFRONT.map(uncached),
      certificate: domain?.certificate,
      domainNames: domain && [domain.name],
      minimumProtocolVersion: domain && SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      priceClass: stage.cdn.priceClass,
      webAclId: webAcl.attrArn,
    });
    this.acknowledge(domain);
  }

  private acknowledge(domain: SiteDomain | undefined): void {
    const { distribution } = this;
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR1',
      reason: 'A profile is read wherever its readers are.',
    });
    if (domain) return;
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason: "Without a domain there is only CloudFront's own certificate, whose protocols nobody can choose.",
    });
  }
}

/** An error passes through unchanged, with the status and body of the origin. */
function uncached(httpStatus: number): ErrorResponse {
  return { httpStatus, ttl: Duration.seconds(0) };
}
