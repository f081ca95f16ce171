import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';
import { MissingPage } from './missing-page';
import { SiteHeaders } from './site-headers';

/** Properties of `SiteBehaviors`. */
export interface SiteBehaviorsProps {
  readonly stage: Stage;
  readonly bucket: Bucket;
}

/** How CloudFront serves the export: pages through the function that maps paths to folders, hashed files unchanged. */
export class SiteBehaviors extends Construct {
  readonly pages: BehaviorOptions;
  readonly hashedFiles: BehaviorOptions;

  constructor(scope: Construct, id: string, { stage, bucket }: SiteBehaviorsProps) {
    super(scope, id);
    const headers = new SiteHeaders(this, 'Headers', { stage });
    const files: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      edgeLambdas: [new MissingPage(this, 'MissingPage').onOriginResponse],
    };
    this.pages = {
      ...files,
      cachePolicy: this.pagePolicy(stage),
      responseHeadersPolicy: headers.ofPages,
      functionAssociations: [{ function: this.paths(stage), eventType: FunctionEventType.VIEWER_REQUEST }],
    };
    this.hashedFiles = {
      ...files,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers.ofHashedFiles,
    };
  }

  /** Five minutes at the edge, in case an upload omits the invalidation. Query and cookies are not part of the cache key. */
  private pagePolicy(stage: Stage): CachePolicy {
    return new CachePolicy(this, 'PagePolicy', {
      cachePolicyName: nameIn(stage, 'cpm-pages'),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.minutes(5),
      maxTtl: Duration.minutes(5),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private paths(stage: Stage): Function {
    return new Function(this, 'Paths', {
      functionName: nameIn(stage, 'cpm-site-paths'),
      comment: "Finds a page's file in the export",
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({ filePath: join(__dirname, '../../edge/site-paths.js') }),
    });
  }
}
