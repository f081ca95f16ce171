import { Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  type CorsRule,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { uploadsBucketName, type Stage, removalIn } from '../../stages';

/** Days for which overwritten or deleted files can be restored. */
const SECOND_THOUGHTS = Duration.days(35);

/** Properties of `Uploads`. */
export interface UploadsProps {
  readonly stage: Stage;
}

/** Uploaded photos and CVs. Only the API reads and writes here; a browser may PUT a file at an address that the API has signed. */
export class Uploads extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { stage }: UploadsProps) {
    super(scope, id);

    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: uploadsBucketName(stage, Stack.of(this).account),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      cors: putsFrom(stage),
      lifecycleRules: [
        { id: 'unfinished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        {
          id: 'quarantine',
          prefix: 'quarantine/',
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { id: 'second-thoughts', noncurrentVersionExpiration: SECOND_THOUGHTS, expiredObjectDeleteMarker: true },
      ],
      removalPolicy: removalIn(stage),
      autoDeleteObjects: !stage.protected,
    });

    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'The API is the only reader and writer, and logs each request; a second log would cost more than the files.',
    });
  }
}

/** The stage's own site may PUT; without a domain its origin is not known yet, and files go through the API. */
function putsFrom({ domain }: Stage): CorsRule[] {
  if (!domain) return [];
  const allowedOrigins = [`https://${domain.name}`];
  return [{ allowedOrigins, allowedMethods: [HttpMethods.PUT], allowedHeaders: ['content-type'], maxAge: 600 }];
}
