import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { AccessRecord } from '../constructs/edge/access-record';
import { PublicUrlParameter } from '../constructs/edge/public-url-parameter';
import { EdgeDistribution } from '../constructs/edge/edge-distribution';
import { SiteBucket } from '../constructs/edge/site-bucket';
import { SiteDomain } from '../constructs/edge/site-domain';
import { WebFirewall } from '../constructs/edge/web-firewall';
import { MailEvents } from '../constructs/mail/mail-events';
import { nameIn, type Stage } from '../stages';

/** Properties of `CdnStack`. */
export interface CdnStackProps extends StackProps {
  readonly stage: Stage;
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly service: FargateService;
}

/** The public side: one address with a firewall, and the site's files. Everything in it can be recreated. */
export class CdnStack extends Stack {
  readonly distribution: Distribution;
  readonly siteBucket: Bucket;
  readonly webAcl: CfnWebACL;

  constructor(scope: Construct, id: string, { stage, loadBalancer, service, ...props }: CdnStackProps) {
    super(scope, id, props);

    const domain = stage.domain && new SiteDomain(this, 'Domain', { domain: stage.domain });
    this.webAcl = new WebFirewall(this, 'Firewall', { stage }).acl;
    this.siteBucket = new SiteBucket(this, 'Site', { stage }).bucket;
    const { siteBucket, webAcl } = this;
    const edge = new EdgeDistribution(this, 'Edge', { stage, siteBucket, loadBalancer, webAcl, domain });
    this.distribution = edge.distribution;
    new AccessRecord(this, 'AccessRecord', { stage, distribution: this.distribution });

    const address = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
    domain?.pointTo(this.distribution);
    if (domain && stage.domain && stage.compute.mail === 'ses') {
      new MailEvents(this, 'MailEvents', { stage, domain: stage.domain, after: domain });
    }
    if (!domain) {
      const parameterName = nameIn(stage, '/cpm/public-url');
      new PublicUrlParameter(this, 'Address', { address, parameterName, service });
    }

    new CfnOutput(this, 'Url', { description: 'Where the product is', value: address });
    new CfnOutput(this, 'SiteBucketName', { description: 'Where the export goes', value: siteBucket.bucketName });
    new CfnOutput(this, 'DistributionId', {
      description: 'What is invalidated after an upload',
      value: this.distribution.distributionId,
    });
  }
}
