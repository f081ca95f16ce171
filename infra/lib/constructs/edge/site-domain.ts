import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, RecordTarget, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Stage } from '../../stages';

/** Properties of `SiteDomain`. */
export interface SiteDomainProps {
  readonly domain: NonNullable<Stage['domain']>;
}

/** The stage's domain: its certificate, which also covers subdomains, and its DNS records. */
export class SiteDomain extends Construct {
  readonly name: string;
  readonly certificate: Certificate;
  private readonly zone: IHostedZone;

  constructor(scope: Construct, id: string, { domain }: SiteDomainProps) {
    super(scope, id);
    this.name = domain.name;
    this.zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: domain.hostedZoneId,
      zoneName: domain.name,
    });
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: domain.name,
      subjectAlternativeNames: [`*.${domain.name}`],
      validation: CertificateValidation.fromDns(this.zone),
    });
  }

  /** Points the domain to a distribution, over IPv4 and IPv6. */
  pointTo(distribution: Distribution): void {
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    new ARecord(this, 'Ipv4', { zone: this.zone, target });
    new AaaaRecord(this, 'Ipv6', { zone: this.zone, target });
  }
}
