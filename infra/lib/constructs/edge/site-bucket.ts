import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { siteBucketName, type Stage, removalIn } from '../../stages';

/** Properties of `SiteBucket`. */
export interface SiteBucketProps {
  readonly stage: Stage;
}

/** The exported site. Only CloudFront reads it; replaced files can be restored for thirty days. */
export class SiteBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { stage }: SiteBucketProps) {
    super(scope, id);

    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: siteBucketName(stage, Stack.of(this).account),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: removalIn(stage),
      autoDeleteObjects: !stage.protected,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'CloudFront is the only reader, and its own record holds every request.',
    });
  }
}
