import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { nameIn, type Stage } from '../../stages';

/** Properties of `AccessRecord`. */
export interface AccessRecordProps {
  readonly stage: Stage;
  readonly distribution: Distribution;
}

/** The logged fields of a request. No address, cookie, query or referrer: queries contain one-time links. */
const FIELDS = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'x-host-header',
  'cs-protocol',
  'cs-protocol-version',
  'cs-method',
  'cs-uri-stem',
  'sc-status',
  'sc-content-type',
  'sc-bytes',
  'cs-bytes',
  'cs(User-Agent)',
  'time-taken',
  'time-to-first-byte',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'ssl-protocol',
];

/** Thirty days of requests to CloudFront, as JSON lines in a bucket of their own. */
export class AccessRecord extends Construct {
  constructor(scope: Construct, id: string, { stage, distribution }: AccessRecordProps) {
    super(scope, id);
    const bucket = this.bucketIn(stage);
    const source = new CfnDeliverySource(this, 'Source', {
      name: nameIn(stage, 'cpm-cdn-requests'),
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: nameIn(stage, 'cpm-cdn-requests'),
      destinationResourceArn: bucket.bucketArn,
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: FIELDS,
      s3SuffixPath: '{yyyy}/{MM}/{dd}/{HH}',
    });
    delivery.addResourceDependency(source);
    if (bucket.policy) delivery.node.addDependency(bucket.policy);
    this.admit(bucket, source);
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR3',
      reason:
        'Requests are recorded by a log delivery, which lets us leave out addresses; the rule knows the older kind.',
    });
  }

  private bucketIn(stage: Stage): Bucket {
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: stage.protected ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !stage.protected,
    });
    Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'This bucket is the record itself.' });
    return bucket;
  }

  private admit(bucket: Bucket, source: CfnDeliverySource): void {
    const { account } = Stack.of(this);
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`AWSLogs/${account}/CloudFront/*`)],
        conditions: {
          StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': source.attrArn },
        },
      }),
    );
  }
}
