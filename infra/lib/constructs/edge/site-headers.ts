import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseCustomHeader,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `SiteHeaders`. */
export interface SiteHeadersProps {
  readonly stage: Stage;
}

/**
 * The response headers of the site's files. A page contains its script policy in a `<meta>`; these headers say what a
 * `<meta>` cannot. The API sets its own headers, so its behaviours have no such policy.
 */
export class SiteHeaders extends Construct {
  /** For files that may change under their name: browsers revalidate, also errors. */
  readonly ofPages: ResponseHeadersPolicy;
  /** For files that never change under their name. The lifetime comes from the upload, so that an error does not get it. */
  readonly ofHashedFiles: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { stage }: SiteHeadersProps) {
    super(scope, id);
    this.ofPages = new ResponseHeadersPolicy(this, 'Pages', {
      responseHeadersPolicyName: nameIn(stage, 'cpm-pages'),
      securityHeadersBehavior: security,
      customHeadersBehavior: { customHeaders: [...isolation, header('Cache-Control', 'no-cache')] },
    });
    this.ofHashedFiles = new ResponseHeadersPolicy(this, 'HashedFiles', {
      responseHeadersPolicyName: nameIn(stage, 'cpm-hashed-files'),
      securityHeadersBehavior: security,
      customHeadersBehavior: { customHeaders: isolation },
    });
  }
}

const header = (name: string, value: string): ResponseCustomHeader => ({ header: name, value, override: true });

const isolation = [
  header('Cross-Origin-Opener-Policy', 'same-origin'),
  header('Permissions-Policy', 'camera=(), geolocation=(), microphone=()'),
];

const security: ResponseHeadersPolicyProps['securityHeadersBehavior'] = {
  contentSecurityPolicy: {
    contentSecurityPolicy: "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
    override: true,
  },
  contentTypeOptions: { override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: false, // the domain's other hosts are their owner's
    override: true,
  },
};
